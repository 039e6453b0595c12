import Office

/// The state of the ledger, or of the part that one act touches, as plain values: what every act
/// does is worked out here, without a database.
package struct Books: Sendable {
  /// A budget.
  struct Sheet: Sendable, Equatable {
    var balances = Balances()
    /// The parts of the subjects, by their id.
    var subjects: [String: Balances] = [:]
    /// The budget this one was carried over to.
    var successor: Budget?
  }

  /// An act that was done: what it said, and what it did.
  struct Known: Sendable {
    var content: String
    /// The act itself where it is at hand, which is compared sooner.
    var act: LedgerAct?
    var entry: LedgerEntry
  }

  var lastEntry: Int64 = 0
  var lastLine: Int64 = 0
  var sheets: [Budget: Sheet] = [:]
  var proposals: [Int64: Proposal] = [:]
  var demands: [Int64: Demand] = [:]
  /// By key.
  var known: [String: Known] = [:]

  package init() {}

  /// Where a budget stands; `nil` when nothing was ever granted to it.
  package func position(of budget: Budget) -> BudgetPosition? {
    sheets[budget].map {
      BudgetPosition(budget: budget, balances: $0.balances, successor: $0.successor)
    }
  }

  /// The budget and those it was carried over to, one after the other: all but the last are closed.
  func chain(from budget: Budget) throws(LedgerProblem) -> [Budget] {
    var chain = [budget]
    guard var sheet = sheets[budget] else { throw .unknownBudget(budget) }
    while let next = sheet.successor, let following = sheets[next] {
      chain.append(next)
      sheet = following
    }
    return chain
  }

  /// Where commitments that were made in a budget now are.
  func present(_ budget: Budget) throws(LedgerProblem) -> Budget {
    try chain(from: budget).last ?? budget
  }

  /// The budget itself, for acts that a closed one refuses.
  func open(_ budget: Budget) throws(LedgerProblem) -> Budget {
    guard let sheet = sheets[budget] else { throw .unknownBudget(budget) }
    guard sheet.successor == nil else { throw .closedYear(budget) }
    return budget
  }
}
