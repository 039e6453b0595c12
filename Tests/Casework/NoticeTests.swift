import Casework
import Core
import Cryptography
import Office
import OfficeSupport
import Procedures
import Store
import Testing

@Suite struct NoticeTests {
  private let desk: Desk
  private let clerk: Signer
  private let reviewer: Signer
  private let neighbour: Signer

  init() throws {
    desk = try Desk()
    clerk = try .make(.clerk, 1)
    reviewer = try .make(.reviewer, 4)
    neighbour = try .make(.worker, 60, region: nil, party: "p9")
  }

  private func announced(_ count: Int) throws -> (Notice, [CaseRecord]) {
    let records = try (1...count).map { try desk.open("p\($0)") }
    for record in records { try desk.consent(record) }
    return (try desk.announce(records, by: clerk), records)
  }

  @Test(
    "names are masked",
    arguments: [
      ("王明", "王*"), ("王小明", "王*明"), ("欧阳小明", "欧**明"), ("古丽·买买提", "古*·买*"), ("Li Wei", "L*·W*"),
      ("", "*"),
    ]) func masks(_ name: String, _ expected: String)
  {
    #expect(NameMask.mask(name) == expected)
  }

  @Test("what is shown is kept byte for byte, and its hash is in the trail") func proof() throws {
    let (notice, _) = try announced(1)
    #expect(notice.opens == CivilDate("2025-04-24"))
    #expect(notice.closes == CivilDate("2025-04-28"))
    let edition = try #require(
      try desk.office.read { try desk.casework.notice(notice.number, $0).editions }.first)
    #expect(
      edition.content
        == #"{"number":"N2025-1","zh":"第一批","en":"first batch","region":"330300","opens":"2025-04-24","closes":"2025-04-28","rows":[{"row":1,"name":"寅*辰","benefit":"wenzhou-2018-242/skill-upgrade","amount":"3000.00","region":"330302","held":false}]}"#
    )
    #expect(edition.hash == (try SM3.digest(Array(edition.content.utf8))))
    var filter = AuditTrail.Filter()
    filter.action = "notice.publish"
    let line = try desk.office.read { [filter] in try AuditTrail.entries(filter, limit: 1, $0) }
    #expect(line.first?.detail == #"{"hash":"\#(Hexadecimal.text(edition.hash))"}"#)
  }

  @Test("an objection holds only the rows it names") func holds() throws {
    let (notice, records) = try announced(3)
    try desk.office.write { connection in
      try desk.casework.object(
        to: notice.number, rows: [2], text: "不在岗", contact: "13800000000", by: neighbour,
        connection)
    }
    #expect(try records.map(desk.state) == ["announced", "objected", "announced"])
    #expect(try desk.pass(to: "2025-04-29").count == 2)
    #expect(try records.map(desk.state) == ["cleared", "objected", "cleared"])
    _ = try desk.act("dismiss-objection", records[1], reason: "在岗", by: reviewer)
    #expect(try desk.pass(to: "2025-04-30") == [records[1].number])
    #expect(try desk.state(records[1]) == "cleared")
    let objections = try desk.office.read {
      try desk.casework.objections(to: records[1].number, $0)
    }
    #expect(objections.map(\.verdict) == [.dismissed])
    #expect(objections.map(\.answer) == ["在岗"])
  }

  @Test("an objection that holds ends the case, and the notice shows both editions")
  func upheld() throws {
    let (notice, records) = try announced(2)
    for text in ["不在岗", "又一条"] {
      try desk.office.write { connection in
        try desk.casework.object(
          to: notice.number, rows: [1], text: text, contact: "", by: neighbour, connection)
      }
    }
    _ = try desk.act("uphold-objection", records[0], reason: "属实", by: reviewer)
    #expect(try records.map(desk.state) == ["refused", "announced"])
    let editions = try desk.office.read {
      try desk.casework.notice(notice.number, $0).editions
    }
    #expect(editions.map { $0.content.contains(#""held":true"#) } == [false, true, true, false])
  }

  @Test("after its last day a notice hears no objection") func closed() throws {
    let (notice, _) = try announced(1)
    desk.clock.set(try #require(CivilDate("2025-04-29")))
    #expect(throws: CaseworkProblem.noticeClosed(notice.number)) {
      try desk.office.write { connection in
        try desk.casework.object(
          to: notice.number, rows: [1], text: "x", contact: "", by: neighbour, connection)
      }
    }
  }

  @Test("a notice whose last day cannot be told is not opened, and no case moves") func unknown()
    throws
  {
    let record = try desk.open()
    try desk.consent(record)
    #expect(throws: CalendarUnknown(year: 2026)) {
      try desk.announce([record], days: 300, by: clerk)
    }
    #expect(try desk.state(record) == "consented")
    #expect(try desk.office.read { try desk.casework.notices($0) } == [])
  }

  @Test("one case that may not be announced keeps the whole notice from opening") func allOrNone()
    throws
  {
    let records = try [desk.open("p1"), desk.open("p2")]
    try desk.consent(records[0])
    #expect(throws: (any Error).self) { try desk.announce(records, by: clerk) }
    #expect(try records.map(desk.state) == ["consented", "found"])
  }

  @Test("a case is not announced but in a notice") func onlyInNotice() throws {
    let record = try desk.open()
    try desk.consent(record)
    #expect(throws: CaseworkProblem.notInNotice(record.number)) {
      try desk.act("announce", record, by: clerk)
    }
  }
}
