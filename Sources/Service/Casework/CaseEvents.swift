import Office
import Procedures
import Store

/// Writes and reads what happened to cases.
enum CaseEvents {
  /// An event that is to be written.
  struct Draft {
    let signer: Signer
    let act: String
    var stage: Stage?
    var from: String?
    var to: String?
    var isSignature = false
    var department: String?
    var note = ""
  }

  static func append(
    _ draft: Draft, to key: Int64, at moment: Moment, _ connection: borrowing Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO "case_event" ("case", "number", "moment", "user", "name", "role", "act", "stage",
        "from", "to", "is_signature", "department", "note")
      SELECT \(key), COALESCE(MAX("number"), 0) + 1, \(moment.microseconds),
        \(draft.signer.actor.user), \(draft.signer.actor.name), \(draft.signer.role.rawValue),
        \(draft.act), \(draft.stage?.rawValue), \(draft.from), \(draft.to),
        \(Int64(draft.isSignature ? 1 : 0)), \(draft.department), \(draft.note)
      FROM "case_event" WHERE "case" = \(key)
      """)
  }

  /// Who took part in which stage, and who has signed since the case came to its present state.
  static func hands(
    of key: Int64, _ connection: borrowing Connection
  ) throws -> (hands: [CaseStanding.Hand], signatures: [CaseStanding.Signature]) {
    var hands: [CaseStanding.Hand] = []
    var signatures: [CaseStanding.Signature] = []
    try connection.forEach(
      """
      SELECT "stage", "user", "is_signature", "act", "department", "to" FROM "case_event"
      WHERE "case" = \(key) ORDER BY "number"
      """
    ) { row in
      if let stage = row.textIfAny(0).flatMap(Stage.init) {
        let hand = CaseStanding.Hand(stage, row.integer(1))
        if !hands.contains(hand) { hands.append(hand) }
      }
      if row.integer(2) == 1 {
        signatures.append(
          CaseStanding.Signature(row.text(3), row.integer(1), department: row.textIfAny(4)))
      } else if !row.isNull(5) {
        signatures = []
      }
    }
    return (hands, signatures)
  }

  /// All events of a case, the newest first.
  static func timeline(
    of key: Int64, _ connection: borrowing Connection
  ) throws -> [CaseEvent] {
    try connection.all(
      """
      SELECT "number", "moment", "user", "name", "role", "act", "stage", "from", "to",
        "is_signature", "note"
      FROM "case_event" WHERE "case" = \(key) ORDER BY "number" DESC
      """
    ) { row in
      CaseEvent(
        number: row.integer(0), moment: Moment(microseconds: row.integer(1)),
        user: row.integer(2), name: row.text(3), role: Role(rawValue: row.text(4)),
        act: row.text(5), stage: row.textIfAny(6), from: row.textIfAny(7), to: row.textIfAny(8),
        isSignature: row.integer(9) == 1, note: row.text(10))
    }
  }
}
