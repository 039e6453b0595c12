/// What certificates come to.
extension FusedLoop {
  private static let upgrades: [Int64] = [200_000, 150_000, 100_000]

  @inline(__always)
  func skills(_ rows: Range<Int>, _ worker: Int) -> Int64 {
    var sum: Int64 = 0
    // Months of the windows of level 1 and level 2 certificates.
    var (first, second): (UInt64, UInt64) = (0, 0)
    for row in rows where city.isGoodKind[row] == 1 {
      let issued = city.issued[row]
      if city.levels[row] >= 3 {
        if issued >= calendar.start2017 { sum += upgrade(row, rows, worker) }
      } else if issued >= calendar.start2018, isShort(row) {
        let window = window(issued)
        if city.levels[row] == 1 { first |= window } else { second |= window }
      }
    }
    if first | second == 0 { return sum }
    let paid = insured(worker) & employed(worker)
    return sum + Int64((first & paid).nonzeroBitCount) * 100_000
      + Int64((second & ~first & paid).nonzeroBitCount) * 50_000
  }

  @inline(__always)
  private func isShort(_ row: Int) -> Bool {
    let year = Int(calendar.years[Int(city.issued[row] - calendar.start2010)])
    return city.shortage[year * 200 + Int(city.occupations[row])] == 1
  }

  // The skill-upgrade subsidy.

  private func upgrade(_ row: Int, _ rows: Range<Int>, _ worker: Int) -> Int64 {
    guard isEmployed(worker), insuredMonths(worker) >= 36 else { return 0 }
    let amount = amount(row)
    if rows.count > 1 {
      for other in rows where other != row && bars(other, row, amount) { return 0 }
    }
    return amount
  }

  private func amount(_ row: Int) -> Int64 {
    let base = FusedLoop.upgrades[Int(city.levels[row]) - 3]
    return isShort(row) ? base * 3 / 2 : base
  }

  /// Of one occupation and level only the earliest, of one day the higher, then the first.
  private func bars(_ other: Int, _ row: Int, _ amount: Int64) -> Bool {
    guard city.isGoodKind[other] == 1, city.levels[other] == city.levels[row],
      city.occupations[other] == city.occupations[row], city.issued[other] >= calendar.start2017
    else { return false }
    if city.issued[other] != city.issued[row] { return city.issued[other] < city.issued[row] }
    let theirs = self.amount(other)
    return theirs == amount ? other < row : theirs > amount
  }

  private func isEmployed(_ worker: Int) -> Bool {
    for row in Int(city.jobStarts[worker])..<Int(city.jobStarts[worker + 1])
    where city.jobFrom[row] <= calendar.on && city.jobTo[row] >= calendar.on {
      if city.isEnterprise[Int(city.jobEmployers[row])] == 1 { return true }
    }
    return false
  }

  private func insuredMonths(_ worker: Int) -> Int32 {
    var count: Int32 = 0
    var reached = Int32.min
    for row in Int(city.spellStarts[worker])..<Int(city.spellStarts[worker + 1]) {
      let last = min(city.spellTo[row], calendar.thisMonth)
      let first = max(city.spellFrom[row], reached)
      if first <= last {
        count += last - first + 1
        reached = last + 1
      }
    }
    return count
  }

  // The post allowance: months as bits from 2018-01.

  private func window(_ issued: Int32) -> UInt64 {
    let first = UInt64(calendar.months[Int(issued - calendar.start2018)]) + 1
    return ((1 << 36) - 1) << first & calendar.allMonths
  }

  /// Months from one to before another, both from 2018-01.
  @inline(__always)
  private func bits(_ first: Int32, _ end: Int32) -> UInt64 {
    if first >= end { return 0 }
    return (1 << UInt64(end)) - (1 << UInt64(first))
  }

  private func insured(_ worker: Int) -> UInt64 {
    var months: UInt64 = 0
    for row in Int(city.spellStarts[worker])..<Int(city.spellStarts[worker + 1]) {
      let first = max(city.spellFrom[row], calendar.month2018)
      let last = min(city.spellTo[row], calendar.thisMonth)
      months |= bits(first - calendar.month2018, last + 1 - calendar.month2018)
    }
    return months
  }

  /// Months on whose last day a local enterprise employs the worker.
  private func employed(_ worker: Int) -> UInt64 {
    var months: UInt64 = 0
    for row in Int(city.jobStarts[worker])..<Int(city.jobStarts[worker + 1])
    where city.jobTo[row] >= calendar.start2018 && city.jobFrom[row] <= calendar.on {
      let employer = Int(city.jobEmployers[row])
      guard city.isEnterprise[employer] & city.isLocalEmployer[employer] == 1 else { continue }
      let from = max(city.jobFrom[row], calendar.start2018)
      let to = min(city.jobTo[row], calendar.on)
      months |= bits(
        Int32(calendar.months[Int(from - calendar.start2018)]),
        Int32(calendar.ended[Int(to - calendar.start2018)]))
    }
    return months
  }
}
