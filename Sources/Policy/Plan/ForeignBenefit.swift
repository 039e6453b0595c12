package import Core
import PolicyDocument
import Vocabulary

/// A benefit of another document that a stacking rule counts.
package struct ForeignBenefit: Sendable {
  /// `document/benefit`.
  package let id: String
  package let label: Bilingual
  /// Types of its subject record and of the party; indexes into the vocabulary's types.
  package let subject: Int
  package let party: Int
  /// The text of its document: what the plan cannot be compiled without.
  package let source: SourceText

  /// The id of its document.
  package var document: String { String(id.prefix { $0 != "/" }) }
}

extension Compiler {
  /// The benefit of another document that a stacking rule names; `nil` after a diagnostic.
  ///
  /// - Parameter cell: `document/benefit`.
  /// - Returns: as much of it as stacking rules look at.
  mutating func foreignBenefit(named cell: Cell) -> BenefitPlan? {
    let parts = cell.text.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let other = others.first(where: { $0.front.id.text == parts[0] }),
      let benefit = other.benefits.first(where: { $0.id.text == parts[1] })
    else {
      let names = others.flatMap { other in
        other.benefits.map { other.front.id.text + "/" + $0.id.text }
      }
      refuse(
        "PLN051", cell.range,
        Bilingual(zh: "没有待遇“\(cell.text)”", en: "there is no benefit “\(cell.text)”"),
        Suggestion.advice(for: cell.text, among: names))
      return nil
    }
    guard let each = benefit.each, let subject = vocabulary.typeIndex(each.text),
      case .record(of: let partyType) = vocabulary.types[subject].role,
      let party = vocabulary.typeIndex(partyType), !other.isRanked(benefit.id.text)
    else {
      refuse(
        "PLN069", cell.range,
        Bilingual(
          zh: "另一份文件的“\(cell.text)”不按记录发放，或有名额，不能在这里计入",
          en:
            "“\(cell.text)” of another document has no record or has a quota, and cannot count here"
        ),
        Bilingual(zh: "请从 over 里删去它。", en: "Take it out of over."))
      return nil
    }
    let found = ForeignBenefit(
      id: cell.text, label: benefit.label, subject: subject, party: party, source: other.source)
    if !plan.foreign.contains(where: { $0.id == found.id }) { plan.foreign.append(found) }
    return BenefitPlan(
      id: found.id, label: found.label, place: place(0, cell.range), subject: subject, party: party,
      receiver: nil, event: .ofSubject, eventsFrom: nil, payment: .inKind([]))
  }

  /// Whether a rule may count benefits of other documents, and counts one of its own; reports when
  /// not.
  mutating func allowsForeign(
    _ kind: StackingRule.Kind, _ over: [Cell], _ benefits: [BenefitPlan]
  ) -> Bool {
    let foreign = benefits.indices.filter { plan.isForeign(benefits[$0].id) }
    guard let first = foreign.first else { return true }
    switch kind {
    case .once, .blocks: if foreign.count < benefits.count || !kind.lower.isEmpty { return true }
    case .cap(let cap) where cap.keep == .earliest && cap.filter == nil:
      if foreign.count < benefits.count { return true }
    default: break
    }
    refuse(
      "PLN069", over[first].range,
      Bilingual(
        zh: "这条规则不能计入另一份文件的“\(over[first].text)”",
        en: "this rule cannot count “\(over[first].text)” of another document"),
      Bilingual(
        zh: "once、blocks 和按先后的 cap 可以，并且要有本文件自己的待遇。",
        en: "once, blocks and a cap in the order of time can, beside a benefit of this document."))
    return false
  }
}

extension StackingRule.Kind {
  /// The benefits that are blocked, of a rule that blocks some.
  package var lower: [String] {
    if case .blocks(let lower, _) = self { lower } else { [] }
  }
}

extension PolicyDocument {
  /// Whether a quota of the document is about one of its benefits.
  fileprivate func isRanked(_ benefit: String) -> Bool {
    stacking.contains { block in
      guard block.kind.text == "quota",
        let over = block.settings.entries.first(where: { $0.key.text == "over" })
      else { return false }
      switch over.value {
      case .scalar(let cell): return cell.text == benefit
      case .list(let items, _):
        return items.contains {
          if case .scalar(let cell) = $0 { cell.text == benefit } else { false }
        }
      case .mapping: return false
      }
    }
  }
}

extension Plan {
  package func isForeign(_ benefit: String) -> Bool { !benefit.hasPrefix(id + "/") }

  /// Ids of the other documents whose benefits stacking rules count.
  package var foreignDocuments: Set<String> { Set(foreign.map(\.document)) }
}
