package import Core

/// Why a stored determination cannot be worked out again.
package enum ReplayProblem: Error, Sendable, Equatable {
  /// No determination that is stored has this number.
  case unknownNumber(Int64)
  /// The determination is from before registries kept the texts of the rules.
  case textsNotKept(number: String, document: String)
  /// The kept texts have a fault, by what the program understands of them now.
  case notCompiled(set: Int64, name: String, fault: Bilingual)
  /// The kept rules give no such benefit any more, by what the program understands of them now.
  case benefitGone(set: Int64, benefit: String)

  /// Stable.
  package var code: String {
    switch self {
    case .unknownNumber: "RPL001"
    case .textsNotKept: "RPL002"
    case .notCompiled: "RPL003"
    case .benefitGone: "RPL004"
    }
  }

  /// What is wrong.
  package var message: Bilingual {
    switch self {
    case .unknownNumber(let number):
      Bilingual(
        zh: "登记库里没有第 \(number) 号核定结果",
        en: "the registry has no stored determination number \(number)")
    case .textsNotKept(let number, let document):
      Bilingual(
        zh: "\(number) 是登记库开始保存规则文本以前核定的，没有留下 \(document) 当时的文本",
        en:
          "\(number) is from before the registry kept the texts of the rules: that of \(document) is not there"
      )
    case .notCompiled(let set, let name, let fault):
      Bilingual(
        zh: "保存的规则（第 \(set) 组）现在的程序读不了：\(name)：\(fault.zh)",
        en: "this program cannot read the kept rules (set \(set)): \(name): \(fault.en)")
    case .benefitGone(let set, let benefit):
      Bilingual(
        zh: "保存的规则（第 \(set) 组）按现在的程序没有待遇 \(benefit)",
        en: "by this program the kept rules (set \(set)) have no benefit \(benefit)")
    }
  }

  /// What to do about it.
  package var advice: Bilingual {
    switch self {
    case .unknownNumber:
      Bilingual(
        zh: "编号见 gongjiang replay --party 编号、当事人的网页或导出的核定结果。",
        en: "See gongjiang replay --party ID, the party's page or an export of determinations.")
    case .textsNotKept:
      Bilingual(
        zh: "请用当时的政策文件，以 gongjiang determine --party … --on … --known … --policies 目录 重新核定。",
        en:
          "With the documents of that time, use gongjiang determine --party … --on … --known … --policies DIR."
      )
    case .notCompiled, .benefitGone:
      Bilingual(
        zh: "引擎已经换过：请用核定时那个版本的程序重算。",
        en: "The engine has changed since: use the version of the program that determined it.")
    }
  }
}
