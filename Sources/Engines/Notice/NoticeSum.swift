package import Core
import Determination

/// A line of the sum that a notice shows. Each result is what stands above it added up.
package struct NoticeSum: Sendable, Equatable {
  package enum Role: Sendable { case start, change, result }

  package let label: Bilingual
  /// What is taken away is below zero.
  package let amount: Money
  package let role: Role
  /// The place that says so, of a rule that took something.
  package let source: Bilingual?

  package init(_ label: Bilingual, _ amount: Money, _ role: Role, source: Bilingual? = nil) {
    self.label = label
    self.amount = amount
    self.role = role
    self.source = source
  }
}

extension Determination {
  /// From what the rule gives, over what caps and stacking rules took, to the amount; and from there,
  /// less what was granted, to what is payable.
  ///
  /// - Returns: the lines; empty where no money moves.
  /// - Throws: `NoticeProblem.sumsDisagree` when the steps do not lead to the results.
  func sums() throws(NoticeProblem) -> [NoticeSum] {
    var sums = try steps()
    guard outcome != .undetermined, let granted, granted != .zero else { return sums }
    let due = amount ?? .zero
    if sums.isEmpty { sums.append(NoticeSum(NoticeSum.due, due, .result)) }
    guard let taken = Money.zero.subtracting(granted), let payable,
      due.adding(taken) == payable
    else {
      throw .sumsDisagree(benefit: label)
    }
    sums.append(NoticeSum(NoticeSum.granted, taken, .change))
    sums.append(
      NoticeSum(payable < .zero ? NoticeSum.toReturn : NoticeSum.payable, payable, .result))
    return sums
  }

  private func steps() throws(NoticeProblem) -> [NoticeSum] {
    guard let amount else { return [] }
    var running = gross ?? amount
    var changes: [NoticeSum] = []
    for reason in because {
      guard let left = reason.left, left != running else { continue }
      guard let change = left.subtracting(running) else { throw .sumsDisagree(benefit: label) }
      changes.append(
        NoticeSum(reason.label, change, .change, source: reason.citation.words))
      running = left
    }
    guard running == amount else { throw .sumsDisagree(benefit: label) }
    let start = changes.isEmpty ? [] : [NoticeSum(NoticeSum.gross, gross ?? amount, .start)]
    return start + changes + [NoticeSum(NoticeSum.due, amount, .result)]
  }
}

extension NoticeSum {
  static let gross = Bilingual(zh: "按规则计算的金额", en: "what the rule gives")
  static let due = Bilingual(zh: "核定金额", en: "amount determined")
  static let granted = Bilingual(zh: "减去已发放", en: "less what was granted already")
  static let payable = Bilingual(zh: "应发金额", en: "still payable")
  static let toReturn = Bilingual(zh: "多发金额，提议退回", en: "granted too much: proposed to be returned")
}
