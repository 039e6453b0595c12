import Cryptography
package import Office
import Procedures
package import Store

extension Casework {
  /// Attaches a file to a case that is the party's turn.
  ///
  /// - Parameters:
  ///   - name: what the file is called.
  ///   - content: its bytes.
  ///   - number: of the case.
  ///   - signer: the party.
  ///   - connection: the transaction.
  /// - Returns: the file as it is kept.
  /// - Throws: `CaseworkProblem.emptyFile`, `.largeFile`, `.strangeFile`, `.tooManyFiles`,
  ///   `.notYourTurn`; `StoreError`, `CryptographyFailure`.
  package func attach(
    _ name: String, _ content: [UInt8], to number: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws -> Evidence {
    let (record, key) = try partyCase(number, by: signer, connection)
    guard !content.isEmpty else { throw CaseworkProblem.emptyFile(name) }
    guard content.count <= EvidenceKind.mostBytes else { throw CaseworkProblem.largeFile(name) }
    guard let kind = EvidenceKind(content) else { throw CaseworkProblem.strangeFile(name) }
    guard try fileCount(key, connection) < EvidenceKind.mostFiles else {
      throw CaseworkProblem.tooManyFiles
    }
    let hash = try SM3.digest(content)
    let now = office.clock.now()
    let file = try connection.first(
      """
      INSERT INTO "case_file" ("case", "name", "media", "size", "hash", "content", "user", "moment")
      VALUES (\(key), \(name), \(kind.rawValue), \(Int64(content.count)), \(hash), \(content),
        \(signer.actor.user), \(now.microseconds)) RETURNING "key"
      """
    ) { $0.integer(0) }
    try CaseEvents.append(
      CaseEvents.Draft(signer: signer, act: "attach", note: name), to: key, at: now, connection)
    try trail(
      signer, "case.attach", record, detail: ["hash": Hexadecimal.text(hash)], connection)
    return Evidence(key: file ?? 0, name: name, kind: kind, size: content.count, hash: hash)
  }

  /// Takes a file away again, while the case is still the party's turn; that it was there stays in
  /// the history.
  package func remove(
    file: Int64, from number: String, by signer: Signer, _ connection: borrowing Connection
  ) throws {
    let (record, key) = try partyCase(number, by: signer, connection)
    guard let name = try files(key, connection).first(where: { $0.key == file })?.name else {
      throw CaseworkProblem.unknownFile
    }
    let now = office.clock.now()
    try connection.run(
      "UPDATE \"case_file\" SET \"removed\" = \(now.microseconds) WHERE \"key\" = \(file)")
    try CaseEvents.append(
      CaseEvents.Draft(signer: signer, act: "remove", note: name), to: key, at: now, connection)
    try trail(signer, "case.remove-file", record, connection)
  }

  /// The content of a file of a case.
  ///
  /// - Throws: `CaseworkProblem.unknownFile`, `StoreError`.
  package func content(
    of file: Int64, in number: String, _ connection: borrowing Connection
  ) throws -> (evidence: Evidence, bytes: [UInt8]) {
    let key = try CaseTable.find(number, connection).key
    guard let evidence = try files(key, connection).first(where: { $0.key == file }),
      let bytes = try connection.first(
        "SELECT \"content\" FROM \"case_file\" WHERE \"key\" = \(file)", { $0.bytes(0) })
    else { throw CaseworkProblem.unknownFile }
    return (evidence, bytes)
  }

  func files(_ key: Int64, _ connection: borrowing Connection) throws -> [Evidence] {
    try connection.all(
      """
      SELECT "key", "name", "media", "size", "hash" FROM "case_file"
      WHERE "case" = \(key) AND "removed" IS NULL ORDER BY "key"
      """
    ) { row in
      Evidence(
        key: row.integer(0), name: row.text(1), kind: EvidenceKind(rawValue: row.text(2)) ?? .pdf,
        size: Int(row.integer(3)), hash: row.bytes(4))
    }
  }

  func fileCount(_ key: Int64, _ connection: borrowing Connection) throws -> Int {
    try connection.first(
      "SELECT count(*) FROM \"case_file\" WHERE \"case\" = \(key) AND \"removed\" IS NULL"
    ) { Int($0.integer(0)) } ?? 0
  }

  /// A case that it is the signer's turn to add to.
  func partyCase(
    _ number: String, by signer: Signer, _ connection: borrowing Connection
  ) throws -> (record: CaseRecord, key: Int64) {
    let (record, key) = try CaseTable.find(number, connection)
    let steps = CaseMachine.open(
      try standing(record, key, connection), try shelf.procedure(of: record), to: signer.actor)
    guard steps.contains(where: { $0.transition.by.contains(.party) }) else {
      throw CaseworkProblem.notYourTurn(number)
    }
    return (record, key)
  }
}
