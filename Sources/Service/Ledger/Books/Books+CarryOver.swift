extension Books {
  /// Closes a budget. What was paid stays where it was paid; it never becomes free again.
  func carryOver(
    _ budget: Budget, to year: Int, _ free: LedgerAct.Remainder, _ draft: inout Draft
  ) throws(LedgerProblem) {
    let sheet = sheets[try open(budget)] ?? Sheet()
    let later = budget.inYear(year)
    guard year > budget.year, sheets[later]?.successor == nil else {
      throw .yearNotLater(budget, to: year)
    }
    let rest = sheet.balances[.free]
    if rest > 0 {
      switch free {
      case .carried:
        try draft.move(rest, in: budget, from: .free, to: .carried)
        try draft.move(rest, in: later, from: .carried, to: .free)
      case .lapses: try draft.move(rest, in: budget, from: .free, to: .returned)
      }
    }
    let committed = sheet.subjects.filter { $0.value[.committed] > 0 }
    for (id, part) in committed.sorted(by: { $0.key < $1.key }) {
      let subject = LedgerSubject(id)
      try draft.move(part[.committed], in: budget, from: .committed, to: .carried, for: subject)
      try draft.move(part[.committed], in: later, from: .carried, to: .committed, for: subject)
    }
  }
}
