/// What can be done to the ledger. Amounts are above zero, in the unit of their budget.
///
/// Budgets that were closed stand for the year they were carried over to: a payment that was
/// instructed in December and confirmed in January is settled where its commitment now is.
package enum LedgerAct: Sendable, Equatable {
  /// 下达指标: a finance officer asks to grant (above zero) or to reduce (below); nothing moves.
  case propose(Budget, change: Int64)
  /// Another person lets the proposal of this number take effect.
  case confirm(proposal: Int64)
  /// The proposal of this number comes to nothing; its maker may say so too.
  case decline(proposal: Int64)
  /// 承诺: free → committed, at approval.
  case commit(LedgerSubject, [BudgetShare])
  /// committed → free: all or part is not needed after all.
  case release(LedgerSubject, [BudgetShare])
  /// 支付: committed → paid, once a payment is confirmed.
  case settle(LedgerSubject, [BudgetShare])
  /// 退汇: paid → committed, when a settled payment comes back. Of a closed year it goes to the
  /// commitments of the year that followed.
  case takeBack(LedgerSubject, [BudgetShare])
  /// 追回: of what the subject was paid this is to be given back, in these instalments.
  case demand(LedgerSubject, [BudgetShare], [Instalment])
  /// All or part of the claim of this number came in: paid → free, or to the treasury where the year
  /// is closed. Several budgets share it by what each still has to get.
  case recover(demand: Int64, amount: Int64)
  /// 核销、撤销: all or part of the claim is no longer asked for.
  case waive(demand: Int64, amount: Int64)
  /// 年终结转: closes the budget. Commitments go to the same fund in the later year.
  case carryOver(Budget, to: Int, free: Remainder)

  /// What becomes of free money at the end of a year.
  package enum Remainder: String, Sendable {
    /// It is carried over too.
    case carried
    /// It goes back to the treasury.
    case lapses
  }

  /// What an act is called in the tables and in the trail.
  package enum Kind: String, Sendable, CaseIterable {
    case propose, confirm, decline, commit, release, settle, demand, recover, waive
    case takeBack = "take-back"
    case carryOver = "carry-over"
  }
}
