import Store

extension Table {
  /// The statements that make the table and its indexes.
  func creation(_ dialect: Dialect) -> [String] {
    let own = ownColumns.map { "\(SQL.quoted($0)) \(ownType(of: $0, dialect))" }
    let fields = columns.flatMap { $0.definitions(dialect) }
    let rows = ["\"_row\" \(dialect.rowNumber)"] + own + fields
    return [
      "CREATE TABLE \(SQL.quoted(name)) (\n  \(rows.joined(separator: ",\n  "))\n) \(dialect.tableSuffix)"
    ] + indexes + columns.flatMap { $0.lookupIndexes(name, besides: nil, dialect) }
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
  private var indexes: [String] {
    let fingerprints = columns.filter { $0.storage == .sealed }.map { column in
      index(on: [column.name + Table.fingerprintSuffix], named: column.name)
    }
    switch kind {
    case .party:
      return [
        index(on: ["_party"], named: "known", unique: true), index(on: ["_party"], named: "party"),
      ]
        + fingerprints
    case .record:
      return [
        index(on: ["_party", "_id"], named: "known", unique: true),
        index(on: ["_party", "_digest"], named: "party"),
      ] + fingerprints
    case .catalogue: return [index(on: ["_digest"], named: "known", unique: true)]
    case .child: return [index(on: ["_parent"], named: "parent")]
    }
  }

  private func index(on columns: [String], named suffix: String, unique: Bool = false) -> String {
    let list = columns.map(SQL.quoted).joined(separator: ", ")
    return "CREATE \(unique ? "UNIQUE " : "")INDEX \(SQL.quoted("\(name)_\(suffix)"))"
      + " ON \(SQL.quoted(name)) (\(list))\(unique ? " WHERE \"_to\" IS NULL" : "")"
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
