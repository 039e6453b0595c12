import Core
import Pages

/// Ranks those who are up for selection: by review score, equal scores sharing a rank. Who is barred
/// has no rank and takes nobody's place.
struct SelectionRanking {
  struct Entrant {
    let id: String
    /// `nil` while there is none.
    let score: Decimal128?
    /// The lowest scores for a place and for one of the upper grade, where the entrant is.
    let marks: Marks
    /// Whether something other than the score stands in the way.
    var isBarred = false

    /// The score of one who is ranked.
    fileprivate var counted: Decimal128? { isBarred ? nil : score }

    /// Who is below the pass mark reaches no other.
    fileprivate func reaches(_ mark: KeyPath<Marks, Decimal128>) -> Bool {
      counted.map { $0 >= max(marks.pass, marks[keyPath: mark]) } ?? false
    }
  }

  struct Marks: Hashable {
    let pass: Decimal128
    let cut: Decimal128
  }

  struct Place {
    let id: String
    /// How many score higher, and one; `nil` without a score, and for those barred.
    let rank: Int?
    let isTied: Bool
    let proposal: RankingView.Proposal?
  }

  /// The best first, of equal scores by id; then those without a score, then those barred.
  let order: [Place]

  /// - Parameters:
  ///   - entrants: in any order.
  ///   - places: how many there are.
  ///   - excellent: how many of them are of the upper grade.
  init(_ entrants: [Entrant], places: Int, excellent: Int) {
    let scores = entrants.compactMap(\.counted)
    let passing = Contest(entrants, reaching: \.pass, places: places)
    let best = Contest(entrants, reaching: \.cut, places: excellent)
    order = entrants.sorted(by: Self.precedes).map { entrant in
      guard let score = entrant.counted else {
        return Place(id: entrant.id, rank: nil, isTied: false, proposal: nil)
      }
      return Place(
        id: entrant.id, rank: scores.count { $0 > score } + 1,
        isTied: scores.count { $0 == score } > 1,
        proposal: Self.proposal(passing.standing(of: entrant), best.standing(of: entrant)))
    }
  }

  private static func precedes(_ left: Entrant, _ right: Entrant) -> Bool {
    if left.isBarred != right.isBarred { return right.isBarred }
    guard let first = left.score else { return right.score == nil && left.id < right.id }
    guard let second = right.score else { return true }
    return first == second ? left.id < right.id : first > second
  }

  private static func proposal(
    _ standing: Contest.Standing, _ upper: Contest.Standing
  ) -> RankingView.Proposal {
    switch (standing, upper) {
    case (.below, _): .below
    case (.outside, _): .noPlace
    case (.across, _): .tied
    case (.inside, .inside): .excellent
    case (.inside, .across): .excellentTied
    case (.inside, .below), (.inside, .outside): .selected
    }
  }
}

/// Places for the best of those who reach a mark.
private struct Contest {
  enum Standing { case below, inside, across, outside }

  private let mark: KeyPath<SelectionRanking.Marks, Decimal128>
  private let places: Int
  private let scores: [Decimal128]

  init(
    _ entrants: [SelectionRanking.Entrant],
    reaching mark: KeyPath<SelectionRanking.Marks, Decimal128>, places: Int
  ) {
    self.mark = mark
    self.places = places
    scores = entrants.filter { $0.reaches(mark) }.compactMap(\.score)
  }

  func standing(of entrant: SelectionRanking.Entrant) -> Standing {
    guard let score = entrant.score, entrant.reaches(mark) else { return .below }
    let higher = scores.count { $0 > score }
    if higher >= places { return .outside }
    return higher + scores.count { $0 == score } <= places ? .inside : .across
  }
}
