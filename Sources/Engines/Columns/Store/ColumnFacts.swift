package import Core
package import Vocabulary

/// Facts as columns, the same on every day: everything that is on record, with the days on which it
/// came into being. What a day makes of it is a `ColumnStore`.
package struct ColumnFacts: Sendable {
  package let vocabulary: Vocabulary
  let texts: TextCodes
  /// By type or view; `nil` for those that no rule reads.
  let tables: [ColumnTable?]
  let parties: Parties
  let catalogues: ListedCodes
  /// By open type.
  var openness: [Int: Openness] = [:]

  /// All parties, by their numbers.
  struct Parties: Sendable {
    let ids: Texts
    /// Type of each, or -1 for one that is named and that nobody describes.
    let types: Cells<Int32>
    /// Row in the table of its type.
    let rows: Cells<Int32>
    /// Whether its records are all there, 1, or it is only named, 0.
    let isWhole: Cells<UInt8>
    /// Numbers by which a registry knows them, growing; empty for facts of no registry.
    var keys = Cells<Int64>()

    var count: Int { types.count }
  }

  /// What is not on record of an open type.
  struct Openness: Sendable {
    /// By party: 1 where somebody said that there is no more.
    let isComplete: Cells<UInt8>
    /// By party: a bit for each value of the field that the type is open by without a record; 0 where
    /// that says nothing. Empty where it is not open by a field.
    let missing: Cells<UInt64>
  }

  /// How many parties there are whose records are all there.
  package var partyCount: Int { parties.isWhole.count { $0 != 0 } }

  /// How many bytes the columns take, names apart.
  package var bytes: Int { tables.reduce(0) { $0 + ($1?.bytes ?? 0) } }
}

extension ColumnFacts {
  /// The facts as the rules of a day see them: what is dated later is not in them, and everybody is
  /// where the job that goes on says.
  ///
  /// Columns without anything later are those of the facts and not copied.
  ///
  /// - Parameter day: of the determinations.
  /// - Returns: the facts of that day.
  package func on(_ day: CivilDate) -> ColumnStore {
    var store = ColumnStore(vocabulary, on: day)
    store.texts = texts
    store.catalogues = catalogues
    store.tables = tables.map { $0.map { $0.through(Int32(clamping: day.dayNumber)) } }
    for (type, openness) in openness {
      guard let table = tables[type], let bound = store.tables[type] else { continue }
      let isSame = openness.missing.isEmpty || table.count == bound.count
      store.openness[type] = Openness(
        isComplete: openness.isComplete,
        missing: isSame
          ? openness.missing
          : missing(of: bound, openness.isComplete))
    }
    store.parties = ColumnStore.Parties(parties)
    let claims = vocabulary.typeIndex("claim").flatMap { store.tables[$0] }
    store.parties.hasClaims = Cells(count: parties.count, blocksOf: 1 << 16) { parties in
      parties.map { claims?.rows(of: $0).isEmpty == false ? 1 : 0 }
    }
    store.parties.places = PartyPlaces(store).places()
    return store
  }

  /// Of which values of the field that a type is open by each party has no record; empty where it is
  /// open by none.
  func missing(of table: ColumnTable, _ isComplete: Cells<UInt8>) -> Cells<UInt64> {
    guard table.type < vocabulary.types.count,
      case .open(let name?) = vocabulary.types[table.type].source,
      let field = vocabulary.types[table.type].fieldIndex(name),
      case .enumeration(let values) = vocabulary.types[table.type].fields[field].type,
      values.count <= 64, let column = table.columns[field]
    else { return Cells() }
    let codes = values.map { texts.code(of: $0.id) }
    let all = values.count == 64 ? UInt64.max : (1 << UInt64(values.count)) - 1
    return Cells(count: parties.count, blocksOf: 1 << 14) { parties in
      parties.map { party in
        let rows = table.rows(of: party)
        if rows.isEmpty || isComplete[party] != 0 { return 0 }
        var missing = all
        for row in rows {
          if let place = codes.firstIndex(of: column.narrow[row]) {
            missing &= ~(1 << UInt64(place))
          }
        }
        return missing
      }
    }
  }
}

extension ColumnTable {
  /// Without the records that are dated after a day; parties are always there.
  fileprivate func through(_ day: Int32) -> ColumnTable {
    if latest.isMark || latest <= day { return self }
    let kept = owners.indices.lazy.filter { events[$0].isMark || events[$0] <= day }
      .map { Int32($0) }
    let rows = Array(kept)
    let owners = owners.only(rows)
    return ColumnTable(
      type: type, names: names, nameRows: nameRows?.only(rows) ?? Cells(rows), owners: owners,
      events: events.only(rows), latest: day, columns: columns.map { $0?.only(rows) },
      firstMonths: firstMonths.isEmpty ? firstMonths : firstMonths.only(rows),
      lastMonths: lastMonths.isEmpty ? lastMonths : lastMonths.only(rows),
      offsets: ColumnTable.offsets(owners, parties: offsets.count - 1))
  }

  /// Where the rows of each party begin.
  static func offsets(_ owners: some Sequence<Int32>, parties: Int) -> Cells<Int32> {
    var starts = [Int32](repeating: 0, count: parties + 1)
    for owner in owners { starts[Int(owner) + 1] += 1 }
    for party in 0..<parties { starts[party + 1] += starts[party] }
    return Cells(starts)
  }
}
