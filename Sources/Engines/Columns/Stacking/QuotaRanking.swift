import PolicyPlan

/// The cases of a year by score: who certainly counts, who may, and those without a score.
struct QuotaRanking {
  private var certain: [Int64] = []
  private var doubtful: [Int64] = []
  private var blank = 0
  private var places: ClosedRange<Int>?
  private var ties = Quota.Ties.out

  mutating func add(_ score: Int64, isCertain: Bool) {
    if score.isMark {
      blank += 1
    } else if isCertain {
      certain.append(score)
    } else {
      doubtful.append(score)
    }
  }

  /// No more are added.
  ///
  /// - Parameters:
  ///   - places: how many there are at least and at most; `nil` while nobody knows.
  ///   - ties: what becomes of those who tie across the cut.
  mutating func close(_ places: ClosedRange<Int>?, _ ties: Quota.Ties) {
    certain.sort(by: >)
    doubtful.sort(by: >)
    self.places = places
    self.ties = ties
  }

  /// Whether a case that certainly counts has a place; `nil` where that depends on what is not known.
  func isAmong(_ score: Int64) -> Bool? {
    guard let places, !score.isMark else { return nil }
    let standing = standing(of: score)
    if standing.lowerBound > places.upperBound { return false }
    return standing.upperBound <= places.lowerBound ? true : nil
  }

  /// In which place it stands at best and at worst: how many score as high or higher; where ties are
  /// taken in, how many score higher, and itself.
  private func standing(of score: Int64) -> ClosedRange<Int> {
    func ahead(_ scores: [Int64]) -> Int {
      scores.firstPlace { ties == .out ? $0 < score : $0 <= score }
    }
    let least = ahead(certain) + (ties == .in ? 1 : 0)
    return least...(least + ahead(doubtful) + blank)
  }
}

extension [Int64] {
  /// The first place from which on a condition holds, where all before it do not fulfil it.
  fileprivate func firstPlace(where holds: (Int64) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
