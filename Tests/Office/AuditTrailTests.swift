import Core
import Office
import Store
import OfficeSupport
import TestSupport
import Testing

@Suite struct AuditTrailTests {
  private let folder: TemporaryFolder
  private let office: OfficeStore

  init() throws {
    folder = try TemporaryFolder()
    office = try folder.office()
  }

  private func append(_ count: Int) throws {
    for number in 1...count {
      try office.write { connection in
        try AuditTrail.append(
          AuditEntry(
            .make(.clerk), "case.open", "case", "\(number)", party: "p\(number % 2)",
            detail: ["b": "2", "a": "一"]), at: Moment(microseconds: Int64(number)), connection)
      }
    }
  }

  @Test("entries come back, the newest first, and can be asked for by what they concern")
  func read() throws {
    try append(5)
    var filter = AuditTrail.Filter()
    filter.party = "p1"
    let found = try office.read { [filter] in try AuditTrail.entries(filter, limit: 2, $0) }
    #expect(found.map(\.number) == [5, 3])
    #expect(found.first?.detail == #"{"a":"一","b":"2"}"#)
    #expect(found.first?.role == .clerk)
    let older = try office.read { [filter] in
      try AuditTrail.entries(filter, before: 3, limit: 2, $0)
    }
    #expect(older.map(\.number) == [1])
  }

  @Test("an untouched chain holds") func holds() throws {
    try append(4)
    #expect(try office.read { try AuditTrail.verify($0).count } == 4)
  }

  @Test("the tables refuse to change or delete an entry", arguments: ["UPDATE", "DELETE"])
  func appendOnly(_ act: String) throws {
    try append(1)
    let statement =
      act == "UPDATE" ? "UPDATE audit_entry SET name = 'x'" : "DELETE FROM audit_entry"
    #expect(throws: StoreError.self) {
      try office.write { try $0.run("\(unchecked: statement)") }
    }
    #expect(try office.read { try AuditTrail.verify($0).count } == 1)
  }

  @Test(
    "whoever gets round the tables is found out",
    arguments: [
      "UPDATE audit_entry SET name = 'x' WHERE number = 2",
      "UPDATE audit_entry SET moment = 9 WHERE number = 2",
      "UPDATE audit_entry SET role = 'approver' WHERE number = 2",
      "UPDATE audit_entry SET party = NULL WHERE number = 2",
      "DELETE FROM audit_entry WHERE number = 2",
    ]) func broken(_ statement: String) throws
  {
    try append(3)
    try office.write { connection in
      try connection.run("DROP TRIGGER audit_entry_no_update")
      try connection.run("DROP TRIGGER audit_entry_no_delete")
      try connection.run("\(unchecked: statement)")
    }
    #expect(throws: OfficeProblem.trailBroken(number: 2)) {
      try office.read { try AuditTrail.verify($0).count }
    }
  }
}
