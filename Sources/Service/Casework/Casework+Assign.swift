package import Office
import Procedures
package import Store

extension Casework {
  /// Takes a case on, so that nobody else works on it: for whoever could make one of its next steps.
  ///
  /// - Parameters:
  ///   - number: of the case.
  ///   - signer: who takes it.
  ///   - connection: the transaction.
  /// - Returns: the case.
  /// - Throws: `CaseworkProblem.takenByOther`, `.nothingToDo`; `StoreError`.
  package func take(
    _ number: String, by signer: Signer, _ connection: borrowing Connection
  ) throws -> CaseRecord {
    var (record, key) = try CaseTable.find(number, connection)
    if record.assigned == signer.actor.user { return record }
    guard record.assigned == nil else { throw CaseworkProblem.takenByOther(number) }
    let steps = CaseMachine.open(
      try standing(record, key, connection), try shelf.procedure(of: record), to: signer.actor)
    guard steps.contains(where: { $0.transition.stage != nil && $0.role == signer.role }) else {
      throw CaseworkProblem.nothingToDo(number)
    }
    record.assigned = signer.actor.user
    try assign(record, key, act: "take", by: signer, connection)
    return record
  }

  /// Gives a case back that one has taken.
  ///
  /// - Parameters:
  ///   - number: of the case.
  ///   - signer: who gives it back.
  ///   - connection: the transaction.
  /// - Returns: the case.
  /// - Throws: `CaseworkProblem.takenByOther`, `.notTaken`; `StoreError`.
  package func giveBack(
    _ number: String, by signer: Signer, _ connection: borrowing Connection
  ) throws -> CaseRecord {
    var (record, key) = try CaseTable.find(number, connection)
    guard let assigned = record.assigned else { throw CaseworkProblem.notTaken(number) }
    guard assigned == signer.actor.user else { throw CaseworkProblem.takenByOther(number) }
    record.assigned = nil
    try assign(record, key, act: "give-back", by: signer, connection)
    return record
  }

  private func assign(
    _ record: CaseRecord, _ key: Int64, act: String, by signer: Signer,
    _ connection: borrowing Connection
  ) throws {
    try CaseTable.assign(record.assigned, key: key, connection)
    try CaseEvents.append(
      CaseEvents.Draft(signer: signer, act: act), to: key, at: office.clock.now(), connection)
    try trail(signer, "case.\(act)", record, connection)
  }
}
