package import Core

/// A ```` ```yaml benefit ```` block and the rule table under it.
package struct Benefit: Sendable {
  package let id: Cell
  package let label: Bilingual
  package let section: PolicyDocument.SectionIndex
  /// The record type that gives rise to the benefit, or the type of the party that it is about, as
  /// written; `nil` when it is missing, which is an error.
  package let each: Cell?
  /// Path to the party who receives where it is not the record's own: `学徒.单位`.
  package let receiver: Cell?
  /// The date held against `eventsFrom`: `nil` for the record's own date, else a name.
  package let event: Cell?
  package internal(set) var start: StartDay?
  package let months: Months?
  /// What is given when it is not money, as ordered plain data.
  package let inKind: [(key: String, value: Bilingual)]
  /// Assumptions that the rules rest on without naming them in a formula.
  package let assumes: [Cell]
  /// Of a benefit about a party: the types of which there must be a record of the year.
  package let recorded: [Cell]
  /// What the items of its score sheet come to at most; `nil` where it gives no points.
  package let score: ScoreTotals?
  /// How those who are selected are ranked.
  package let ranking: RankingBlock?
  package internal(set) var rules: [Rule] = []
  package internal(set) var scoreRows: [ScoreRow] = []
  /// From the opening fence to the last row of the rule table.
  package internal(set) var range: SourceRange

  package struct Months: Sendable {
    package enum Counted: String, Sendable, CaseIterable { case window, paid }
    package let atMost: Int
    package let counted: DependentWord<Counted>
  }

  package var eventsFrom: CivilDate? { start?.day }
}

/// A row of a benefit's rule table.
package struct Rule: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case definition, condition, exclusion, amount, cap, first, counts, rate
  }
  package let kind: Kind
  package let id: Cell
  package let label: Bilingual
  package let expression: Cell
  package let range: SourceRange
}
