package import Core
package import Determination

/// Two determinations of one benefit, or one that the other side has not: what of the answer differs,
/// which rule makes the difference, and which facts.
package struct ComparedPair: Sendable {
  /// Full id, `wenzhou-2018-242/skill-upgrade`.
  package let benefit: String
  package let label: Bilingual
  package let left: Determination?
  package let right: Determination?
  /// Of the answer, in the order in which people read it.
  package let answers: [AnswerDifference]
  /// Of the reasons, in the order of evaluation, the figures that they used behind them.
  package let reasons: [ReasonDifference]
  /// Of the facts that the reasons used.
  package let facts: [FactDifference]

  init(_ left: Determination?, _ right: Determination?, matching: Comparison.Matching) {
    self.left = left
    self.right = right
    benefit = left?.benefit ?? right?.benefit ?? ""
    label = left?.label ?? right?.label ?? Bilingual("")
    guard let left, let right else {
      answers = []
      reasons = []
      facts = []
      return
    }
    answers = AnswerDifference.all(left, right)
    reasons = ReasonDifference.all(left.because, right.because)
    facts = FactDifference.all(left.because, right.because, matching: matching)
  }

  /// Whether both sides have it and come to the same, whatever the reasons.
  package var isSame: Bool { left != nil && right != nil && answers.isEmpty }

  /// The rule that makes the difference: where the outcomes differ, or only what is still needed, the
  /// first by the order of evaluation that holds on one side only; where the sums do, the first of those that sums come from
  /// whose value, needed value or row is another. `nil` where nothing differs or a side is missing.
  package var deciding: ReasonDifference? {
    if answers.isEmpty { return nil }
    if answers.contains(where: { $0.what == .outcome }) || answers.allSatisfy({ $0.what == .needs })
    {
      return reasons.first { $0.aspects.contains(.verdict) } ?? reasons.first
    }
    return reasons.first { $0.isOfSum } ?? reasons.first
  }

  /// Of the other rules that differ those that people want to read: what one side never came to,
  /// because something failed before, is no difference of its own.
  package var alsoTold: [ReasonDifference] {
    alsoDiffering.filter { !$0.isUnreached }
  }

  /// The other rules that differ, for whoever wants to know all.
  package var alsoDiffering: [ReasonDifference] {
    guard let deciding else { return reasons }
    return reasons.filter { !$0.isOfSame(as: deciding) }
  }
}
