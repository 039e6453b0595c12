package import Core
package import Vocabulary

/// The facts of one day as columns: what is dated later is not in it.
package struct ColumnStore: Sendable {
  package let vocabulary: Vocabulary
  /// The day of the determinations.
  package let on: CivilDate
  /// The vocabulary's types, and behind them its views.
  let types: [EntityType]
  var texts = TextCodes()
  /// By type or view; `nil` for those that no rule reads.
  var tables: [ColumnTable?]
  var parties = Parties()
  var catalogues = ListedCodes()
  /// By open type: which of the parties said that there are no more records, and which values of the
  /// field that the type is open by they have no record of.
  var openness: [Int: Openness] = [:]

  /// All parties, by their numbers.
  struct Parties: Sendable {
    var ids: [String] = []
    /// Type of each, or -1 for one that is named and that nobody describes.
    var types: [Int32] = []
    /// Row in the table of its type.
    var rows: [Int32] = []
    /// Code of the region where it is, by its employer or its own; a mark where that is not known.
    var places: [Int32] = []
    /// Whether something was granted to it by a claim.
    var hasClaims: [Bool] = []
    /// Whether its records are all there: it was asked for, and not only named.
    var isWhole: [Bool] = []

    var count: Int { ids.count }
    /// Whether any party is named and not described.
    var hasStrangers: Bool { types.contains(-1) }
  }

  /// What is not on record of an open type.
  struct Openness: Sendable {
    /// By party: whether somebody said that there is no more.
    var isComplete: [Bool]
    /// By party: a bit for each value of the field without a record; 0 where that says nothing.
    var missing: [UInt64]
  }

  package init(_ vocabulary: Vocabulary, on: CivilDate) {
    self.vocabulary = vocabulary
    self.on = on
    types = vocabulary.types + vocabulary.viewTypes
    tables = Array(repeating: nil, count: types.count)
  }

  /// How many parties there are whose records are all there.
  package var partyCount: Int { parties.isWhole.count { $0 } }

  /// How many bytes the columns take.
  package var bytes: Int {
    tables.compactMap { $0 }.reduce(0) { sum, table in
      sum + table.count * (8 + table.columns.reduce(0) { $0 + ($1?.stride ?? 0) })
        + table.offsets.count * 4
    }
  }
}
