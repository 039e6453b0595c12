import Core
import Office
package import Procedures
import Store
import Synchronization

/// Every procedure that cases may be under: those of today, and by their hash those that cases were
/// begun with.
package final class ProcedureShelf: Sendable {
  /// Those that new cases begin with.
  package let current: [Procedure]
  private let known: Mutex<[String: Procedure]>
  private let office: OfficeStore

  init(_ procedures: [(text: String, procedure: Procedure)], _ office: OfficeStore) throws {
    self.office = office
    current = procedures.map(\.procedure)
    known = Mutex(
      Dictionary(current.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first }))
    try office.write { connection in
      for (text, procedure) in procedures {
        try connection.run(
          """
          INSERT INTO "case_procedure" ("hash", "id", "text")
          VALUES (\(procedure.hash), \(procedure.id), \(text)) ON CONFLICT ("hash") DO NOTHING
          """)
      }
    }
  }

  /// The procedure that new cases of this name begin with.
  ///
  /// - Throws: `CaseworkProblem.unknownProcedure`.
  package func current(_ id: String) throws(CaseworkProblem) -> Procedure {
    guard let procedure = current.first(where: { $0.id == id }) else {
      throw .unknownProcedure(id)
    }
    return procedure
  }

  /// The procedure that a case is under.
  ///
  /// - Throws: `CaseworkProblem.unknownProcedure` where the database does not hold its text;
  ///   `StoreError`.
  package func procedure(of record: CaseRecord) throws -> Procedure {
    let hash = record.procedureHash
    if let procedure = known.withLock({ $0[hash] }) { return procedure }
    let text = try office.read { connection in
      try connection.first("SELECT \"text\" FROM \"case_procedure\" WHERE \"hash\" = \(hash)") {
        $0.text(0)
      }
    }
    guard let text else { throw CaseworkProblem.unknownProcedure(record.procedure) }
    let procedure = try Procedure.read(SourceText(name: record.procedure, text: text))
    known.withLock { $0[hash] = procedure }
    return procedure
  }
}
