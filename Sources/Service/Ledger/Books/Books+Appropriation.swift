import Office

extension Books {
  /// A proposal moves nothing, but one that could not be confirmed now is refused at once.
  func propose(_ budget: Budget, _ change: Int64, _ draft: Draft) throws(LedgerProblem) {
    var trial = draft
    try appropriate(budget, change, &trial)
  }

  func confirm(
    _ number: Int64, by user: Int64, _ draft: inout Draft
  ) throws(LedgerProblem) {
    let proposal = try undecided(number)
    guard proposal.maker != user else { throw .ownAppropriation(proposal: number) }
    try appropriate(proposal.budget, proposal.change, &draft)
  }

  func undecided(_ number: Int64) throws(LedgerProblem) -> Proposal {
    guard let proposal = proposals[number] else { throw .unknownProposal(number) }
    guard !proposal.isDecided else { throw .alreadyDecided(proposal: number) }
    return proposal
  }

  /// Grants, or takes back what is free: never what is committed or paid.
  private func appropriate(
    _ budget: Budget, _ change: Int64, _ draft: inout Draft
  ) throws(LedgerProblem) {
    guard change != 0 else { throw .notPositive }
    guard change > Int64.min else { throw .tooLarge }
    if change > 0 {
      if sheets[budget] != nil { _ = try open(budget) }
      return try draft.move(change, in: budget, from: .granted, to: .free)
    }
    let free = draft.balance(try open(budget), .free)
    guard free >= -change else {
      throw .insufficientFunds(budget, free: free, asked: -change)
    }
    try draft.move(-change, in: budget, from: .free, to: .granted)
  }
}
