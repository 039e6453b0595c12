package import Core
package import Vocabulary

/// The facts of one day as columns: what is dated later is not in it.
package struct ColumnStore: Sendable {
  package let vocabulary: Vocabulary
  /// The day of the determinations.
  package let on: CivilDate
  /// The vocabulary's types, and behind them its views.
  let types: [EntityType]
  var texts = TextCodes(texts: GrowingTexts().texts(nil), order: Cells())
  /// By type or view; `nil` for those that no rule reads.
  var tables: [ColumnTable?]
  var parties = Parties(
    ColumnFacts.Parties(
      ids: GrowingTexts().texts(nil), types: Cells(), rows: Cells(), isWhole: Cells()))
  var catalogues = ListedCodes()
  /// By open type: which of the parties said that there are no more records, and which values of the
  /// field that the type is open by they have no record of.
  var openness: [Int: ColumnFacts.Openness] = [:]

  /// All parties, by their numbers.
  struct Parties: Sendable {
    let ids: Texts
    /// Type of each, or -1 for one that is named and that nobody describes.
    let types: Cells<Int32>
    /// Row in the table of its type.
    let rows: Cells<Int32>
    /// Code of the region where it is, by its employer or its own; a mark where that is not known.
    var places = Cells<Int32>()
    /// Whether something was granted to it by a claim, 1.
    var hasClaims = Cells<UInt8>()
    /// Whether its records are all there, 1: it was asked for, and not only named.
    let isWhole: Cells<UInt8>
    /// Numbers by which a registry knows them; empty for facts of no registry.
    let keys: Cells<Int64>

    init(_ facts: ColumnFacts.Parties) {
      ids = facts.ids
      types = facts.types
      rows = facts.rows
      isWhole = facts.isWhole
      keys = facts.keys
    }

    var count: Int { types.count }
    /// Whether any party is named and not described.
    var hasStrangers: Bool {
      let types = types.span
      var least: Int32 = 0
      for party in types.indices { least = min(least, types[party]) }
      return least < 0
    }

    /// Whether anybody was granted anything.
    var hasAnyClaims: Bool {
      let claims = hasClaims.span
      var found: UInt8 = 0
      for party in claims.indices { found |= claims[party] }
      return found != 0
    }
  }

  init(_ vocabulary: Vocabulary, on: CivilDate) {
    self.vocabulary = vocabulary
    self.on = on
    types = vocabulary.columnTypes
    tables = Array(repeating: nil, count: types.count)
  }

  /// How many parties there are whose records are all there.
  package var partyCount: Int { parties.isWhole.count { $0 != 0 } }

  /// How many bytes the columns take, names apart.
  package var bytes: Int { tables.reduce(0) { $0 + ($1?.bytes ?? 0) } }
}
