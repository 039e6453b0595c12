/// Where a budget stands.
package struct BudgetPosition: Sendable, Equatable {
  package let budget: Budget
  package let balances: Balances
  /// The budget it was carried over to, when it is closed.
  package let successor: Budget?

  package var isClosed: Bool { successor != nil }
  /// What was granted, with what came and went by carry-over and less what went back to the treasury:
  /// always `free + committed + paid`.
  package var appropriation: Int64 {
    -(balances[.granted] + balances[.carried] + balances[.returned])
  }
  package var granted: Int64 { -balances[.granted] }
  /// Above zero for what came from an earlier year, below for what went to a later one.
  package var carried: Int64 { -balances[.carried] }
  package var returned: Int64 { balances[.returned] }
  package var free: Int64 { balances[.free] }
  package var committed: Int64 { balances[.committed] }
  package var paid: Int64 { balances[.paid] }
  package var receivable: Int64 { balances[.receivable] }
}

/// Where a subject stands in one budget.
package struct SubjectPosition: Sendable, Equatable {
  package let budget: Budget
  package let committed: Int64
  package let paid: Int64
  package let receivable: Int64
}
