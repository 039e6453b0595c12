import Store

/// The statements that every change runs often, compiled once for it.
final class RecorderStatements {
  private let findParty: Statement
  private let enterParty: Statement
  private let touchParty: Statement
  private let touchCatalogue: Statement
  private let declareComplete: Statement
  private let retractComplete: Statement
  private let lastMoment: Statement
  private let enterChange: Statement
  private let dropChange: Statement
  private let statements: StatementMaker
  /// By the name of the table; made when the first row comes.
  private var writers: [String: TableWriter] = [:]
  private var lastTouched: Int64?
  /// The greatest key of a party: whoever writes is alone, so the next ones are known beforehand,
  /// and asking the database for each would take as long as entering it.
  private var lastKey: Int64

  init(_ connection: borrowing Connection) throws {
    statements = connection.statements
    findParty = try connection.prepare(
      "SELECT \"key\", \"type\" FROM \"_party\" WHERE \"id\" = \(.null)")
    enterParty = try connection.prepare(
      """
      INSERT INTO "_party" ("key", "id", "type") VALUES (\(.null), \(.null), \(.null))
      """)
    let lastKey = try connection.prepare("SELECT max(\"key\") FROM \"_party\"").first([]) {
      $0.integerIfAny(0)
    }
    self.lastKey = (lastKey ?? nil) ?? 0
    touchParty = try connection.prepare(
      """
      INSERT INTO "_touched" ("change", "party") VALUES (\(.null), \(.null))
      ON CONFLICT ("change", "party") DO NOTHING
      """)
    touchCatalogue = try connection.prepare(
      """
      INSERT INTO "_touched_catalogue" ("change", "catalogue") VALUES (\(.null), \(.null))
      ON CONFLICT ("change", "catalogue") DO NOTHING
      """)
    lastMoment = try connection.prepare("SELECT max(\"moment\") FROM \"_change\"")
    enterChange = try connection.prepare(
      """
      INSERT INTO "_change" ("moment", "source") VALUES (\(.null), \(.null)) RETURNING "number"
      """)
    dropChange = try connection.prepare("DELETE FROM \"_change\" WHERE \"number\" = \(.null)")
    declareComplete = try connection.prepare(
      """
      INSERT INTO "_complete" ("party", "type", "_from")
      VALUES (\(.null), \(.null), \(.null))
      ON CONFLICT ("party", "type") WHERE "_to" IS NULL DO NOTHING RETURNING 1
      """)
    retractComplete = try connection.prepare(
      """
      UPDATE "_complete" SET "_to" = \(.null)
      WHERE "party" = \(.null) AND "type" = \(.null) AND "_to" IS NULL RETURNING 1
      """)
  }

  /// What writes the rows of a table.
  func writer(_ table: Table) throws -> TableWriter {
    if let writer = writers[table.name] { return writer }
    let writer = try TableWriter(table, statements)
    writers[table.name] = writer
    return writer
  }

  /// Runs a statement that no change runs often.
  func run(_ sql: SQL) throws { try statements.run(sql) }

  /// Compiles such a statement.
  func prepare(_ sql: SQL) throws -> Statement { try statements.prepare(sql) }

  /// Makes the indexes that were left for the end of the change.
  func finish(_ indexing: (_ done: Int, _ total: Int) -> Void) throws {
    let total = writers.values.reduce(0) { $0 + $1.missingIndexes }
    var done = 0
    for writer in writers.values {
      try writer.finish {
        done += 1
        indexing(done, total)
      }
    }
  }

  /// Enters a change, whose moment is later than that of every other.
  func beginChange(_ source: String) throws -> Change {
    lastTouched = nil
    let last = try lastMoment.first([]) { $0.integerIfAny(0) }
    let moment = max(Registry.now(), (last ?? nil).map { $0 + 1 } ?? 0)
    let number = try enterChange.first([.integer(moment), .text(source)]) { $0.integer(0) }
    guard let number else { throw StoreError.defect("no number for a new change") }
    return Change(number: number, moment: moment, source: source)
  }

  /// Takes a change back that nothing refers to.
  func dropChange(_ number: Int64) throws { try dropChange.run([.integer(number)]) }

  func party(_ id: String) throws -> Recorder.KnownParty? {
    try findParty.first([.text(id)]) { row in
      Recorder.KnownParty(key: row.integer(0), type: row.text(1))
    }
  }

  /// The key of a party that was not known before.
  func enter(_ id: String, _ type: String) throws -> Int64 {
    try enterParty.run([.integer(lastKey + 1), .text(id), .text(type)])
    lastKey += 1
    return lastKey
  }

  /// - Returns: whether this was not known before.
  func complete(_ party: Int64, _ type: String, _ change: Int64) throws -> Bool {
    try declareComplete.first([.integer(party), .text(type), .integer(change)]) { _ in true }
      ?? false
  }

  /// - Returns: whether this was known before.
  func retractComplete(_ party: Int64, _ type: String, _ change: Int64) throws -> Bool {
    try retractComplete.first([.integer(change), .integer(party), .text(type)]) { _ in true }
      ?? false
  }

  /// Writes down that a change touched a party.
  func touch(_ party: Int64, _ change: Int64) throws {
    if lastTouched == party { return }
    try touchParty.run([.integer(change), .integer(party)])
    lastTouched = party
  }

  func touch(catalogue: String, _ change: Int64) throws {
    try touchCatalogue.run([.integer(change), .text(catalogue)])
  }
}
