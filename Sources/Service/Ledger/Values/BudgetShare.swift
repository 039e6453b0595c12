/// An amount of one budget.
package struct BudgetShare: Sendable, Hashable {
  package let budget: Budget
  /// In the budget's unit; 分 for money.
  package let amount: Int64

  package init(_ budget: Budget, _ amount: Int64) {
    self.budget = budget
    self.amount = amount
  }
}

extension [BudgetShare] {
  /// Each budget once, in the order of budgets: the same shares are the same act however they were
  /// listed.
  ///
  /// - Returns: the shares, all positive, at least one.
  /// - Throws: `LedgerProblem.notPositive`, `.tooLarge`.
  func inOrder() throws(LedgerProblem) -> [BudgetShare] {
    guard !isEmpty, allSatisfy({ $0.amount > 0 }) else { throw .notPositive }
    var sums: [Budget: Int64] = [:]
    for share in self {
      sums[share.budget] = try sums[share.budget, default: 0].plus(share.amount)
    }
    return sums.map { BudgetShare($0, $1) }.sorted { $0.budget < $1.budget }
  }
}

extension Int64 {
  /// The sum; refused where the sum of all accounts of a budget might not fit 64 bits.
  func plus(_ other: Int64) throws(LedgerProblem) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    guard !overflow, sum.magnitude <= UInt64(Int64.max / 8) else { throw .tooLarge }
    return sum
  }
}
