import Ledger

/// What the ledger should come to, worked out without entries, lines or balances: a few sums by
/// budget and case. It shares no code with the ledger.
struct NaiveLedger {
  struct Pot: Equatable {
    var appropriation: Int64 = 0
    var free: Int64 = 0
    var committed: [String: Int64] = [:]
    var paid: [String: Int64] = [:]
    var claimed: [String: Int64] = [:]
    var next: Budget?
  }

  private struct No: Error {}

  private(set) var pots: [Budget: Pot] = [:]
  private var proposals: [Int64: (budget: Budget, change: Int64, maker: Int64)] = [:]
  private var claims: [Int64: (subject: String, open: [Budget: Int64])] = [:]

  /// Does an act as the entry of this number, or says that it is not allowed.
  mutating func apply(_ act: LedgerAct, number: Int64, user: Int64) -> Bool {
    var copy = self
    do { try copy.perform(act, number, user) } catch { return false }
    self = copy
    return true
  }

  private mutating func perform(_ act: LedgerAct, _ number: Int64, _ user: Int64) throws {
    switch act {
    case .propose(let budget, let change):
      var trial = self
      try trial.appropriate(budget, change)
      proposals[number] = (budget, change, user)
    case .confirm(let proposal):
      guard let asked = proposals.removeValue(forKey: proposal), asked.maker != user else {
        throw No()
      }
      try appropriate(asked.budget, asked.change)
    case .decline(let proposal):
      guard proposals.removeValue(forKey: proposal) != nil else { throw No() }
    case .commit(let subject, let shares):
      for share in shares {
        guard var pot = pots[share.budget], pot.next == nil, pot.free >= share.amount else {
          throw No()
        }
        pot.free -= share.amount
        pot.committed[subject.id, default: 0] += share.amount
        pots[share.budget] = pot
      }
    case .release(let subject, let shares):
      for share in shares {
        let budget = try last(share.budget)
        try take(share.amount, of: \.committed, subject.id, budget)
        pots[budget]?.free += share.amount
      }
    case .settle(let subject, let shares):
      for share in shares {
        let budget = try last(share.budget)
        try take(share.amount, of: \.committed, subject.id, budget)
        pots[budget]?.paid[subject.id, default: 0] += share.amount
      }
    case .takeBack(let subject, let shares):
      for share in shares {
        try spread(share, subject.id) { ledger, budget, part in
          try ledger.take(part, of: \.paid, subject.id, budget)
          ledger.pots[budget]?.appropriation -= part
          let target = try ledger.last(budget)
          ledger.pots[target]?.appropriation += part
          ledger.pots[target]?.committed[subject.id, default: 0] += part
        }
      }
    case .demand(let subject, let shares, _):
      claims[number] = (subject.id, [:])
      for share in shares {
        try spread(share, subject.id) { ledger, budget, part in
          ledger.pots[budget]?.claimed[subject.id, default: 0] += part
          ledger.claims[number]?.open[budget, default: 0] += part
        }
      }
    case .recover(let claim, let amount):
      for (budget, part) in try answer(claim, amount) {
        guard let subject = claims[claim]?.subject else { throw No() }
        try take(part, of: \.paid, subject, budget)
        if pots[budget]?.next == nil {
          pots[budget]?.free += part
        } else {
          pots[budget]?.appropriation -= part
        }
      }
    case .waive(let claim, let amount): _ = try answer(claim, amount)
    case .carryOver(let budget, let year, let free):
      let later = budget.inYear(year)
      guard var pot = pots[budget], pot.next == nil, year > budget.year else { throw No() }
      var target = pots[later] ?? Pot()
      guard target.next == nil else { throw No() }
      let moved = pot.committed.values.reduce(0, +)
      target.appropriation += moved + (free == .carried ? pot.free : 0)
      target.free += free == .carried ? pot.free : 0
      target.committed.merge(pot.committed, uniquingKeysWith: +)
      pot.appropriation -= moved + pot.free
      (pot.free, pot.committed, pot.next) = (0, [:], later)
      (pots[budget], pots[later]) = (pot, target)
    }
  }

  private mutating func appropriate(_ budget: Budget, _ change: Int64) throws {
    guard change != 0, change > 0 || pots[budget] != nil else { throw No() }
    var pot = pots[budget] ?? Pot()
    guard pot.next == nil, pot.free + change >= 0 else { throw No() }
    pot.free += change
    pot.appropriation += change
    pots[budget] = pot
  }

  private func last(_ budget: Budget) throws -> Budget {
    guard let pot = pots[budget] else { throw No() }
    return try pot.next.map { try last($0) } ?? budget
  }

  private mutating func take(
    _ amount: Int64, of part: WritableKeyPath<Pot, [String: Int64]>, _ subject: String,
    _ budget: Budget
  ) throws {
    let there = pots[budget]?[keyPath: part][subject] ?? 0
    guard amount > 0, there >= amount else { throw No() }
    pots[budget]?[keyPath: part][subject] = there == amount ? nil : there - amount
  }

  /// Hands out an amount over the paid money of a case, year after year.
  private mutating func spread(
    _ share: BudgetShare, _ subject: String,
    _ body: (inout NaiveLedger, Budget, Int64) throws -> Void
  ) throws {
    var rest = share.amount
    var budget: Budget? = share.budget
    while rest > 0, let present = budget {
      guard let pot = pots[present] else { throw No() }
      let part = min(rest, (pot.paid[subject] ?? 0) - (pot.claimed[subject] ?? 0))
      if part > 0 { try body(&self, present, part) }
      rest -= max(part, 0)
      budget = pot.next
    }
    guard rest == 0 else { throw No() }
  }

  /// Takes an amount off a claim, by what each budget still has to get: first all that comes out
  /// whole, then unit by unit to whoever is furthest behind.
  private mutating func answer(_ number: Int64, _ amount: Int64) throws -> [(Budget, Int64)] {
    guard let claim = claims[number] else { throw No() }
    let budgets = claim.open.keys.sorted()
    let whole = claim.open.values.reduce(0, +)
    guard amount > 0, amount <= whole else { throw No() }
    var parts = budgets.map { (budget: $0, part: amount * (claim.open[$0] ?? 0) / whole) }
    while parts.reduce(0, { $0 + $1.part }) < amount {
      let behind = parts.map { amount * (claim.open[$0.budget] ?? 0) - $0.part * whole }
      guard let most = behind.max(), let place = behind.firstIndex(of: most) else { throw No() }
      parts[place].part += 1
    }
    for (budget, part) in parts {
      claims[number]?.open[budget, default: 0] -= part
      pots[budget]?.claimed[claim.subject, default: 0] -= part
    }
    return parts.filter { $0.part > 0 }.map { ($0.budget, $0.part) }
  }
}
