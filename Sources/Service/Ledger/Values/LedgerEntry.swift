package import Office

/// What an act did, as it stands in the ledger.
package struct LedgerEntry: Sendable, Equatable {
  /// 1, 2, 3 …; the number of a proposal or of a claim is that of its entry.
  package let number: Int64
  package let kind: LedgerAct.Kind
  package let subject: LedgerSubject?
  package let moment: Moment
  /// The account of whoever did it.
  package let user: Int64
  /// In the order they were posted; none for a proposal, or one that was declined.
  package let lines: [LedgerLine]

  /// What the lines add to an account of a budget.
  package func change(of account: BudgetAccount, in budget: Budget) -> Int64 {
    lines.filter { $0.account == account && $0.budget == budget }.reduce(0) { $0 + $1.amount }
  }
}

/// A line of an entry.
package struct LedgerLine: Sendable, Equatable {
  /// 1, 2, 3 … over all entries.
  package let number: Int64
  package let entry: Int64
  package let kind: LedgerAct.Kind
  package let moment: Moment
  package let budget: Budget
  package let account: BudgetAccount
  /// What it adds; never zero.
  package let amount: Int64
  /// The account's balance from here on.
  package let balance: Int64
  package let subject: LedgerSubject?
  /// The part of the balance that is this subject's; zero where there is none.
  package let subjectBalance: Int64
}
