import Casework
import Core
import Office
import OfficeSupport
import Procedures
import Store
import Synchronization
import TestSupport

/// An office with the shipped procedures, a clock that is set, and effects that are only written down.
final class Desk: Sendable {
  let folder: TemporaryFolder
  let clock: SetClock
  let office: OfficeStore
  let effects = WrittenEffects()
  let casework: Casework

  /// 2025 is a year of which the holidays around May are known; it is a Thursday.
  static let today = "2025-04-24"

  init() throws {
    folder = try TemporaryFolder()
    clock = SetClock(CivilDate(Desk.today) ?? CivilDate(dayNumber: 0))
    office = try folder.office([Casework.room], clock: clock.clock)
    casework = try Casework(
      office,
      procedures: [
        "payment-without-application", "application-with-evidence", "selection", "claw-back",
      ].map { name in
        let source = try ProjectFiles.source("Procedures/\(name).yaml")
        return (source.text, try Procedure.read(source))
      }, calendar: { Desk.calendar }, effects: effects)
  }

  static let calendar = WorkingCalendar(
    Dictionary(
      uniqueKeysWithValues: [
        ("2025-04-27", true), ("2025-05-01", false), ("2025-05-02", false), ("2025-05-05", false),
      ].compactMap { text, isWorked in CivilDate(text).map { ($0, isWorked) } }))

  func open(
    _ party: String = "p1", amount: Int64 = 300_000, region: String = "330302",
    procedure: String = "payment-without-application", items: [String] = [],
    by signer: Signer = .system
  ) throws -> CaseRecord {
    try office.write { connection in
      try casework.open(
        Desk.proposal(party, amount: amount, region: region, procedure: procedure, items: items),
        by: signer, connection)
    }
  }

  static func proposal(
    _ party: String = "p1", amount: Int64 = 300_000, region: String = "330302",
    procedure: String = "payment-without-application", items: [String] = []
  ) -> CaseProposal {
    CaseProposal(
      procedure: procedure,
      entitlement: Entitlement(
        benefit: "wenzhou-2018-242/skill-upgrade", owner: party, party: party, subject: "c1"),
      partyName: "寅卯辰", region: region, amount: amount,
      basis: CaseRecord.Basis(on: CivilDate(dayNumber: 20_000), plan: "plan", change: 3),
      determination: "{}", items: items)
  }

  func consent(_ record: CaseRecord) throws {
    let party = try Signer.make(.worker, 50, region: nil, party: record.entitlement.party)
    try office.write { connection in
      try casework.set(
        PayeeAccount(bank: "甲银行", holder: "寅卯辰", number: "6222 0212 3456 7890"),
        of: record.number, by: party, connection)
    }
    _ = try act("consent", record, by: party)
  }

  /// Takes the case where an official acts, and acts.
  func act(
    _ transition: String, _ record: CaseRecord, reason: String = "", by signer: Signer
  ) throws -> CaseRecord {
    try office.write { connection in
      if signer.role.isOfficial {
        _ = try casework.take(record.number, by: signer, connection)
      }
      return try casework.act(
        transition, on: record.number, reason: reason, by: signer, connection
      ).record
    }
  }

  func announce(_ records: [CaseRecord], days: Int = 3, by signer: Signer) throws -> Notice {
    try office.write { connection in
      for record in records { _ = try casework.take(record.number, by: signer, connection) }
      return try casework.announce(
        records.map(\.number), title: Bilingual(zh: "第一批", en: "first batch"), region: "330300",
        days: days, isPerson: { _ in true }, by: signer, connection)
    }
  }

  func state(_ record: CaseRecord) throws -> String {
    try office.read { try casework.record(record.number, $0).state }
  }

  /// Sets the clock, and lets the service do what has come about.
  func pass(to day: String) throws -> [String] {
    clock.set(CivilDate(day) ?? CivilDate(dayNumber: 0))
    let (moved, failed) = try casework.passTime()
    if let first = failed.first { throw first.1 }
    return moved
  }
}

/// Effects that are written down and nothing else.
final class WrittenEffects: CaseEffects {
  private let written = Mutex<[String]>([])
  private let refuses = Mutex(false)

  struct NoMoney: Error {}

  var lines: [String] { written.withLock { $0 } }
  func refuse() { refuses.withLock { $0 = true } }

  func commit(_ record: CaseRecord, by signer: Signer, _ connection: borrowing Connection) throws {
    if refuses.withLock({ $0 }) { throw NoMoney() }
    note("commit \(record.number) \(record.money)")
  }

  func release(_ record: CaseRecord, by signer: Signer, _ connection: borrowing Connection) throws {
    note("release \(record.number)")
  }

  func demand(
    _ record: CaseRecord, _ instalments: [CaseInstalment], by signer: Signer,
    _ connection: borrowing Connection
  ) throws { note("demand \(record.number) \(instalments.map(\.amount))") }

  func tell(
    _ record: CaseRecord, template: String, reason: String, key: String,
    _ connection: borrowing Connection
  ) throws { note("tell \(record.number) \(template)") }

  private func note(_ line: String) { written.withLock { $0.append(line) } }
}
