/// What prizes and titles come to.
extension FusedLoop {
  /// By contest: the last rank that is rewarded, and in yuan the first prize and what each rank below
  /// is less. City contests are rewarded by their own documents: entitled, with nothing.
  private static let contests: [(last: Int8, first: Int64, less: Int64)] = [
    (8, 50_000, 5000), (5, 40_000, 5000), (5, 30_000, 5000), (3, 20_000, 5000), (3, 0, 0),
  ]
  private static let titles: [Int64] = [300_000, 30_000, 150_000, 20_000, 10_000]

  /// Of the prizes the highest only.
  func highestPrize(_ rows: Range<Int>) -> Int64 {
    var highest: Int64 = 0
    for row in rows where city.isTitle[row] == 0 { highest = max(highest, gross(row)) }
    return highest
  }

  /// Awards do not add up: in the order of time each is paid what it exceeds the highest earlier one
  /// by, of its own series at any time and of the other within two years; later it must not be of a
  /// lower level, nor of the same level for the same achievement.
  func stackedAwards(_ rows: Range<Int>) -> Int64 {
    if rows.count == 1 { return max(0, gross(rows.lowerBound)) }
    var sum: Int64 = 0
    for row in rows {
      let own = gross(row)
      if own < 0 { continue }
      var top: Int64 = 0
      var isBarred = false
      for other in rows where other != row {
        let theirs = gross(other)
        if theirs < 0 || !precedes(other, theirs, row, own) { continue }
        if city.isTitle[other] == city.isTitle[row] || isWithinTwoYears(other, row) {
          top = max(top, theirs)
        } else if bars(other, row) {
          isBarred = true
        }
      }
      if !isBarred { sum += max(0, own - top) }
    }
    return sum
  }

  /// 分; less than nothing where there is no entitlement.
  private func gross(_ row: Int) -> Int64 {
    if city.granted[row] < calendar.start2018 { return -1 }
    let award = Int(city.awards[row])
    if city.isTitle[row] == 1 { return FusedLoop.titles[award] * 100 }
    let (last, first, less) = FusedLoop.contests[award]
    let rank = city.ranks[row]
    return rank <= last ? (first - less * Int64(rank - 1)) * 100 : -1
  }

  private func precedes(_ other: Int, _ theirs: Int64, _ row: Int, _ own: Int64) -> Bool {
    if city.granted[other] != city.granted[row] { return city.granted[other] < city.granted[row] }
    return theirs == own ? other < row : theirs > own
  }

  private func isWithinTwoYears(_ other: Int, _ row: Int) -> Bool {
    city.granted[row]
      < calendar.twoYearsLater[Int(city.granted[other] - calendar.start2018)]
  }

  private func bars(_ other: Int, _ row: Int) -> Bool {
    let (theirs, own) = (city.awardLevels[other], city.awardLevels[row])
    if theirs != own { return theirs > own }
    return city.achievements[row] > 0 && city.achievements[other] == city.achievements[row]
  }
}
