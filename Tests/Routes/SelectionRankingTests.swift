import Core
import Pages
import Testing

@testable import Routes

/// Who is proposed for selection: places, marks, ties across either.
@Suite("Ranking for selection")
struct SelectionRankingTests {
  struct Case: Sendable {
    /// `95!` is barred, `70<75` has a pass mark of its own.
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
    // Who is barred takes no place, and is no tie.
    Case(
      scores: ["95!", "90", "90!", "85"], places: 2,
      expected: ["1 excellent", "2 selected", "- -", "- -"]),
    Case(scores: ["?!", "?", "60"], expected: ["1 selected", "- -", "- -"]),
    // Who is below the mark where they are takes no place from those who reach theirs.
    Case(
      scores: ["92<93", "90", "80"], places: 2,
      expected: ["1 below", "2 excellent", "3 selected"]),
    Case(scores: ["92<93", "92"], places: 1, expected: ["1= below", "1= excellent"]),
  ]

  @Test("Ranks, ties and proposals, in whatever order they come", arguments: cases)
  func proposals(_ one: Case) throws {
    let entrants = one.scores.enumerated().map { number, text in
      let parts = text.filter { $0 != "!" }.split(separator: "<").map { Decimal128(String($0)) }
      let pass = parts.count > 1 ? parts[1] : nil
      return SelectionRanking.Entrant(
        id: "e\(number)", score: parts[0],
        marks: SelectionRanking.Marks(pass: pass ?? Decimal128(60), cut: Decimal128(80)),
        isBarred: text.hasSuffix("!"))
    }
    for order in [entrants, entrants.reversed()] {
      let ranking = SelectionRanking(order, places: one.places, excellent: one.excellent)
      let lines = ranking.order.map { place in
        let rank = place.rank.map { String($0) + (place.isTied ? "=" : "") } ?? "-"
        return "\(rank) \(place.proposal?.rawValue ?? "-")"
      }
      #expect(lines == one.expected)
    }
  }
}
