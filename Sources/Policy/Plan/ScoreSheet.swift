package import Core

/// A score sheet compiled: items with their points, and what excludes.
package struct ScoreSheet: Sendable {
  package let items: [Item]
  package let vetoes: [Veto]
  /// In the order of the document.
  package let groups: [Group]
  /// What the document says the base and the bonus items come to at most; the compiler has proven
  /// that they do.
  package let base: Decimal128
  package let bonus: Decimal128

  /// What an item does to the total.
  package enum Kind: String, Sendable {
    case base, bonus
    /// Takes points away.
    case deduction
  }

  /// A row that gives points.
  package struct Item: Sendable {
    package let kind: Kind
    package let rule: RulePlan
    /// The points lie in 0 … maximum; `nil` for a deduction, whose points are 0 or less.
    package let maximum: Decimal128?
    /// What proof is asked for.
    package let evidence: Bilingual?
  }

  /// A row that excludes when it holds.
  package struct Veto: Sendable {
    package let rule: RulePlan
    package let evidence: Bilingual?
  }

  /// Items under a title of their own: those whose ids begin with the group's and a dot.
  package struct Group: Sendable {
    package let id: String
    package let label: Bilingual

    package func holds(_ item: String) -> Bool { item.hasPrefix(id + ".") }
  }

  /// Every row that has a formula.
  package var rules: [RulePlan] { items.map(\.rule) + vetoes.map(\.rule) }
}

/// How those whom a benefit selects are ranked, and how many there can be.
package struct RankingPlan: Sendable {
  /// The type of record that holds the score, an index into the vocabulary's types.
  package let type: Int
  /// Fields of that type.
  package let score: Int
  package let result: Int
  /// How many are wanted in all, and of these how many of the upper grade; by when.
  package let places: Target
  package let excellent: Target
  /// The lowest scores of either, assumptions of the document.
  package let pass: Int
  package let cut: Int

  package struct Target: Sendable {
    package let label: Bilingual
    package let count: Int
    package let due: CivilDate?
  }
}
