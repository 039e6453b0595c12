package import Core

/// A part of a claim, and the last day to pay it.
package struct Instalment: Sendable, Hashable {
  package let due: CivilDate
  /// In the unit of the claim; 分 for money.
  package let amount: Int64

  package init(due: CivilDate, amount: Int64) {
    self.due = due
    self.amount = amount
  }
}
