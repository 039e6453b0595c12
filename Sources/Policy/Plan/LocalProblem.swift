package import Core
package import FEEL
package import LocalValues

/// Why a local value cannot take the place of a document's figure.
package struct LocalProblem: Error, Sendable {
  package let value: LocalValue
  package let kind: Kind

  package enum Kind: Sendable {
    case noDocument(nearest: String?)
    case noFigure(nearest: String?)
    case outside(region: String)
    case wrongType(FEELType)
    case notAnOption([String])
    case overlaps(LocalValue)
    /// The figure is a reading in words.
    case nothingComputes
    case shareOfQuota(region: String)
  }

  package init(_ value: LocalValue, _ kind: Kind) {
    self.value = value
    self.kind = kind
  }

  /// Stable.
  package var code: String {
    switch kind {
    case .noDocument: "LOC010"
    case .noFigure: "LOC011"
    case .wrongType: "LOC012"
    case .notAnOption: "LOC013"
    case .outside: "LOC014"
    case .overlaps: "LOC015"
    case .nothingComputes: "LOC016"
    case .shareOfQuota: "LOC017"
    }
  }

  /// The key of a file's item that is wrong; `nil` for the item as a whole.
  package var key: LocalValue.Key? {
    switch kind {
    case .noDocument: .document
    case .noFigure, .nothingComputes: .name
    case .wrongType, .notAnOption: .value
    case .outside, .shareOfQuota: .region
    case .overlaps: nil
    }
  }

  package var message: Bilingual {
    let (name, document) = (value.name, value.document)
    switch kind {
    case .noDocument:
      return Bilingual(zh: "没有政策文件“\(document)”", en: "there is no document “\(document)”")
    case .noFigure:
      return Bilingual(
        zh: "\(document) 没有叫“\(name)”的参数或假设",
        en: "\(document) has no parameter or assumption “\(name)”")
    case .outside(let region):
      return Bilingual(
        zh: "\(value.region) 不在 \(document) 的适用地区 \(region) 内",
        en: "\(value.region) does not lie in \(region), where \(document) applies")
    case .wrongType(let type):
      return Bilingual(
        zh: "“\(name)”的值是\(type.name.zh)，“\(value.text)”不是",
        en: "“\(name)” is a \(type.name.en), and “\(value.text)” is none")
    case .notAnOption(let options):
      return Bilingual(
        zh: "“\(name)”只能取 \(options.joined(separator: "、"))，不能取“\(value.text)”",
        en: "“\(name)” can only be \(options.joined(separator: ", ")), not “\(value.text)”")
    case .overlaps(let other):
      return Bilingual(
        zh: "“\(name)”在 \(value.region) 的取值与另一条（\(place(other).zh)）日期重叠",
        en:
          "the dates of “\(name)” in \(value.region) overlap with another value (\(place(other).en))"
      )
    case .nothingComputes:
      return Bilingual(
        zh: "没有规则用“\(name)”计算，改它的值什么也不会变",
        en: "no rule computes with “\(name)”: another value would change nothing")
    case .shareOfQuota(let region):
      return Bilingual(
        zh: "名额按 \(region) 全域计算，“\(name)”不能在其中一处另定",
        en: "the quota is counted over all of \(region), so “\(name)” cannot differ within it")
    }
  }

  package var advice: Bilingual {
    switch kind {
    case .noDocument(let near?), .noFigure(let near?):
      return Bilingual(zh: "是不是想写“\(near)”？", en: "Did you mean “\(near)”?")
    case .noDocument:
      return Bilingual(zh: "请写 Policies 里一份文件的 id。", en: "Write the id of a document in Policies.")
    case .noFigure:
      return Bilingual(
        zh: "请对照文件里的参数表和“假设”。",
        en: "Compare with the parameters and assumptions of the document.")
    case .outside:
      return Bilingual(
        zh: "请写文件适用地区之内的代码。", en: "Write the code of a region in which the document applies.")
    case .wrongType(let type):
      return Bilingual(
        zh: "请写\(type.name.zh)，例如 \(type.example)。",
        en: "Write a \(type.name.en), as \(type.example).")
    case .notAnOption:
      return Bilingual(zh: "请从中选一个。", en: "Choose one of these.")
    case .overlaps:
      return Bilingual(
        zh: "请改正起止日期，让每一天只有一个取值。",
        en: "Correct the dates, so that each day has one value.")
    case .nothingComputes:
      return Bilingual(
        zh: "这是文字上的理解；要改，请在政策文件里改规则。",
        en: "It is a reading in words: change the rules of the document instead.")
    case .shareOfQuota(let region):
      return Bilingual(zh: "请把 region 写成 \(region)。", en: "Write \(region) as region.")
    }
  }

  private func place(_ other: LocalValue) -> Bilingual {
    let span = "\(other.from?.description ?? "…")–\(other.to?.description ?? "…")"
    switch other.origin {
    case .file: return Bilingual(span)
    case .registry(let number, _):
      return Bilingual(
        zh: "登记库第 \(number) 号，\(span)", en: "number \(number) of the registry, \(span)")
    }
  }
}

extension FEELType {
  /// A value that somebody might write.
  fileprivate var example: String {
    switch self {
    case .number: "36"
    case .boolean: "true"
    case .date: "2020-01-01"
    default: "…"
    }
  }
}
