import Facts
import Store
import Vocabulary

/// Records without an id: known by the key of their type, else by all that they say.
extension Recorder {
  /// Says again what is known already; not twice in a change, for nobody knows whether two are meant.
  ///
  /// - Throws: `RegistryProblem.sameTwice`.
  func confirm(_ known: TableWriter.Known, _ table: Table) throws -> Verdict {
    let writer = try writer(table)
    guard !writer.wasTold(known, at: change.number) else {
      throw RegistryProblem.sameTwice(type: table.name)
    }
    writer.confirm(known.row, at: change.number)
    return .unchanged
  }

  /// Puts a record in the place of what is known under its key.
  ///
  /// A registry that is older than the key may know several; what is told now stands for them all.
  mutating func put(
    keyed fact: EncodedFact, _ table: Table, _ party: Int64
  ) throws -> Verdict {
    let row = try row(of: fact, table, fact.record.party ?? "")
    let key = row.key(of: table)
    let writer = try writer(table)
    let known = try writer.known(key: key, of: party)
    let same = known.first { $0.digest == fact.digest }
    if let same, known.count == 1 { return try confirm(same, table) }
    guard !known.contains(where: { writer.wasTold($0, at: change.number) }) else {
      throw RegistryProblem.keyTwice(
        type: table.name, fields: table.key.map { table.columns[$0].name })
    }
    for other in known where other.row != same?.row {
      try writer.close(other.row, at: change.number)
    }
    if let same {
      writer.confirm(same.row, at: change.number)
      try touch(party)
    } else {
      try insert(row, table, party, id: nil, key: key, fact.digest)
    }
    return known.isEmpty ? .added : .corrected
  }

  /// What is known of a record without an id.
  ///
  /// - Parameters:
  ///   - record: all that was said of it; where its key tells it apart, the key alone is enough.
  ///   - table: of its type.
  ///   - party: the key of its party.
  /// - Returns: its rows, mostly one; none when nothing is known that says this.
  /// - Throws: `RegistryProblem.unfit`, `StoreError`, `CryptographyFailure`.
  func known(
    nameless record: Record, _ table: Table, of party: Int64
  ) throws -> [TableWriter.Known] {
    let owner = record.party ?? ""
    let digest = try encoder.digest(record.values, table, of: owner)
    guard record.isKnownByKey(registry.vocabulary.types[record.type]) else {
      return try writer(table).nameless(digest, of: party).map { [$0] } ?? []
    }
    let row = try encoder.row(record.values, table, party: owner, Fingerprints())
    let known = try writer(table).known(key: row.key(of: table), of: party)
    let saysMore = record.values.indices.contains { field in
      if case .missing = record.values[field] { false } else { !table.key.contains(field) }
    }
    return saysMore ? known.filter { $0.digest == digest } : known
  }
}

extension EncodedRow {
  /// The cells by which the row is known among those of its party that have no id.
  fileprivate func key(of table: Table) -> [SQLValue] { table.keyCells.map { cells[$0] } }
}
