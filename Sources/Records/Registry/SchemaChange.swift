import Store

/// What must be done to tables so that they fit a vocabulary that has grown.
struct SchemaChange: Equatable {
  /// A column whose storage the registry shall remember.
  struct Remembered: Equatable {
    let table: String
    let column: String
    let storage: String
  }

  private(set) var statements: [String] = []
  private(set) var remembered: [Remembered] = []

  var isEmpty: Bool { statements.isEmpty && remembered.isEmpty }

  /// Compares the tables that are wanted with those that are there.
  ///
  /// New types and fields give new tables and columns, more digits after the point multiply the
  /// units. Columns of fields that the vocabulary no longer has stay as they are.
  ///
  /// - Parameters:
  ///   - layout: the tables that are wanted.
  ///   - present: the storage of each column that is there, by table and column.
  ///   - dialect: the SQL of the database.
  /// - Throws: `RegistryProblem.fieldChanged` where a field's values would have to be read anew.
  init(
    to layout: Layout, from present: [String: [String: String]], _ dialect: Dialect
  ) throws(RegistryProblem) {
    for table in layout.all {
      if let columns = present[table.name] {
        try extend(table, columns, dialect)
      } else {
        statements += table.creation(dialect)
        for column in table.columns { remember(table, column) }
      }
    }
  }

  private mutating func extend(
    _ table: Table, _ present: [String: String], _ dialect: Dialect
  ) throws(RegistryProblem) {
    for column in table.columns {
      guard let remembered = present[column.name] else {
        for definition in column.definitions(dialect) {
          statements.append("ALTER TABLE \(SQL.quoted(table.name)) ADD COLUMN \(definition)")
        }
        statements += column.lookupIndexes(table.name, besides: nil, dialect).map(\.creation)
        if let index = table.fingerprintIndex(of: column) { statements.append(index.creation) }
        remember(table, column)
        continue
      }
      let (found, lookup) = Table.Lookup.split(remembered)
      let indexes = column.lookupIndexes(table.name, besides: lookup, dialect).map(\.creation)
      if !indexes.isEmpty {
        statements += indexes
        remember(table, column)
      }
      let wanted = column.storage.signature
      if found == wanted { continue }
      guard let before = Storage.scale(inSignature: found),
        let after = Storage.scale(inSignature: wanted), after > before
      else {
        throw .fieldChanged(field: column.place, from: found, to: wanted)
      }
      let name = SQL.quoted(column.name)
      let factor = "1" + String(repeating: "0", count: after - before)
      statements.append("UPDATE \(SQL.quoted(table.name)) SET \(name) = \(name) * \(factor)")
      remember(table, column)
    }
  }

  private mutating func remember(_ table: Table, _ column: Table.Column) {
    remembered.append(
      Remembered(table: table.name, column: column.name, storage: column.signature))
  }
}
