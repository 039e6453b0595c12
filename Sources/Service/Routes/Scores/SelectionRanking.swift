import Core
import Pages

/// Ranks those who are up for selection: by review score, equal scores sharing a rank.
struct SelectionRanking {
  struct Entrant {
    let id: String
    /// `nil` while there is none.
    let score: Decimal128?
  }

  /// How many places there are, and the lowest score for one.
  struct Places {
    let count: Int
    let mark: Decimal128
  }

  struct Place {
    let id: String
    /// How many score higher, and one; `nil` without a score.
    let rank: Int?
    let isTied: Bool
    let proposal: RankingView.Proposal?
  }

  /// The best first, of equal scores by id; those without a score last.
  let order: [Place]

  init(_ entrants: [Entrant], places: Places, excellent: Places) {
    let scores = entrants.compactMap(\.score)
    order =
      entrants.sorted { left, right in
        guard let first = left.score else { return right.score == nil && left.id < right.id }
        guard let second = right.score else { return true }
        return first == second ? left.id < right.id : first > second
      }
      .map { entrant in
        guard let score = entrant.score else {
          return Place(id: entrant.id, rank: nil, isTied: false, proposal: nil)
        }
        let higher = scores.count { $0 > score }
        let equal = scores.count { $0 == score }
        return Place(
          id: entrant.id, rank: higher + 1, isTied: equal > 1,
          proposal: Self.proposal(
            score, higher: higher, equal: equal, places: places, excellent: excellent))
      }
  }

  private enum Standing { case inside, across, outside }

  private static func standing(
    _ score: Decimal128, _ higher: Int, _ equal: Int, _ places: Places
  ) -> Standing {
    if score < places.mark || higher >= places.count { return .outside }
    return higher + equal <= places.count ? .inside : .across
  }

  private static func proposal(
    _ score: Decimal128, higher: Int, equal: Int, places: Places, excellent: Places
  ) -> RankingView.Proposal {
    if score < places.mark { return .below }
    switch standing(score, higher, equal, places) {
    case .outside: return .noPlace
    case .across: return .tied
    case .inside:
      switch standing(score, higher, equal, excellent) {
      case .inside: return .excellent
      case .across: return .excellentTied
      case .outside: return .selected
      }
    }
  }
}
