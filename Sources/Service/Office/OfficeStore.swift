package import Cryptography
package import Store

/// The database of the office: accounts, cases, notices, money, messages, and the trail of it all.
///
/// It lies beside the registry in a file of its own, so that nobody who decides waits for an import
/// (`Documentation/decisions/office-database.md`). Secrets in it are sealed with the registry's key.
package final class OfficeStore: Sendable {
  package let database: Database
  package let seal: Seal
  package let clock: OfficeClock

  /// Brings the tables of all rooms up to date.
  ///
  /// - Parameters:
  ///   - database: where it all lies.
  ///   - seal: made from the key file.
  ///   - keyName: what messages call the key.
  ///   - rooms: the parts that keep something here, those that others refer to first.
  ///   - clock: what time it is.
  /// - Throws: `OfficeProblem.wrongKey`, `StoreError`, `CryptographyFailure`.
  package init(
    _ database: Database, seal: Seal, keyName: String, rooms: [Room],
    clock: OfficeClock = .system
  ) throws {
    self.database = database
    self.seal = seal
    self.clock = clock
    for room in [OfficeStore.ground] + rooms {
      try database.migrate(room.steps(database.dialect), ledger: "\(room.name)_migration")
    }
    try checkKey(keyName)
  }

  /// Opens the office in a file, and makes it where there is none.
  ///
  /// - Parameters:
  ///   - path: the database.
  ///   - keyFile: the key of the registry beside it.
  ///   - rooms: see `init`.
  ///   - clock: what time it is.
  /// - Returns: the office.
  /// - Throws: `OfficeProblem`, `KeyProblem`, `StoreError`, `CryptographyFailure`.
  package static func open(
    at path: String, keyFile: KeyFile, rooms: [Room], clock: OfficeClock = .system
  ) throws -> OfficeStore {
    try OfficeStore(
      Database.sqlite(path), seal: Seal(masterKey: keyFile.read()), keyName: keyFile.path,
      rooms: rooms, clock: clock)
  }

  /// Does all of `body` or nothing of it.
  package func write<Result: Sendable>(
    _ body: (borrowing Connection) throws -> Result
  ) throws -> Result {
    try database.write { connection in try connection.transaction(body) }
  }

  /// Reads one committed state.
  package func read<Result: Sendable>(
    _ body: (borrowing Connection) throws -> Result
  ) throws -> Result {
    try database.read(body)
  }

  private func checkKey(_ keyName: String) throws {
    try write { connection in
      let known = try connection.first("SELECT \"check\" FROM \"office_key\"") { $0.bytes(0) }
      if let known {
        guard known == seal.check else {
          throw OfficeProblem.wrongKey(database: database.name, keyFile: keyName)
        }
      } else {
        try connection.run("INSERT INTO \"office_key\" (\"check\") VALUES (\(seal.check))")
      }
    }
  }
}
