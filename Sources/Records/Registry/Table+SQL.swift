import Store

extension Table {
  /// The statements that make the table and its indexes.
  func creation(_ dialect: Dialect) -> [String] {
    let own = ownColumns.map { "\(SQL.quoted($0)) \(ownType(of: $0, dialect))" }
    let fields = columns.flatMap { $0.definitions(dialect) }
    let rows = ["\"_row\" \(dialect.rowNumber)"] + own + fields
    return [
      "CREATE TABLE \(SQL.quoted(name)) (\n  \(rows.joined(separator: ",\n  "))\n) \(dialect.tableSuffix)"
    ] + indexes(dialect).map(\.creation)
  }

  /// Every index of the table: first those that rows are found by when they are written, then those
  /// that people find them by.
  func indexes(_ dialect: Dialect) -> [TableIndex] {
    keyIndexes + fingerprintIndexes
      + columns.flatMap { $0.lookupIndexes(name, besides: nil, dialect) }
  }

  private func ownType(of column: String, _ dialect: Dialect) -> String {
    switch column {
    case "_party": "\(dialect.integer) NOT NULL REFERENCES \"_party\" (\"key\")"
    case "_from": "\(dialect.integer) NOT NULL REFERENCES \"_change\" (\"number\")"
    case "_to":
      "\(dialect.integer) REFERENCES \"_change\" (\"number\") CHECK (\"_to\" > \"_from\")"
    case "_digest": "\(dialect.bytes) NOT NULL"
    case "_parent":
      "\(dialect.integer) NOT NULL REFERENCES \(SQL.quoted(parentName)) (\"_row\")"
    case "_position": "\(dialect.integer) NOT NULL"
    default: "TEXT"
    }
  }

  /// The table a child belongs to: what stands before the first dot.
  private var parentName: String { name.split(separator: ".").first.map(String.init) ?? name }

  /// At most one row of a party, or of an id among a party's records, is known at a time.
  var keyIndexes: [TableIndex] {
    switch kind {
    case .party:
      [index(on: ["_party"], named: "known", unique: true), index(on: ["_party"], named: "party")]
    case .record:
      [
        index(on: ["_party", "_id"], named: "known", unique: true),
        index(on: ["_party", "_digest"], named: "party"),
      ]
    case .catalogue: [index(on: ["_digest"], named: "known", unique: true)]
    case .child: [index(on: ["_parent"], named: "parent")]
    }
  }

  private var fingerprintIndexes: [TableIndex] {
    columns.compactMap { fingerprintIndex(of: $0) }
  }

  /// The index that finds rows by what a secret column says; `nil` for other columns.
  func fingerprintIndex(of column: Column) -> TableIndex? {
    guard kind != .child, column.storage == .sealed else { return nil }
    return index(on: [column.name + Table.fingerprintSuffix], named: column.name)
  }

  private func index(
    on columns: [String], named suffix: String, unique: Bool = false
  ) -> TableIndex {
    let index = "\(name)_\(suffix)"
    let list = columns.map(SQL.quoted).joined(separator: ", ")
    return TableIndex(
      name: index, table: name, on: list, where: unique ? "\"_to\" IS NULL" : nil,
      isUnique: unique)
  }
}

/// An index of a table.
struct TableIndex: Equatable {
  let name: String
  /// Which rows it holds; `nil` means all.
  let condition: String?
  /// The statement that makes it.
  let creation: String

  /// - Parameters:
  ///   - name: of the index.
  ///   - table: that it belongs to.
  ///   - columns: or expressions, as SQL.
  ///   - condition: which rows it holds, as SQL; `nil` means all.
  ///   - isUnique: whether no two of these rows may agree.
  init(
    name: String, table: String, on columns: String, where condition: String? = nil,
    isUnique: Bool = false
  ) {
    self.name = name
    self.condition = condition
    creation =
      "CREATE \(isUnique ? "UNIQUE " : "")INDEX \(SQL.quoted(name)) ON \(SQL.quoted(table))"
      + " (\(columns))" + (condition.map { " WHERE \($0)" } ?? "")
  }
}

extension Table.Column {
  /// Name and type of each column, as `CREATE TABLE` and `ADD COLUMN` take them.
  func definitions(_ dialect: Dialect) -> [String] {
    zip(names, types(dialect)).map { "\(SQL.quoted($0)) \($1)" }
  }

  private func types(_ dialect: Dialect) -> [String] {
    switch storage {
    case .flag: ["\(dialect.integer) CHECK (\(SQL.quoted(name)) IN (0, 1))"]
    case .scaled, .date, .children: [dialect.integer]
    case .text, .decimal, .varying: ["TEXT"]
    case .sealed: [dialect.bytes, dialect.bytes]
    }
  }
}
