/// Goes over all lines in order and adds them up anew.
struct LinesCheck {
  private(set) var sheets: [Budget: Books.Sheet] = [:]
  private(set) var count: Int64 = 0
  private var entry: Int64 = 0
  /// Of the present entry, by budget: money, and claims.
  private var sums: [Budget: (money: Int64, claims: Int64)] = [:]
  private var touched: [(budget: Budget, subject: String)] = []

  mutating func add(_ line: LedgerLine) throws(LedgerProblem) {
    if line.entry != entry { try endEntry() }
    guard line.number == count + 1, line.entry >= entry else {
      throw .broken(.numbering, entry: line.entry)
    }
    count += 1
    entry = line.entry
    let (balance, part) = sheets[line.budget, default: Books.Sheet()].add(
      line.amount, to: line.account, of: line.subject?.id)
    guard line.balance == balance, line.subjectBalance == part else {
      throw .broken(.runningBalance, entry: entry)
    }
    guard !line.account.isNeverNegative || balance >= 0,
      !line.account.isNeverNegativeBySubject || part >= 0
    else { throw .broken(.neverNegative, entry: entry) }
    switch line.account {
    case .receivable, .claimed: sums[line.budget, default: (0, 0)].claims += line.amount
    case .granted, .carried, .returned, .free, .committed, .paid:
      sums[line.budget, default: (0, 0)].money += line.amount
    }
    if let subject = line.subject { touched.append((line.budget, subject.id)) }
  }

  /// What holds behind every entry. As each adds up to zero in each budget, an appropriation is
  /// `free + committed + paid` behind each of them.
  mutating func endEntry() throws(LedgerProblem) {
    guard sums.values.allSatisfy({ $0.money == 0 && $0.claims == 0 }) else {
      throw .broken(.entryAddsUp, entry: entry)
    }
    for (budget, subject) in touched {
      guard let part = sheets[budget]?.subjects[subject], part[.receivable] <= part[.paid] else {
        throw .broken(.claimIsPaid, entry: entry)
      }
    }
    sums.removeAll(keepingCapacity: true)
    touched.removeAll(keepingCapacity: true)
  }
}
