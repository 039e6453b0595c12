package import Core

/// Those who are up for selection in a year, the best first.
package struct RankingView: Sendable {
  /// What the ranking proposes.
  package enum Proposal: String, Sendable {
    case excellent, selected
    /// Good enough, and no place is left.
    case noPlace
    /// Below the pass mark.
    case below
    /// Tied with others across the last place: somebody has to decide.
    case tied
    /// Selected, and tied across the last of the upper grade.
    case excellentTied
    /// Excluded, as by a veto of the score sheet.
    case vetoed
    /// A condition that has nothing to do with the score does not hold.
    case barred
  }

  package struct Line: Sendable {
    package let link: PartyLink
    /// `nil` while there is no review score.
    package let rank: Int?
    package let isTied: Bool
    package let review: String
    package let own: String
    /// As it is on record.
    package let result: Bilingual?
    package var proposal: Proposal?
    /// The sheet of that year item by item; `nil` where there is none.
    package var sheetPath: String?
    /// Why the proposal is no better.
    package var reasons: [Bilingual] = []

    package init(
      link: PartyLink, rank: Int?, isTied: Bool, review: String, own: String, result: Bilingual?,
      proposal: Proposal?
    ) {
      (self.link, self.rank, self.isTied) = (link, rank, isTied)
      (self.review, self.own, self.result, self.proposal) = (review, own, result, proposal)
    }
  }

  /// How many there can be: of the target, those of earlier years, what is left.
  package struct Quota: Sendable {
    package let label: Bilingual
    package let target: Int
    package let taken: Int
    /// The lowest scores that do, in order; several where regions have set their own.
    package let marks: [String]
    /// What the document itself asks for.
    package let own: String

    package init(label: Bilingual, target: Int, taken: Int, marks: [String], own: String) {
      (self.label, self.target, self.taken) = (label, target, taken)
      (self.marks, self.own) = (marks, own)
    }

    package var left: Int { max(0, target - taken) }
  }

  package let title: Bilingual
  package let document: Bilingual
  package let documentPath: String
  package let path: String
  package let year: Int
  /// Years of which there are records, the latest first.
  package let years: [Int]
  package let places: Quota
  package let excellent: Quota
  package let lines: [Line]

  package init(
    title: Bilingual, document: Bilingual, documentPath: String, path: String, year: Int,
    years: [Int], places: Quota, excellent: Quota, lines: [Line]
  ) {
    (self.title, self.document, self.documentPath) = (title, document, documentPath)
    (self.path, self.year, self.years) = (path, year, years)
    (self.places, self.excellent, self.lines) = (places, excellent, lines)
  }
}
