import Core
import Pages
import Testing

@testable import Routes

/// Who is proposed for selection: places, marks, ties across either.
@Suite("Ranking for selection")
struct SelectionRankingTests {
  struct Case: Sendable {
    let scores: [String]
    var places = 3
    var excellent = 1
    let expected: [String]
  }

  private static let cases = [
    Case(scores: [], expected: []),
    Case(scores: ["90"], expected: ["1 excellent"]),
    Case(scores: ["79.9999", "60", "59.9999"], expected: ["1 selected", "2 selected", "3 below"]),
    Case(
      scores: ["80", "90", "85", "70"],
      expected: ["1 excellent", "2 selected", "3 selected", "4 noPlace"]),
    // A tie within the places is no matter, one across the last place is nobody's to decide here.
    Case(
      scores: ["70", "70", "90"], expected: ["1 excellent", "2= selected", "2= selected"]),
    Case(
      scores: ["90", "80", "70", "70"],
      expected: ["1 excellent", "2 selected", "3= tied", "3= tied"]),
    Case(
      scores: ["90", "90", "50"], expected: ["1= excellentTied", "1= excellentTied", "3 below"]),
    Case(scores: ["90", "?"], expected: ["1 excellent", "- -"]),
    Case(scores: ["90", "80"], places: 0, excellent: 0, expected: ["1 noPlace", "2 noPlace"]),
    Case(scores: ["70", "70.0"], places: 1, expected: ["1= tied", "1= tied"]),
  ]

  @Test("Ranks, ties and proposals, in whatever order they come", arguments: cases)
  func proposals(_ one: Case) throws {
    let entrants = one.scores.enumerated().map {
      SelectionRanking.Entrant(id: "e\($0)", score: Decimal128($1))
    }
    for order in [entrants, entrants.reversed()] {
      let ranking = SelectionRanking(
        order,
        places: SelectionRanking.Places(count: one.places, mark: Decimal128(60)),
        excellent: SelectionRanking.Places(count: one.excellent, mark: Decimal128(80)))
      let lines = ranking.order.map { place in
        let rank = place.rank.map { String($0) + (place.isTied ? "=" : "") } ?? "-"
        return "\(rank) \(place.proposal?.rawValue ?? "-")"
      }
      #expect(lines == one.expected)
    }
  }
}
