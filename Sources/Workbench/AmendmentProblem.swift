import Core
import PolicyDocument
import PolicyPlan

/// What is wrong with a change that a document makes to another.
enum AmendmentProblem {
  case noDocument(String, known: [String])
  case itself
  case noTarget(Amendment.Target, among: [String])
  case tooEarly(CivilDate, CivilDate)
  case overlaps(String, Amendment.Target, CivilDate)
  case nothingInstead(Amendment.Target)
  /// The changed text has a fault.
  case unsound(Bilingual, Bilingual)
  case otherBenefits

  /// Stable.
  var code: String {
    switch self {
    case .noDocument: "AMD001"
    case .itself: "AMD002"
    case .noTarget: "AMD003"
    case .tooEarly: "AMD004"
    case .overlaps: "AMD005"
    case .nothingInstead: "AMD006"
    case .unsound: "AMD007"
    case .otherBenefits: "AMD008"
    }
  }

  /// Whether the name of the target is at fault, and not the block.
  var isOfTarget: Bool { if case .noTarget = self { true } else { false } }

  var message: Bilingual {
    switch self {
    case .noDocument(let id, _):
      Bilingual(zh: "没有被修改的文件“\(id)”", en: "there is no document “\(id)” to amend")
    case .itself:
      Bilingual(zh: "文件不能修改自己", en: "a document cannot amend itself")
    case .noTarget(let target, _):
      Bilingual(zh: "被修改的文件里没有“\(target.name)”", en: "the document has no “\(target.name)”")
    case .tooEarly(let day, let start):
      Bilingual(
        zh: "修改自 \(day) 起，不晚于被修改文件的 \(start)",
        en: "the change holds from \(day), not after \(start), the start of what it changes")
    case .overlaps(let other, let target, let day):
      Bilingual(
        zh: "“\(other)”也从 \(day) 起修改“\(target.name)”",
        en: "“\(other)” changes “\(target.name)” from \(day) too")
    case .nothingInstead(let target):
      Bilingual(
        zh: "没有写明用什么替换“\(target.name)”", en: "nothing takes the place of “\(target.name)”")
    case .unsound(let message, _):
      Bilingual(
        zh: "修改后的文本有误：\(message.zh)", en: "the amended text has a fault: \(message.en)")
    case .otherBenefits:
      Bilingual(
        zh: "修改后的待遇与原来的不是同一些", en: "the amended text has other benefits than before")
    }
  }

  var advice: Bilingual {
    switch self {
    case .noDocument(let id, let known):
      nearest(to: id, among: known)
    case .itself:
      Bilingual(zh: "请直接改这份文件。", en: "Change the document itself.")
    case .noTarget(let target, let known): nearest(to: target.name, among: known)
    case .tooEarly:
      Bilingual(
        zh: "请写晚于被修改文件开始适用的日子。", en: "Give a day after that from which the other applies.")
    case .overlaps:
      Bilingual(
        zh: "同一处同一天只能改一次：请合并，或改其中一个日期。",
        en: "One thing changes once a day: join the two, or change one of the dates.")
    case .nothingInstead:
      Bilingual(
        zh: "在这一块下面写出新的待遇块和规则表、新的表行或参数；要取消的写 repeal。",
        en:
          "Below the block write the new benefit with its rules, the new row or parameter; to take "
          + "it away write repeal.")
    case .unsound(_, let advice): advice
    case .otherBenefits:
      Bilingual(
        zh: "替换的待遇要保留原来的 id；新增的待遇写成本文件自己的待遇。",
        en: "A benefit that replaces another keeps its id; a new one is this document's own.")
    }
  }

  private func nearest(to name: String, among known: [String]) -> Bilingual {
    if let near = Suggestion.nearest(to: name, among: known) {
      return Bilingual(zh: "是不是想写“\(near)”？", en: "Did you mean “\(near)”?")
    }
    return Bilingual(
      zh: "已有：\(known.joined(separator: "、"))。", en: "There are: \(known.joined(separator: ", ")).")
  }
}
