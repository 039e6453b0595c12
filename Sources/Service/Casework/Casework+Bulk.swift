package import Core
package import Office
import Procedures
package import Store

/// One act on many cases: kept row by row, so that it can be gone on with, and never done twice.
package struct BulkAct: Sendable, Equatable {
  package let key: String
  package let act: String
  package let user: Int64
  package let total: Int
  package var done: Int
  package var refused: Int

  package var isFinished: Bool { done + refused == total }
}

/// What came of one row.
package struct BulkRow: Sendable, Equatable {
  package let number: String
  /// `nil` while it is still to be done; empty where it was done.
  package let code: String?
  package let words: Bilingual
}

extension Casework {
  /// What one bulk act may take on.
  package static let mostBulkRows = 10_000

  /// Acts that a bulk can do beside transitions.
  package static let takeAct = "take"

  /// Writes down what is to be done; `proceed` does it.
  ///
  /// - Parameters:
  ///   - act: a transition, or `take`.
  ///   - numbers: of the cases; each once, whatever the list says.
  ///   - reason: why, for all of them.
  ///   - key: names the act; the same again changes nothing.
  ///   - signer: who acts.
  /// - Returns: the act as it stands.
  /// - Throws: `CaseworkProblem.nothingTicked`, `.tooManyRows`; `OfficeProblem`, `StoreError`.
  package func plan(
    _ act: String, on numbers: [String], reason: String, key: String, by signer: Signer
  ) throws -> BulkAct {
    var seen: Set<String> = []
    let numbers = numbers.filter { seen.insert($0).inserted }
    guard !numbers.isEmpty else { throw CaseworkProblem.nothingTicked }
    guard numbers.count <= Casework.mostBulkRows else { throw CaseworkProblem.tooManyRows }
    return try office.write { connection in
      _ = try office.once("bulk/\(key)", by: signer, connection) { connection in
        try connection.run(
          """
          INSERT INTO "case_bulk" ("key", "act", "note", "user", "role", "moment", "total")
          VALUES (\(key), \(act), \(reason), \(signer.actor.user), \(signer.role.rawValue),
            \(office.clock.now().microseconds), \(Int64(numbers.count)))
          """)
        let insert = try connection.prepare(
          "INSERT INTO \"case_bulk_row\" (\"bulk\", \"row\", \"case\") VALUES (\("") , \(Int64(0)), \(""))"
        )
        for (row, number) in numbers.enumerated() {
          try insert.run([.text(key), .integer(Int64(row)), .text(number)])
        }
        try AuditTrail.append(
          AuditEntry(
            signer, "case.bulk", "bulk", key,
            detail: ["act": act, "total": "\(numbers.count)"]), at: office.clock.now(), connection)
        return key
      }
      return try bulk(key, by: signer, connection)
    }
  }

  /// Does rows that are still to be done, each in a transaction together with its result line.
  ///
  /// - Parameters:
  ///   - key: of the act.
  ///   - limit: how many rows at most.
  ///   - signer: who planned it.
  /// - Returns: the act as it stands then.
  /// - Throws: `CaseworkProblem.unknownBulk` where the signer planned no such act; `StoreError`.
  package func proceed(_ key: String, limit: Int, by signer: Signer) throws -> BulkAct {
    let (act, reason, rows) = try office.read { connection in
      _ = try bulk(key, by: signer, connection)
      let head = try connection.first(
        "SELECT \"act\", \"note\" FROM \"case_bulk\" WHERE \"key\" = \(key)"
      ) { ($0.text(0), $0.text(1)) }
      let rows = try connection.all(
        """
        SELECT "row", "case" FROM "case_bulk_row" WHERE "bulk" = \(key) AND "code" IS NULL
        ORDER BY "row" LIMIT \(Int64(limit))
        """
      ) { (row: $0.integer(0), number: $0.text(1)) }
      return (head?.0 ?? "", head?.1 ?? "", rows)
    }
    for (row, number) in rows {
      do {
        try office.write { connection in
          // Somebody may have gone on with it elsewhere.
          let isOpen = try connection.first(
            """
            SELECT 1 FROM "case_bulk_row"
            WHERE "bulk" = \(key) AND "row" = \(row) AND "code" IS NULL
            """
          ) { _ in true }
          guard isOpen == true else { return }
          if act == Casework.takeAct {
            _ = try take(number, by: signer, connection)
          } else {
            _ = try self.act(act, on: number, reason: reason, by: signer, connection)
          }
          try note("", nil, row: row, of: key, connection)
        }
      } catch let error as any WordedProblem {
        try office.write { connection in
          try note(error.code, error.sentence, row: row, of: key, connection)
        }
      }
    }
    return try office.read { try bulk(key, by: signer, $0) }
  }

  /// The result lines, in the order in which the cases were named.
  ///
  /// - Throws: `CaseworkProblem.unknownBulk`, `StoreError`.
  package func rows(
    of key: String, by signer: Signer, _ connection: borrowing Connection
  ) throws -> [BulkRow] {
    _ = try bulk(key, by: signer, connection)
    return try connection.all(
      """
      SELECT "case", "code", "zh", "en" FROM "case_bulk_row" WHERE "bulk" = \(key) ORDER BY "row"
      """
    ) { row in
      BulkRow(
        number: row.text(0), code: row.textIfAny(1),
        words: Bilingual(zh: row.textIfAny(2) ?? "", en: row.textIfAny(3) ?? ""))
    }
  }

  private func note(
    _ code: String, _ words: Bilingual?, row: Int64, of key: String,
    _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      UPDATE "case_bulk_row" SET "code" = \(code), "zh" = \(words?.zh), "en" = \(words?.en)
      WHERE "bulk" = \(key) AND "row" = \(row)
      """)
  }

  /// An act as it stands, for whoever planned it.
  package func bulk(
    _ key: String, by signer: Signer, _ connection: borrowing Connection
  ) throws -> BulkAct {
    let found = try connection.first(
      """
      SELECT "act", "user", "total",
        (SELECT count(*) FROM "case_bulk_row" WHERE "bulk" = \(key) AND "code" = ''),
        (SELECT count(*) FROM "case_bulk_row" WHERE "bulk" = \(key) AND "code" <> '')
      FROM "case_bulk" WHERE "key" = \(key) AND "user" = \(signer.actor.user)
      """
    ) { row in
      BulkAct(
        key: key, act: row.text(0), user: row.integer(1), total: Int(row.integer(2)),
        done: Int(row.integer(3)), refused: Int(row.integer(4)))
    }
    guard let found else { throw CaseworkProblem.unknownBulk }
    return found
  }
}
