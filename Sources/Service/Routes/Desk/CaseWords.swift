import Determinations
import Bureau
import Casework
import Core
import JSONText
import Office
import Pages
import PolicyPlan
import Procedures

/// Makes lines and words of cases for pages.
struct CaseWords: Sendable {
  let bureau: Bureau
  private let benefits: [String: Bilingual]

  init(_ bureau: Bureau) {
    self.bureau = bureau
    benefits = Dictionary(
      bureau.rules.plans.flatMap(\.benefits).map { ($0.id, $0.label) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a benefit is called; its id where no plan has it any more.
  func benefit(_ id: String) -> Bilingual { benefits[id] ?? Bilingual(id) }

  func state(_ record: CaseRecord) throws -> Bilingual {
    try bureau.casework.shelf.procedure(of: record).state(record.state)?.label
      ?? Bilingual(record.state)
  }

  func line(_ record: CaseRecord, taker: String?) throws -> CaseLine {
    CaseLine(
      number: record.number, name: record.partyName, benefit: benefit(record.entitlement.benefit),
      amount: record.money, state: try state(record), due: record.due,
      isOverdue: record.due.map { $0 < bureau.clock.today } ?? false, taker: taker)
  }

  /// The reasons of a determination as it was kept with a case.
  static func reasons(_ determination: String) -> [CaseReason] {
    guard let json = try? JSON.parse(SourceText(name: "determination", text: determination))
    else { return [] }
    let because = json["determinations"]?.items?.first?["because"]?.items ?? []
    return because.compactMap { reason in
      guard let label = bilingual(reason["label"]) else { return nil }
      return CaseReason(
        label: label, value: bilingual(reason["value"]), needed: bilingual(reason["needed"]),
        verdict: reason["verdict"]?.string ?? "", article: bilingual(reason["article"]))
    }
  }

  private static func bilingual(_ json: JSON?) -> Bilingual? {
    guard let zh = json?["zh"]?.string, let en = json?["en"]?.string else { return nil }
    return Bilingual(zh: zh, en: en)
  }

  /// What an event was, in words.
  static func act(_ event: CaseEvent, _ procedure: Procedure) -> Bilingual {
    if let transition = procedure.transition(event.act) {
      return event.isSignature
        ? Bilingual(
          zh: "\(transition.label.zh)（已签，等其他人）",
          en: "\(transition.label.en) (signed, others to follow)")
        : transition.label
    }
    return switch event.act {
    case "open": Bilingual(zh: "立案", en: "opened")
    case "take": Bilingual(zh: "领办", en: "taken")
    case "give-back": Bilingual(zh: "退还", en: "given back")
    case "attach": Bilingual(zh: "上传材料", en: "evidence attached")
    case "remove": Bilingual(zh: "移除材料", en: "evidence removed")
    case "account": Bilingual(zh: "填写收款账户", en: "account given")
    case "score-self": Bilingual(zh: "自评打分", en: "own points given")
    case "score-review": Bilingual(zh: "审核打分", en: "review points given")
    case "instalments": Bilingual(zh: "商定分期", en: "instalments agreed on")
    default: Bilingual(event.act)
    }
  }
}
