package import Core

/// `score: { base: 100, bonus: 15 }`: what a score sheet comes to, as the document states it.
package struct ScoreTotals: Sendable {
  package let base: Cell
  package let bonus: Cell
}

/// A row of a score table.
package struct ScoreRow: Sendable {
  package enum Kind: Sendable, CaseIterable {
    /// Points that count towards the base.
    case base
    /// Points beside the base.
    case bonus
    /// Points that are taken away.
    case deduction
    /// What excludes when it holds.
    case veto
    /// A title for the items whose ids begin with its own, and their sum.
    case group
  }

  package let kind: Kind
  /// `X2.1`; a veto may share it with a deduction.
  package let id: Cell
  package let label: Bilingual
  /// The most points; `nil` for deductions and vetoes.
  package let maximum: Cell?
  /// What proof is asked for.
  package let evidence: Bilingual?
  /// `nil` for a group.
  package let expression: Cell?
  package let range: SourceRange
}

/// The key `ranking` of a benefit block, as written.
package struct RankingBlock: Sendable {
  /// `遴选.复核分`, `遴选.结果`.
  package let by: Cell
  package let result: Cell
  /// Ids of targets: how many there are to be, and how many of the upper grade.
  package let places: Cell
  package let excellent: Cell
  /// Names of assumptions: the lowest scores of either.
  package let pass: Cell
  package let cut: Cell
  package let range: SourceRange
}
