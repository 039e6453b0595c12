import Core
import FEEL
import PolicyPlan

/// The candidates of a year by score, to tell how many stand as high as one of them.
struct Ranking {
  struct Entrant {
    /// `nil` when it is unknown.
    let score: Decimal128?
    /// Why it is not certain that the candidate counts, or how it scores.
    let unknown: Unknown?
  }

  /// How many score at least as high as a candidate, this one included.
  struct Standing {
    let range: ClosedRange<Int>
    let unknown: Unknown
  }

  /// Scores of those that certainly count, and of those that may, the highest first; beside each of
  /// the latter why it and all above it are uncertain.
  private var certain: [Decimal128] = []
  private var doubtful: [(score: Decimal128, unknown: Unknown)] = []
  /// Those without a score.
  private var blank = (count: 0, unknown: Unknown())
  private let count: Int

  init(_ entrants: [Entrant]) {
    count = entrants.count
    for entrant in entrants {
      switch (entrant.score, entrant.unknown) {
      case (let score?, nil): certain.append(score)
      case (let score?, let unknown?): doubtful.append((score, unknown))
      case (nil, let unknown):
        blank.count += 1
        blank.unknown.formUnion(unknown)
      }
    }
    certain.sort(by: >)
    doubtful.sort { $0.score > $1.score }
    for place in doubtful.indices.dropFirst() {
      doubtful[place].unknown.formUnion(doubtful[place - 1].unknown)
    }
  }

  /// What is missing of any entrant: one without a score may stand above or below all of them.
  private var everyUnknown: Unknown { blank.unknown.union(doubtful.last?.unknown) }

  /// Where one of the entrants stands: how many score as high or higher; where ties are taken in, how
  /// many score higher, and one.
  func standing(of entrant: Entrant, _ ties: Quota.Ties = .out) -> Standing {
    guard let score = entrant.score else {
      return Standing(range: 1...max(1, count), unknown: everyUnknown.union(entrant.unknown))
    }
    func isAhead(_ other: Decimal128) -> Bool { ties == .out ? other >= score : other > score }
    let sure = Ranking.count(certain.count) { isAhead(certain[$0]) } + (ties == .in ? 1 : 0)
    let open = Ranking.count(doubtful.count) { isAhead(doubtful[$0].score) }
    // A doubtful entrant is among the doubtful: itself it counts for certain.
    let least = sure + (ties == .in || entrant.unknown == nil ? 0 : 1)
    let most = sure + open + blank.count
    let unknown = open == 0 ? Unknown() : doubtful[open - 1].unknown
    return Standing(range: least...most, unknown: unknown.union(blank.unknown))
  }

  /// How many places from the front hold, where all that hold stand before all that do not.
  private static func count(_ places: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, places)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
