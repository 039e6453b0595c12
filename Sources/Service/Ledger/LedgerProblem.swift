package import Office

/// Why the ledger refuses an act, or does not hold. Nothing was changed.
package enum LedgerProblem: Error, Sendable, Equatable {
  case insufficientFunds(Budget, free: Int64, asked: Int64)
  case closedYear(Budget)
  case unknownBudget(Budget)
  /// The key stands for an act that said something else.
  case keyReused(String)
  case moreThanCommitted(subject: String, Budget, committed: Int64, asked: Int64)
  /// Paid and not already claimed back.
  case moreThanPaid(subject: String, Budget, paid: Int64, asked: Int64)
  case moreThanDemanded(demand: Int64, LedgerUnit, open: Int64, asked: Int64)
  /// Whoever proposed an appropriation confirms it.
  case ownAppropriation(proposal: Int64)
  case roleMayNot(Role, LedgerAct.Kind)
  /// An amount of zero or less, or no amount at all.
  case notPositive
  case instalmentsDiffer(LedgerUnit, instalments: Int64, demanded: Int64)
  /// A claim in two units.
  case severalUnits
  case unknownProposal(Int64)
  case alreadyDecided(proposal: Int64)
  case unknownDemand(Int64)
  case yearNotLater(Budget, to: Int)
  case unsoundSplit
  /// Beyond an eighth of 64 bits.
  case tooLarge
  /// An entry that does not add up, or a balance below zero: a mistake in the program.
  case unbalanced(entry: Int64)
  /// What is stored contradicts a rule.
  case broken(LedgerRule, entry: Int64)
}
