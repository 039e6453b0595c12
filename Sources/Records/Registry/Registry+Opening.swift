import Cryptography
import Store

extension Registry {
  /// Compares the key with the one that the registry was made with.
  func checkKey(_ keyName: String) throws {
    try database.write { connection in
      let known = try connection.first("SELECT \"check\" FROM \"_key\"") { $0.bytes(0) }
      if let known {
        guard known == seal.check else {
          throw RegistryProblem.wrongKey(database: database.name, keyFile: keyName)
        }
      } else {
        try connection.run("INSERT INTO \"_key\" (\"check\") VALUES (\(seal.check))")
      }
    }
  }

  /// Makes the tables and columns that the vocabulary asks for and that are not there yet, all or
  /// none, and writes down the statements.
  func fitTables() throws {
    try database.write { connection in
      // Nothing is locked where nothing is to be done, so that a registry opens while another
      // process writes to it.
      if try schemaChange(connection).isEmpty { return }
      try connection.transaction { connection in
        let change = try schemaChange(connection)
        for statement in change.statements {
          try connection.run("\(unchecked: statement)")
          try connection.run(
            """
            INSERT INTO "_schema_change" ("statement", "checksum")
            VALUES (\(statement), \(try SM3.hexDigest(statement)))
            """)
        }
        for column in change.remembered {
          try connection.run(
            """
            INSERT INTO "_column" ("table", "column", "storage")
            VALUES (\(column.table), \(column.column), \(column.storage))
            ON CONFLICT ("table", "column") DO UPDATE SET "storage" = excluded."storage"
            """)
        }
      }
    }
  }

  private func schemaChange(_ connection: borrowing Connection) throws -> SchemaChange {
    try SchemaChange(to: layout, from: presentColumns(connection), connection.dialect)
  }

  /// The storage of each column that is there, by table and column.
  func presentColumns(
    _ connection: borrowing Connection
  ) throws -> [String: [String: String]] {
    var present: [String: [String: String]] = [:]
    try connection.forEach("SELECT \"table\", \"column\", \"storage\" FROM \"_column\"") { row in
      present[row.text(0), default: [:]][row.text(1)] = row.text(2)
    }
    return present
  }
}
