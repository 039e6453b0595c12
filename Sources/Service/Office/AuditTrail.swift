import Cryptography
import JSONText
package import Store

/// The trail: append-only, each entry bound to the one before it by SM3, so that whoever has written
/// down one hash can tell whether anything before it was altered or taken away.
package enum AuditTrail {
  /// Adds an entry, in the transaction that does what it tells of.
  ///
  /// - Parameters:
  ///   - entry: what was done.
  ///   - moment: when.
  ///   - connection: the transaction.
  /// - Throws: `StoreError`, `CryptographyFailure`.
  package static func append(
    _ entry: AuditEntry, at moment: Moment, _ connection: borrowing Connection
  ) throws {
    let last = try connection.first(
      "SELECT \"number\", \"hash\" FROM \"audit_entry\" ORDER BY \"number\" DESC LIMIT 1"
    ) { (number: $0.integer(0), hash: $0.bytes(1)) }
    let line = try AuditLine(
      number: (last?.number ?? 0) + 1, moment: moment, user: entry.signer.actor.user,
      name: entry.signer.actor.name, role: entry.signer.role, action: entry.action,
      kind: entry.kind, object: entry.object, party: entry.party, detail: json(entry.detail),
      hash: []
    ).chained(to: last?.hash ?? [])
    try connection.run(
      """
      INSERT INTO "audit_entry" ("number", "moment", "user", "name", "role", "action",
        "object_kind", "object", "party", "detail", "hash")
      VALUES (\(line.number), \(line.moment.microseconds), \(line.user), \(line.name),
        \(entry.signer.role.rawValue), \(line.action), \(line.kind), \(line.object), \(line.party),
        \(line.detail), \(line.hash))
      """)
  }

  private static func json(_ detail: [String: String]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      for (name, value) in detail.sorted(by: { $0.key < $1.key }) { writer.member(name, value) }
    }
    return writer.text
  }
}

extension AuditLine {
  /// The same with the hash over the one before it and all that this one says. Every part is
  /// preceded by its length, so that no two entries have the same bytes.
  func chained(to previous: [UInt8]) throws(CryptographyFailure) -> AuditLine {
    var bytes = previous
    let parts = [
      "\(number)", "\(moment.microseconds)", "\(user)", name, role?.rawValue ?? "", action, kind,
      object, party ?? "", detail,
    ]
    for part in parts { bytes += Array("\(part.utf8.count):\(part)".utf8) }
    return try AuditLine(
      number: number, moment: moment, user: user, name: name, role: role, action: action,
      kind: kind, object: object, party: party, detail: detail, hash: SM3.digest(bytes))
  }
}
