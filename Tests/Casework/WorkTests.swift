import Casework
import Core
import Office
import OfficeSupport
import Procedures
import Store
import Testing

@Suite struct WorkTests {
  private let desk: Desk
  private let clerk: Signer

  init() throws {
    desk = try Desk()
    clerk = try .make(.clerk, 1)
  }

  @Test("who works on a case has taken it, and nobody else has") func taking() throws {
    let record = try desk.open()
    try desk.consent(record)
    let other = try Signer.make(.clerk, 9)
    #expect(throws: CaseworkProblem.notTaken(record.number)) {
      try desk.office.write {
        try desk.casework.act("announce", on: record.number, by: clerk, $0).record
      }
    }
    func take(_ signer: Signer) throws -> CaseRecord {
      try desk.office.write { try desk.casework.take(record.number, by: signer, $0) }
    }
    func giveBack(_ signer: Signer) throws -> CaseRecord {
      try desk.office.write { try desk.casework.giveBack(record.number, by: signer, $0) }
    }
    #expect(try take(clerk).assigned == 1)
    #expect(throws: CaseworkProblem.takenByOther(record.number)) { try take(other) }
    #expect(throws: CaseworkProblem.takenByOther(record.number)) { try giveBack(other) }
    #expect(try giveBack(clerk).assigned == nil)
    #expect(throws: CaseworkProblem.nothingToDo(record.number)) { try take(.make(.approver, 2)) }
  }

  @Test(
    "what may be attached is told by what it holds",
    arguments: [
      ("a.pdf", Array("%PDF-1.7".utf8), nil), ("b.pdf", Array("MZ".utf8), .strangeFile("b.pdf")),
      ("c.jpg", [0xFF, 0xD8, 0xFF, 0xE0], nil), ("d.png", [], .emptyFile("d.png")),
      (
        "e.pdf", Array("%PDF-".utf8) + [UInt8](repeating: 0, count: 10 << 20),
        .largeFile("e.pdf")
      ),
    ] as [(String, [UInt8], CaseworkProblem?)])
  func evidence(_ name: String, _ content: [UInt8], _ problem: CaseworkProblem?) throws {
    let record = try desk.open(procedure: "application-with-evidence")
    let party = try Signer.make(.worker, 50, region: nil, party: "p1")
    let attach = { [desk] in
      try desk.office.write { connection in
        try desk.casework.attach(name, content, to: record.number, by: party, connection)
      }
    }
    if let problem {
      #expect(throws: problem) { try attach() }
    } else {
      let file = try attach()
      let read = try desk.office.read {
        try desk.casework.content(of: file.key, in: record.number, $0)
      }
      #expect(read.bytes == content)
      try desk.office.write {
        try desk.casework.remove(file: file.key, from: record.number, by: party, $0)
      }
      #expect(throws: CaseworkProblem.unknownFile) {
        try desk.office.read {
          try desk.casework.content(of: file.key, in: record.number, $0).bytes
        }
      }
    }
  }

  @Test("nobody attaches to a case that is not theirs, or not their turn") func notYours() throws {
    let record = try desk.open(procedure: "application-with-evidence")
    for signer in [clerk, try .make(.worker, 51, region: nil, party: "p2")] {
      #expect(throws: CaseworkProblem.notYourTurn(record.number)) {
        try desk.office.write { connection in
          try desk.casework.attach(
            "a.pdf", Array("%PDF-".utf8), to: record.number, by: signer, connection)
        }
      }
    }
  }

  @Test("many at once: a line for each, what cannot be done said, and nothing done twice")
  func bulk() throws {
    let records = try (1...5).map { try desk.open("p\($0)") }
    for record in records.prefix(4) { try desk.consent(record) }
    let numbers = records.map(\.number)
    var act = try desk.casework.plan(
      Casework.takeAct, on: numbers + [numbers[0], "2025-9"], reason: "", key: "b1", by: clerk)
    #expect(act.total == 6)
    act = try desk.casework.proceed("b1", limit: 2, by: clerk)
    #expect((act.done, act.refused, act.isFinished) == (2, 0, false))
    for _ in 1...2 { act = try desk.casework.proceed("b1", limit: 100, by: clerk) }
    #expect((act.done, act.refused, act.isFinished) == (4, 2, true))
    let rows = try desk.office.read { try desk.casework.rows(of: "b1", by: clerk, $0) }
    #expect(rows.map(\.code) == ["", "", "", "", "CWK008", "CWK001"])
    #expect(rows.last?.words.zh == "没有编号为 2025-9 的办件。请核对编号。")
    #expect(throws: CaseworkProblem.unknownBulk) {
      try desk.casework.proceed("b1", limit: 1, by: .make(.clerk, 9))
    }
    #expect(throws: CaseworkProblem.nothingTicked) {
      try desk.casework.plan("approve", on: [], reason: "", key: "b2", by: clerk)
    }
    #expect(throws: CaseworkProblem.tooManyRows) {
      try desk.casework.plan(
        "approve", on: (0...10_000).map { "\($0)" }, reason: "", key: "b3", by: clerk)
    }
  }

  @Test("lists go on where they stopped, show what is in one's regions, and counts agree")
  func lists() throws {
    let records = try (1...7).map { number in
      try desk.open("p\(number)", region: number.isMultiple(of: 2) ? "331002" : "330302")
    }
    for record in records.prefix(3) { try desk.consent(record) }
    var filter = QueueFilter()
    filter.turn = "party"
    let all = try Signer.make(.clerk, 1, region: nil)
    var seen: [String] = []
    var position: CasePosition?
    repeat {
      let page = try desk.office.read { [filter, position] in
        try desk.casework.list(filter, after: position, limit: 2, for: all, $0)
      }
      seen += page.cases.map(\.number)
      position = page.next
      #expect(position.map { CasePosition(text: $0.text) == $0 } != false)
    } while position != nil
    #expect(seen == records.dropFirst(3).map(\.number))
    let mine = try desk.office.read { try desk.casework.list(QueueFilter(), for: clerk, $0) }
    #expect(mine.cases.allSatisfy { $0.region == "330302" } && mine.cases.count == 4)
    let counts = try desk.office.read { try desk.casework.counts(for: clerk, $0) }
    #expect(
      counts.map { "\($0.turn) \($0.state) \($0.count) \($0.amount)" } == [
        "clerk consented 2 600000", "party found 2 600000",
      ])
    let none = try desk.office.read {
      try desk.casework.list(QueueFilter(), for: .make(.approver, 3, region: "110000"), $0)
    }
    #expect(none.cases == [])
  }

  @Test("a later determination proposes, and changes nothing by itself") func differences() throws {
    let record = try desk.open()
    let party = try Signer.make(.worker, 50, region: nil, party: "p1")
    _ = try desk.act("decline", record, by: party)
    let basis = CaseRecord.Basis(on: CivilDate(dayNumber: 20_100), plan: "later", change: 8)
    let propose = { [desk] (amount: Int64) in
      try desk.office.write { connection in
        try desk.casework.propose(
          record.number, amount: amount, basis: basis, determination: "{}", connection)
      }
    }
    #expect(try propose(50_000))
    #expect(try !propose(50_000))
    #expect(try propose(-20_000))
    #expect(try desk.state(record) == "declined")
    let found = try desk.office.read { try desk.casework.differences(for: clerk, $0) }
    #expect(found.map(\.amount) == [-20_000])
    let opened = try desk.office.write {
      try desk.casework.follow(found[0].key, reason: "复核", by: clerk, $0)
    }
    #expect((opened.kind, opened.procedure, opened.amount) == (.clawBack, "claw-back", 20_000))
    #expect(opened.parent == record.number)
    #expect(throws: CaseworkProblem.unknownDifference) {
      try desk.office.write { try desk.casework.dismiss(found[0].key, reason: "x", by: clerk, $0) }
    }
  }

  @Test("a score sheet: own points, the reviewer's points, the difference") func scores() throws {
    let enterprise = try Signer.make(.enterpriseAgent, 70, region: nil, organisation: "e1")
    let reviewer = try Signer.make(.reviewer, 4)
    let record = try desk.open("e1", amount: 0, procedure: "selection", items: ["X1.1", "X1.2"])
    try desk.office.write { connection in
      try desk.casework.set(
        [ItemScore(item: "X1.1", points: Decimal128(2), note: "机构文件")], .own,
        of: record.number, by: enterprise, connection)
      _ = try desk.casework.attach(
        "a.pdf", Array("%PDF-".utf8), to: record.number, by: enterprise, connection)
    }
    #expect(throws: CaseRefusal.missing(.selfScores)) {
      try desk.act("submit", record, by: enterprise)
    }
    #expect(throws: CaseworkProblem.unknownItem("X9")) {
      try desk.office.write { connection in
        try desk.casework.set(
          [ItemScore(item: "X9", points: Decimal128(2), note: "")], .own, of: record.number,
          by: enterprise, connection)
      }
    }
    try desk.office.write { connection in
      try desk.casework.set(
        [ItemScore(item: "X1.2", points: Decimal128(4), note: "")], .own, of: record.number,
        by: enterprise, connection)
    }
    _ = try desk.act("submit", record, by: enterprise)
    try desk.office.write { connection in
      _ = try desk.casework.take(record.number, by: reviewer, connection)
      try desk.casework.set(
        ["X1.1", "X1.2"].map { ItemScore(item: $0, points: Decimal128(2), note: "") }, .review,
        of: record.number, by: reviewer, connection)
    }
    _ = try desk.act("score", record, by: reviewer)
    let scores = try desk.office.read { try desk.casework.scores(of: record.number, $0) }
    #expect(scores.map { $0.difference?.description } == ["0", "-2"])
    #expect(try desk.pass(to: "2025-05-10") == [record.number])
    #expect(try desk.state(record) == "scored")
  }
}
