import Core
import Messages
import Office
import OfficeSupport
import Store
import Testing

@Suite struct InboxTests {
  @Test("a message is in the inbox in both languages, once for each key") func once() throws {
    let room = try MessageRoom()
    let numbers = try (1...3).map { _ in try room.approve() }
    #expect(Set(numbers).count == 1)
    let worker = try Signer.worker().actor
    let inbox = try room.office.read { try room.messages.inbox(of: worker, limit: 10, $0) }
    #expect(inbox.map(\.template) == ["case.approved"])
    let words = inbox.map { room.messages.texts.words(of: $0) }
    let expected = MessageWords(
      title: Bilingual(zh: "技能提升补贴已批准", en: "Approved: skill-upgrade subsidy"),
      body: Bilingual(
        zh: "办件 WZ-2026-17（技能提升补贴）已批准，金额 1500.50 元，随下一批发放。",
        en: """
          Case WZ-2026-17 (skill-upgrade subsidy) is approved: CNY 1500.50, to be paid with the \
          next batch.
          """))
    #expect(words == [expected])
  }

  @Test("an act that does not happen tells nobody") func rollback() throws {
    struct Undone: Error {}
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail)
    #expect(throws: Undone.self) {
      try room.office.write { connection in
        try room.messages.send(
          "case.approved", to: .party("p1"), values: MessageRoom.approval, about: CaseNumber("1"),
          key: "k", connection)
        throw Undone()
      }
    }
    let worker = try Signer.worker().actor
    #expect(try room.office.read { try room.messages.inbox(of: worker, limit: 1, $0).isEmpty })
    #expect(try room.office.read { try room.messages.outbox(.waiting, limit: 1, $0).isEmpty })
  }

  @Test("a message takes exactly its values, and a key one message") func refused() throws {
    let room = try MessageRoom()
    func send(
      _ template: String, _ values: MessageValues, _ number: String? = "1", key: String = "k"
    ) throws {
      try room.office.write { connection in
        _ = try room.messages.send(
          template, to: .party("p1"), values: values, about: number.map { try CaseNumber($0) },
          key: key, connection)
      }
    }
    var tooMuch = MessageRoom.approval
    tooMuch.reason = Bilingual("x")
    #expect(throws: MessageProblem.values("case.approved", missing: [], unused: ["reason"])) {
      try send("case.approved", tooMuch)
    }
    #expect(
      throws: MessageProblem.values(
        "case.approved", missing: ["amount", "benefit", "case"], unused: [])
    ) { try send("case.approved", MessageValues(), nil) }
    #expect(throws: MessageProblem.unknownTemplate("case.aproved", nearest: "case.approved")) {
      try send("case.aproved", MessageRoom.approval)
    }
    try send("case.approved", MessageRoom.approval)
    #expect(throws: MessageProblem.keyOfAnother("k")) {
      try send("case.approved", MessageRoom.approval, "2")
    }
  }

  @Test("pages are newest first, over all inboxes of a person and of nobody else") func pages()
    throws
  {
    let room = try MessageRoom()
    for number in 1...25 {
      try room.approve(["p1", "e1", "p2"][number % 3], "\(number)")
    }
    let agent = Actor(
      user: 5, name: "a", party: "p1", grants: [Grant(.enterpriseAgent, organisation: "e1")])
    try room.office.read { connection in
      let all = try room.messages.inbox(of: agent, limit: 100, connection)
      let numbers = (1...25).filter { $0 % 3 != 2 }.map { Int64($0) }
      #expect(all.map(\.number) == numbers.reversed())
      var paged: [Int64] = []
      while true {
        let page = try room.messages.inbox(
          of: agent, before: paged.last, limit: 4, connection)
        paged += page.map(\.number)
        if page.count < 4 { break }
      }
      #expect(paged == all.map(\.number))
      #expect(throws: MessageProblem.notYours) {
        try room.messages.message(2, of: agent, connection)
      }
    }
  }

  @Test("reading is counted, and stands in the trail once") func reading() throws {
    let room = try MessageRoom()
    for number in 1...5 { try room.approve("p1", "\(number)") }
    let worker = try Signer.worker()
    let other = try Signer.worker(2, party: "p2")
    func unread() throws -> Int64 {
      try room.office.read { try room.messages.unread(of: worker.actor, $0) }
    }
    #expect(try unread() == 5)
    for _ in 1...2 { try room.office.write { try room.messages.markRead(2, by: worker, $0) } }
    #expect(try unread() == 4)
    #expect(throws: MessageProblem.notYours) {
      try room.office.write { try room.messages.markRead(1, by: other, $0) }
    }
    #expect(try room.office.write { try room.messages.markAllRead(upTo: 4, by: other, $0) } == 0)
    #expect(try room.office.write { try room.messages.markAllRead(upTo: 4, by: worker, $0) } == 3)
    #expect(try unread() == 1)
    let actions = try room.office.read { connection in
      try AuditTrail.entries(AuditTrail.Filter(), limit: 9, connection).map(\.action)
    }
    #expect(actions == ["message.read-all", "message.read"])
  }

  @Test("braces in values stay what they are, and lost texts are said to be lost") func odd()
    throws
  {
    let room = try MessageRoom()
    let worker = try Signer.worker().actor
    let words = try room.office.write { connection in
      try room.messages.send(
        "case.returned", to: .party("p1"),
        values: MessageValues(
          benefit: Bilingual("{amount}"), date: CivilDate("2026-03-09"),
          reason: Bilingual(zh: "缺“证\n书”", en: "\"{case}\" \u{0} missing")),
        about: CaseNumber("7"), key: "k", connection)
      let kept = try room.messages.inbox(of: worker, limit: 1, connection)
      try connection.run("UPDATE \"message_inbox\" SET \"template\" = 'gone'")
      let lost = try room.messages.inbox(of: worker, limit: 1, connection)
      try connection.run(
        "UPDATE \"message_inbox\" SET \"template\" = 'case.paid', \"values\" = '['")
      let broken = try room.messages.inbox(of: worker, limit: 1, connection)
      return (kept + lost + broken).map { room.messages.texts.words(of: $0).body }
    }
    #expect(words.count == 3)
    #expect(
      words.first?.en
        == "Case 7 ({amount}) needs a correction: \"{case}\" \u{0} missing. Please correct it and submit it again by 2026-03-09; all you have filled in is still there."
    )
    #expect(words.first?.zh.contains("缺“证\n书”") == true)
    #expect(words.dropFirst().first?.en == "there is no text for the message “gone”")
    #expect(
      words.last?.zh == "办件 7（（无记录））的 （无记录） 已于 （无记录） 发放到您登记的账户。")
  }
}
