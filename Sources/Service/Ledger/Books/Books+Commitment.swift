extension Books {
  func commit(
    _ subject: LedgerSubject, _ shares: [BudgetShare], _ draft: inout Draft
  ) throws(LedgerProblem) {
    for share in try shares.inOrder() {
      let free = draft.balance(try open(share.budget), .free)
      guard free >= share.amount else {
        throw .insufficientFunds(share.budget, free: free, asked: share.amount)
      }
      try draft.move(
        share.amount, in: share.budget, from: .free, to: .committed, for: subject)
    }
  }

  /// Frees or pays what is committed, in the year where the commitment now is.
  func useCommitted(
    _ subject: LedgerSubject, _ shares: [BudgetShare], to account: BudgetAccount,
    _ draft: inout Draft
  ) throws(LedgerProblem) {
    for share in try shares.inOrder() {
      let budget = try present(share.budget)
      let committed = draft.balance(budget, .committed, of: subject.id)
      guard committed >= share.amount else {
        throw .moreThanCommitted(
          subject: subject.id, budget, committed: committed, asked: share.amount)
      }
      try draft.move(share.amount, in: budget, from: .committed, to: account, for: subject)
    }
  }

  /// A closed year cannot have commitments: what comes back goes on to the year that followed.
  func takeBack(
    _ subject: LedgerSubject, _ shares: [BudgetShare], _ draft: inout Draft
  ) throws(LedgerProblem) {
    for share in try shares.inOrder() {
      let present = try present(share.budget)
      for part in try unclaimed(share, of: subject, draft) {
        if part.budget == present {
          try draft.move(part.amount, in: present, from: .paid, to: .committed, for: subject)
        } else {
          try draft.move(part.amount, in: part.budget, from: .paid, to: .carried, for: subject)
          try draft.move(part.amount, in: present, from: .carried, to: .committed, for: subject)
        }
      }
    }
  }

  /// Where an amount that was paid to a subject and is not claimed back stands: in the budget named,
  /// and where that is not all, in those it was carried over to.
  func unclaimed(
    _ share: BudgetShare, of subject: LedgerSubject, _ draft: Draft
  ) throws(LedgerProblem) -> [BudgetShare] {
    var parts: [BudgetShare] = []
    var rest = share.amount
    for budget in try chain(from: share.budget) {
      let there =
        draft.balance(budget, .paid, of: subject.id)
        - draft.balance(budget, .receivable, of: subject.id)
      let part = min(rest, there)
      if part > 0 { parts.append(BudgetShare(budget, part)) }
      rest -= max(part, 0)
    }
    guard rest == 0 else {
      throw .moreThanPaid(
        subject: subject.id, share.budget, paid: share.amount - rest, asked: share.amount)
    }
    return parts
  }
}
