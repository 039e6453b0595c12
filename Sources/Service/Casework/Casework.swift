import Core
package import Office
package import Procedures
package import Store

/// The room in which cases are worked on: opened from determinations, moved by the state machine,
/// with their evidence, notices and objections. Nothing here moves money or sends anything; that is
/// done by what `effects` stands for, in the same transaction.
package struct Casework: Sendable {
  package let office: OfficeStore
  package let shelf: ProcedureShelf
  /// The working days as they are known now.
  let calendar: @Sendable () -> WorkingCalendar
  let effects: any CaseEffects

  /// - Parameters:
  ///   - office: with `Casework.room` among its rooms.
  ///   - procedures: as read from their files.
  ///   - calendar: the working days as they are known when asked.
  ///   - effects: what happens elsewhere together with a transition.
  /// - Throws: `StoreError`.
  package init(
    _ office: OfficeStore, procedures: [(text: String, procedure: Procedure)],
    calendar: @escaping @Sendable () -> WorkingCalendar, effects: any CaseEffects
  ) throws {
    self.office = office
    self.calendar = calendar
    self.effects = effects
    shelf = try ProcedureShelf(procedures, office)
  }

  /// The last working day of a limit that begins now; `nil` where there is none, or the working days
  /// are not known so far ahead.
  func due(_ state: CaseState, _ today: CivilDate) -> CivilDate? {
    state.within.flatMap { try? calendar().day($0, after: today) }
  }
}

/// What happens elsewhere together with a transition, in its transaction.
package protocol CaseEffects: Sendable {
  /// Sets the amount of a case aside.
  func commit(_ record: CaseRecord, by signer: Signer, _ connection: borrowing Connection) throws
  /// Frees what was set aside for a case and was not paid.
  func release(_ record: CaseRecord, by signer: Signer, _ connection: borrowing Connection) throws
  /// Claims back the amount of a case, in parts where some were agreed on.
  func demand(
    _ record: CaseRecord, _ instalments: [CaseInstalment], by signer: Signer,
    _ connection: borrowing Connection) throws
  /// Tells the party.
  func tell(
    _ record: CaseRecord, template: String, reason: String, key: String,
    _ connection: borrowing Connection) throws
}
