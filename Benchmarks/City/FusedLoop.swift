import Core

/// The rules of the benchmark written by hand as one loop over workers: the limit that an engine can
/// be held to. W3, W4d, W5a and W13 with the highest prize only, under the document's assumptions.
struct FusedLoop {
  let city: PlainCity
  private let on = Int32(City.on.dayNumber)
  private let thisMonth = Int32(City.on.monthNumber)
  private let start2017 = FusedLoop.day(2017)
  private let start2018 = FusedLoop.day(2018)
  /// By month from 2010-01: its first day.
  private let months: [Int32] = (0..<156).map {
    Int32(CivilDate(monthNumber: 2010 * 12 + $0).dayNumber)
  }
  /// By day from 2010-01-01: its month from 2010-01.
  private let monthOf: [UInt8] = (0..<4384).map { day in
    UInt8(CivilDate(dayNumber: Int(FusedLoop.day(2010)) + day).monthNumber - 2010 * 12)
  }
  private let start2010 = FusedLoop.day(2010)
  private let lastRank: [Int64] = [8, 5, 5, 3, 0]
  private let firstPrize: [Int64] = [50_000, 40_000, 30_000, 20_000, 0]
  private let upgrades: [Int64] = [200_000, 150_000, 100_000]

  init(_ city: PlainCity) { self.city = city }

  private static func day(_ year: Int) -> Int32 {
    Int32(CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? 0)
  }

  private struct Cursor {
    var job = 0
    var spell = 0
    var certificate = 0
    var award = 0
    var apprentice = 0
  }

  /// 分 by worker.
  func run() -> [Int64] {
    var sums = [Int64](repeating: 0, count: city.workers)
    var at = Cursor()
    for worker in 0..<city.workers {
      let number = Int32(worker)
      let jobs = FusedLoop.advance(&at.job, city.jobOwners, number)
      let spells = FusedLoop.advance(&at.spell, city.spellOwners, number)
      let certificates = FusedLoop.advance(&at.certificate, city.certificateOwners, number)
      let awards = FusedLoop.advance(&at.award, city.awardOwners, number)
      let apprentices = FusedLoop.advance(&at.apprentice, city.apprenticeOwners, number)
      var sum: Int64 = 0
      for row in apprentices { sum += apprenticeship(row) }
      if city.isLocal[worker] == 1 {
        if !certificates.isEmpty { sum += skills(certificates, jobs, spells) }
        var prize: Int64 = 0
        for row in awards { prize = max(prize, self.prize(row)) }
        sum += prize
      }
      sums[worker] = sum
    }
    return sums
  }

  @inline(__always)
  private static func advance(_ cursor: inout Int, _ owners: [Int32], _ worker: Int32) -> Range<Int>
  {
    let first = cursor
    while cursor < owners.count, owners[cursor] == worker { cursor += 1 }
    return first..<cursor
  }

  private func apprenticeship(_ row: Int) -> Int64 {
    let employer = Int(city.apprenticeEmployers[row])
    guard city.isEnterprise[employer] == 1, city.isLocalEmployer[employer] == 1,
      city.apprenticeYears[row] <= 2, city.apprenticeFrom[row] >= start2018
    else { return 0 }
    return min(Int64(city.fees[row]) * 60, 600_000)
  }

  private func prize(_ row: Int) -> Int64 {
    guard city.granted[row] >= start2018 else { return 0 }
    let rank = Int64(city.ranks[row])
    let contest = Int(city.contests[row])
    return rank <= lastRank[contest] ? (firstPrize[contest] - 5000 * (rank - 1)) * 100 : 0
  }

  private func isShort(_ row: Int) -> Bool {
    let year = Int(monthOf[Int(city.issued[row] - start2010)]) / 12
    return city.shortage[year * 200 + Int(city.occupations[row])] == 1
  }

  private func insuredMonths(_ spells: Range<Int>) -> Int32 {
    // At most two, in order.
    var count: Int32 = 0
    var reached = Int32.min
    for row in spells {
      let first = max(city.spellFrom[row], reached &+ (reached == .min ? 0 : 1))
      let last = min(city.spellTo[row], thisMonth)
      if first <= last {
        count += last - first + 1
        reached = last
      }
    }
    return count
  }

  private func isEmployed(_ jobs: Range<Int>) -> Bool {
    for row in jobs where city.jobFrom[row] <= on && city.jobTo[row] >= on {
      if city.isEnterprise[Int(city.jobEmployers[row])] == 1 { return true }
    }
    return false
  }

  private func skills(_ rows: Range<Int>, _ jobs: Range<Int>, _ spells: Range<Int>) -> Int64 {
    var sum: Int64 = 0
    var allowances: [Int64] = []
    for row in rows where city.isGoodKind[row] == 1 {
      if city.levels[row] >= 3 {
        sum += upgrade(row, rows, jobs, spells)
      } else if city.issued[row] >= start2018, isShort(row) {
        allowances.append(Int64(row))
      }
    }
    return allowances.isEmpty ? sum : sum + allowance(allowances, jobs, spells)
  }

  private func upgrade(
    _ row: Int, _ rows: Range<Int>, _ jobs: Range<Int>, _ spells: Range<Int>
  ) -> Int64 {
    guard city.issued[row] >= start2017, isEmployed(jobs), insuredMonths(spells) >= 36 else {
      return 0
    }
    let base = upgrades[Int(city.levels[row]) - 3]
    let own = isShort(row) ? base * 3 / 2 : base
    // Of one occupation and level only the earliest, of one day the higher, then the first.
    for other in rows
    where other != row && city.isGoodKind[other] == 1 && city.levels[other] == city.levels[row]
      && city.occupations[other] == city.occupations[row] && city.issued[other] >= start2017
    {
      let theirs = isShort(other) ? base * 3 / 2 : base
      let isEarlier =
        city.issued[other] != city.issued[row]
        ? city.issued[other] < city.issued[row] : theirs != own ? theirs > own : other < row
      if isEarlier { return 0 }
    }
    return own
  }

  /// Month by month the highest rate of the certificates whose window covers it.
  private func allowance(
    _ rows: [Int64], _ jobs: Range<Int>, _ spells: Range<Int>
  ) -> Int64 {
    var sum: Int64 = 0
    for month in Int32(2018 * 12)...thisMonth {
      var rate: Int64 = 0
      for place in rows {
        let row = Int(place)
        let begins = 2010 * 12 + Int32(monthOf[Int(city.issued[row] - start2010)]) + 1
        if month >= begins, month < begins + 36 {
          rate = max(rate, city.levels[row] == 1 ? 100_000 : 50_000)
        }
      }
      if rate > 0, isInsured(month, spells), isPaid(month, jobs) { sum += rate }
    }
    return sum
  }

  private func isInsured(_ month: Int32, _ spells: Range<Int>) -> Bool {
    for row in spells where city.spellFrom[row] <= month && city.spellTo[row] >= month {
      return true
    }
    return false
  }

  private func isPaid(_ month: Int32, _ jobs: Range<Int>) -> Bool {
    let end = min(months[Int(month) - 2010 * 12 + 1] - 1, on)
    for row in jobs where city.jobFrom[row] <= end && city.jobTo[row] >= end {
      let employer = Int(city.jobEmployers[row])
      if city.isEnterprise[employer] == 1, city.isLocalEmployer[employer] == 1 { return true }
    }
    return false
  }
}
