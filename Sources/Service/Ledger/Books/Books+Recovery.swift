extension Books {
  func demand(
    _ subject: LedgerSubject, _ shares: [BudgetShare], _ instalments: [Instalment],
    _ draft: inout Draft
  ) throws(LedgerProblem) {
    let shares = try shares.inOrder()
    guard let unit = shares.first?.budget.unit,
      shares.allSatisfy({ $0.budget.unit == unit })
    else { throw .severalUnits }
    guard instalments.allSatisfy({ $0.amount > 0 }) else { throw .notPositive }
    var (demanded, inParts): (Int64, Int64) = (0, 0)
    for share in shares { demanded = try demanded.plus(share.amount) }
    for instalment in instalments { inParts = try inParts.plus(instalment.amount) }
    guard demanded == inParts else {
      throw .instalmentsDiffer(unit, instalments: inParts, demanded: demanded)
    }
    for share in shares {
      for part in try unclaimed(share, of: subject, draft) {
        try draft.move(part.amount, in: part.budget, from: .claimed, to: .receivable, for: subject)
      }
    }
  }

  /// Money that comes back in its own year can be spent again; that of a closed year cannot.
  func recover(_ number: Int64, _ amount: Int64, _ draft: inout Draft) throws(LedgerProblem) {
    let demand = try demand(number)
    for part in try demand.parts(of: amount) {
      let isClosed = sheets[part.budget]?.successor != nil
      try draft.move(
        part.amount, in: part.budget, from: .receivable, to: .claimed, for: demand.subject)
      try draft.move(
        part.amount, in: part.budget, from: .paid, to: isClosed ? .returned : .free,
        for: demand.subject)
    }
  }

  func waive(_ number: Int64, _ amount: Int64, _ draft: inout Draft) throws(LedgerProblem) {
    let demand = try demand(number)
    for part in try demand.parts(of: amount) {
      try draft.move(
        part.amount, in: part.budget, from: .receivable, to: .claimed, for: demand.subject)
    }
  }

  func demand(_ number: Int64) throws(LedgerProblem) -> Demand {
    guard let demand = demands[number] else { throw .unknownDemand(number) }
    return demand
  }
}

extension Demand {
  /// A claim as its entry made it.
  init(_ entry: LedgerEntry, _ subject: LedgerSubject, _ instalments: [Instalment]) {
    let lines = entry.lines.filter { $0.account == .receivable }
    let sums = Dictionary(lines.map { ($0.budget, $0.amount) }, uniquingKeysWith: +)
    self.init(
      number: entry.number, subject: subject, unit: lines.first?.budget.unit ?? .money,
      instalments: instalments.byDueDay, recovered: 0, waived: 0,
      outstanding: sums.map { BudgetShare($0, $1) }.sorted { $0.budget < $1.budget })
  }

  /// How the budgets share an amount: by what each still has to get.
  fileprivate func parts(of amount: Int64) throws(LedgerProblem) -> [BudgetShare] {
    guard amount > 0 else { throw .notPositive }
    guard amount <= open else {
      throw .moreThanDemanded(demand: number, unit, open: open, asked: amount)
    }
    return zip(outstanding, Split.divide(amount, by: outstanding.map(\.amount)))
      .filter { $1 > 0 }.map { BudgetShare($0.budget, $1) }
  }

  /// Takes off what an entry brought in or dropped.
  mutating func answer(_ entry: LedgerEntry) {
    let before = open
    outstanding = outstanding.map { share in
      BudgetShare(share.budget, share.amount + entry.change(of: .receivable, in: share.budget))
    }.filter { $0.amount > 0 }
    if entry.kind == .recover { recovered += before - open } else { waived += before - open }
  }
}

extension [Instalment] {
  /// By the day they are due; those of one day as they were listed.
  var byDueDay: [Instalment] {
    enumerated().sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
      .map(\.element)
  }
}
