import Core
import FEEL

/// A decision table as the linter sees it, wherever it comes from: a policy document, the text's
/// own bands, or a DMN model.
struct BandTable: Sendable {
  /// What rows that apply together mean (DMN 1.5, 8.2.10).
  enum Policy: Sendable {
    /// No two rows may apply.
    case unique
    /// Rows that apply together give the same.
    case any
    /// The first row that applies counts.
    case first
    /// The row with the greatest priority counts: of each row its place, the lowest first.
    case priority([Int])
    /// All rows that apply count, and none may.
    case every
    /// All rows that apply count, and one must.
    case someOf
  }

  struct Column: Sendable {
    /// What people call the column's quantity.
    let name: Bilingual
    let measure: Measure
    /// Words for single values: the names of an enumeration.
    let words: [String: Bilingual]
    /// What the cells' expression reads; two columns that share something are not independent.
    let reads: Set<String>
    /// What stands for the expression: equal in two columns of the same quantity.
    let key: String
    /// The values that a case can have, where they are known.
    let domain: ValueSet?
    /// The day from which cases are, for examples of a column of dates; `nil` where nobody knows.
    let start: Decimal128?

    init(
      name: Bilingual, measure: Measure, words: [String: Bilingual] = [:],
      reads: Set<String> = [], key: String, domain: ValueSet? = nil, start: CivilDate? = nil
    ) {
      self.name = name
      self.measure = measure
      self.words = words
      self.reads = reads
      self.key = key
      self.domain = domain
      self.start = start.map { Decimal128($0.dayNumber) }
    }
  }

  /// Cases for which the table is asked, as a set per column.
  struct Domain: Sendable, Hashable {
    /// What conditions, branches and the vocabulary leave; `nil` where nothing says which values
    /// there are.
    let declared: [ValueSet?]
    /// What every case has besides, as a day on or after `events-from`; `nil` for anything. Bands
    /// beyond it are no defect, nor are their overlaps and gaps.
    var given: [ValueSet?]
  }

  struct Row: Sendable {
    let label: Bilingual
    let range: SourceRange?
    let tests: [Criterion]
    /// The values of the output columns; `nil` for one that a case decides.
    let values: [Value?]

    init(
      label: Bilingual, range: SourceRange?, tests: [Criterion], values: [Value?] = []
    ) {
      self.label = label
      self.range = range
      self.tests = tests
      self.values = values
    }
  }

  let name: Bilingual
  let range: SourceRange?
  let columns: [Column]
  let rows: [Row]
  let policy: Policy
  /// Whether a case without a row has a value all the same.
  let hasDefault: Bool
  /// The sets of cases for which the table is asked; at least one.
  var domains: [Domain]
  /// Whether the bands stand in the text only and nothing runs on them.
  let isSource: Bool

  init(
    name: Bilingual, range: SourceRange?, columns: [Column], rows: [Row], policy: Policy,
    hasDefault: Bool = false, isSource: Bool = false
  ) {
    self.name = name
    self.range = range
    self.columns = columns
    self.rows = rows
    self.policy = policy
    self.hasDefault = hasDefault
    self.isSource = isSource
    domains = [Domain(declared: columns.map(\.domain), given: columns.map { _ in nil })]
  }
}
