import Office

extension Books {
  /// Whether an act was done now or before.
  package enum Outcome: Sendable, Equatable {
    case first(LedgerEntry)
    case again(LedgerEntry)

    package var entry: LedgerEntry {
      switch self {
      case .first(let entry), .again(let entry): entry
      }
    }
  }

  /// Does an act, unless its key says that it was done before.
  ///
  /// - Parameter posting: the act and who does it.
  /// - Returns: what it did, now or then.
  /// - Throws: `LedgerProblem`; nothing is changed then.
  package mutating func apply(_ posting: Posting) throws(LedgerProblem) -> Outcome {
    if let known = known[posting.key] {
      guard try known.says(posting.act) else { throw .keyReused(posting.key) }
      return .again(known.entry)
    }
    if let roles = posting.act.kind.roles, !roles.contains(posting.role) {
      throw .roleMayNot(posting.role, posting.act.kind)
    }
    let subject = try subject(of: posting.act)
    let moves = try moves(of: posting)
    let content = try posting.act.content()
    let entry = LedgerEntry(
      number: lastEntry + 1, kind: posting.act.kind, subject: subject, moment: posting.moment,
      user: posting.user, lines: post(moves, posting))
    lastEntry = entry.number
    remember(posting, entry)
    known[posting.key] = Known(content: content, act: posting.act, entry: entry)
    return .first(entry)
  }

  /// What moves where.
  private func moves(of posting: Posting) throws(LedgerProblem) -> [Draft.Move] {
    var draft = Draft(self)
    switch posting.act {
    case .propose(let budget, let change): try propose(budget, change, draft)
    case .confirm(let number): try confirm(number, by: posting.user, &draft)
    case .decline(let number): _ = try undecided(number)
    case .commit(let subject, let shares): try commit(subject, shares, &draft)
    case .release(let subject, let shares): try useCommitted(subject, shares, to: .free, &draft)
    case .settle(let subject, let shares): try useCommitted(subject, shares, to: .paid, &draft)
    case .takeBack(let subject, let shares): try takeBack(subject, shares, &draft)
    case .demand(let subject, let shares, let instalments):
      try demand(subject, shares, instalments, &draft)
    case .recover(let number, let amount): try recover(number, amount, &draft)
    case .waive(let number, let amount): try waive(number, amount, &draft)
    case .carryOver(let budget, let year, let free): try carryOver(budget, to: year, free, &draft)
    }
    return draft.moves
  }

  /// Makes lines of the moves and adds them to the balances.
  private mutating func post(_ moves: [Draft.Move], _ posting: Posting) -> [LedgerLine] {
    var lines: [LedgerLine] = []
    for move in moves {
      for (account, amount) in [(move.from, -move.amount), (move.to, move.amount)] {
        lastLine += 1
        let (balance, part) = sheets[move.budget, default: Sheet()].add(
          amount, to: account, of: move.subject?.id)
        lines.append(
          LedgerLine(
            number: lastLine, entry: lastEntry + 1, kind: posting.act.kind, moment: posting.moment,
            budget: move.budget, account: account, amount: amount, balance: balance,
            subject: move.subject, subjectBalance: part))
      }
    }
    return lines
  }

  /// Keeps what later acts refer to.
  private mutating func remember(_ posting: Posting, _ entry: LedgerEntry) {
    switch posting.act {
    case .propose(let budget, let change):
      proposals[entry.number] = Proposal(
        number: entry.number, budget: budget, change: change, maker: posting.user,
        moment: posting.moment, isDecided: false)
    case .confirm(let number), .decline(let number): proposals[number]?.isDecided = true
    case .demand(let subject, _, let instalments):
      demands[entry.number] = Demand(entry, subject, instalments)
    case .recover(let number, _), .waive(let number, _): demands[number]?.answer(entry)
    case .carryOver(let budget, let year, _):
      sheets[budget]?.successor = budget.inYear(year)
      if sheets[budget.inYear(year)] == nil { sheets[budget.inYear(year)] = Sheet() }
    case .commit, .release, .settle, .takeBack: break
    }
  }

  private func subject(of act: LedgerAct) throws(LedgerProblem) -> LedgerSubject? {
    switch act {
    case .commit(let subject, _), .release(let subject, _), .settle(let subject, _),
      .takeBack(let subject, _), .demand(let subject, _, _):
      subject
    case .recover(let number, _), .waive(let number, _): try demand(number).subject
    case .propose, .confirm, .decline, .carryOver: nil
    }
  }
}

extension Books.Known {
  fileprivate func says(_ other: LedgerAct) throws(LedgerProblem) -> Bool {
    if act == other { return true }
    return content == (try other.content())
  }
}

extension Books.Sheet {
  /// Adds to a balance and to a subject's part of it; gives both as they are then.
  mutating func add(
    _ amount: Int64, to account: BudgetAccount, of subject: String?
  ) -> (balance: Int64, part: Int64) {
    balances[account] += amount
    guard let subject else { return (balances[account], 0) }
    subjects[subject, default: Balances()][account] += amount
    return (balances[account], subjects[subject]?[account] ?? 0)
  }
}
