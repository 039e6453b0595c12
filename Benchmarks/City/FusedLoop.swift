import Core

/// The rules of the benchmark written by hand as one loop over workers: the limit that an engine can
/// be held to. It knows what these rules need of these facts and nothing else: months are bits of one
/// word, most tests are tables, and what no certificate asks for is not read.
struct FusedLoop: Sendable {
  let city: PlainCity
  let calendar = LoopCalendar()
  private static let share = 1 << 15

  init(_ city: PlainCity) { self.city = city }

  /// 分 by worker, in pieces of the same length.
  func run(_ workload: Workload, threads: Int) -> [[Int64]] {
    let count = (city.workers + FusedLoop.share - 1) / FusedLoop.share
    return Shares(of: count, on: threads).run { share in
      let first = share * FusedLoop.share
      return sums(of: first..<min(first + FusedLoop.share, city.workers), workload)
    }
  }

  private func sums(of workers: Range<Int>, _ workload: Workload) -> [Int64] {
    var sums = [Int64](repeating: 0, count: workers.count)
    var apprentice = firstApprentice(of: workers.lowerBound)
    while apprentice < city.apprenticeOwners.count {
      let owner = Int(city.apprenticeOwners[apprentice])
      if owner >= workers.upperBound { break }
      sums[owner - workers.lowerBound] += apprenticeship(apprentice)
      apprentice += 1
    }
    var certificate = Int(city.certificateStarts[workers.lowerBound])
    var award = Int(city.awardStarts[workers.lowerBound])
    for worker in workers {
      let certificates = certificate..<Int(city.certificateStarts[worker + 1])
      let awards = award..<Int(city.awardStarts[worker + 1])
      certificate = certificates.upperBound
      award = awards.upperBound
      if city.isLocal[worker] == 0 { continue }
      var sum = skills(certificates, worker)
      if !awards.isEmpty {
        sum += workload == .plain ? highestPrize(awards) : stackedAwards(awards)
      }
      sums[worker - workers.lowerBound] += sum
    }
    return sums
  }

  private func firstApprentice(of worker: Int) -> Int {
    var (low, high) = (0, city.apprenticeOwners.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(city.apprenticeOwners[middle]) < worker { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func apprenticeship(_ row: Int) -> Int64 {
    let employer = Int(city.apprenticeEmployers[row])
    guard city.isEnterprise[employer] & city.isLocalEmployer[employer] == 1,
      city.apprenticeYears[row] <= 2, city.apprenticeFrom[row] >= calendar.start2018
    else { return 0 }
    return min(Int64(city.fees[row]) * 60, 600_000)
  }
}
