package import Core

/// Why a registry cannot be determined, or not as asked.
package enum DeterminationProblem: Error, Sendable, Equatable {
  /// A rule follows a reference to a record, which may belong to anybody.
  case namesRecords(document: String, type: Bilingual)
  /// The registry does not know the party.
  case unknownParty(id: String)
  /// Another process determines the same registry.
  case overtaken(registry: String)
  /// A text of rules that is kept is not the one that was put.
  case damagedText(name: String, set: Int64)

  /// Stable.
  package var code: String {
    switch self {
    case .namesRecords: "DET001"
    case .unknownParty: "DET002"
    case .overtaken: "DET003"
    case .damagedText: "DET004"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .namesRecords(let document, let type):
      Bilingual(
        zh: "\(document) 的规则沿引用读取别处的\(type.zh)记录，登记库不能这样核定",
        en:
          "a rule of \(document) follows a reference to a \(type.en) record, which a registry cannot do"
      )
    case .unknownParty(let id):
      Bilingual(zh: "登记库里没有编号为“\(id)”的当事人", en: "the registry has no party \"\(id)\"")
    case .overtaken(let registry):
      Bilingual(
        zh: "另一个程序也在核定登记库 \(registry)",
        en: "another program is determining the registry \(registry) too")
    case .damagedText(let name, let set):
      Bilingual(
        zh: "登记库里保存的规则文本 \(name)（第 \(set) 组）与它的指纹不符",
        en: "the text \(name) of the kept rules (set \(set)) is not what its digest says")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .namesRecords:
      Bilingual(
        zh: "请改为筛选当事人自己的记录，例如 实训基地[编号 = 考评.考评对象]。",
        en: "Filter the party's own records instead, as in base[id = evaluation.of].")
    case .unknownParty:
      Bilingual(zh: "请核对编号，或先导入这个当事人。", en: "Check the id, or import the party first.")
    case .overtaken:
      Bilingual(
        zh: "请等它结束后再运行；已写入的结果完好。",
        en: "Wait until it is done and run this again; what was written is sound.")
    case .damagedText:
      Bilingual(
        zh: "有人改动过登记库，或磁盘有损坏；请从备份恢复后再看。",
        en: "Somebody altered the registry, or the disk is at fault; restore it from a backup.")
    }
  }
}
