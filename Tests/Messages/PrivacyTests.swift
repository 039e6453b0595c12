import Core
import Foundation
import Messages
import Office
import OfficeSupport
import Store
import TestSupport
import Testing

@Suite struct PrivacyTests {
  @Test("letters have places for a number and a link, and for nothing else") func places() {
    #expect(LetterPlace.allCases.map(\.rawValue) == ["case", "link"])
  }

  @Test("no mail and no short message tells what the inbox tells") func letters() throws {
    let room = try MessageRoom()
    try room.reach("zhang@mail.test", .mail, .en)
    try room.reach("13800005678", .sms)
    let secret = MessageValues(
      benefit: Bilingual(zh: "甲补贴", en: "benefit A"), amount: Money(fen: 987_654_321),
      date: CivilDate("2031-12-24"), reason: Bilingual(zh: "乙原因", en: "reason B"), days: 77,
      moment: Moment(microseconds: 0), device: "device C")
    let telling = [
      "甲补贴", "benefit A", "9876543", "2031-12-24", "乙原因", "reason B", "77", "1970", "device C",
    ]
    for id in room.messages.texts.ids {
      try room.office.write { connection in
        for values in try room.fitting(secret, id) {
          try room.messages.send(
            id, to: .party("p1"), values: values,
            about: id.hasPrefix("signin") || id.hasPrefix("password") ? nil : CaseNumber("K-1"),
            key: id, connection)
        }
      }
    }
    let senders = [RecordingSender(.mail), RecordingSender(.sms)]
    let count = room.messages.texts.ids.count
    #expect(
      try room.outbox(senders).deliverDue(limit: 1000) == DeliveryReport(sent: 2 * count))
    for letter in senders.flatMap(\.sent) {
      for words in telling { #expect(!(letter.subject + letter.text).contains(words)) }
      #expect(letter.text.contains("https://office.test/"))
    }
    let tables = try room.office.read { connection in
      try connection.all("SELECT \"token\", \"failure\" FROM \"message_outbox\"") {
        $0.text(0) + ($0.textIfAny(1) ?? "")
      }
    }
    #expect(Set(tables).count == 2 * count)
  }

  @Test("addresses lie sealed, are shown masked, and belong to somebody") func addresses() throws {
    let room = try MessageRoom()
    let worker = try Signer.worker()
    try room.office.write { connection in
      try room.messages.setContact(
        Address(" zhang.san@mail.test ", for: .mail), of: .party("p1"), by: worker, connection)
      try room.messages.setContact(
        Address("13800005678", for: .sms), of: .account(1), isWanted: false, by: worker, connection)
    }
    try room.office.read { connection in
      #expect(
        try room.messages.contacts(of: .party("p1"), connection).map(\.masked)
          == ["z***@mail.test"])
      #expect(
        try room.messages.contacts(of: .account(1), connection).map {
          "\($0.masked) \($0.isWanted)"
        }
          == ["138****5678 false"])
      let trail = try AuditTrail.entries(AuditTrail.Filter(), limit: 9, connection)
      #expect(trail.map(\.action) == ["message.contact-set", "message.contact-set"])
      #expect(!trail.contains { $0.detail.contains("zhang") || $0.detail.contains("5678") })
    }
    for name in ["office.db", "office.db-wal"] {
      let bytes = try Data(contentsOf: room.folder.url.appending(path: name))
      #expect(bytes.range(of: Data("zhang.san".utf8)) == nil)
      #expect(bytes.range(of: Data("13800005678".utf8)) == nil)
    }
    for recipient in [Recipient.party("p2"), .account(2)] {
      #expect(throws: MessageProblem.notYours) {
        try room.office.write {
          try room.messages.removeContact(.mail, of: recipient, by: worker, $0)
        }
      }
    }
  }

  @Test(
    "what is no address is refused",
    arguments: [
      ("a@b", Channel.mail, true), ("a.b+c@mail.example.cn", .mail, true), ("a", .mail, false),
      ("a@b@c", .mail, false), ("a b@c", .mail, false), ("a@b>\r\nRCPT TO:<c@d", .mail, false),
      ("a..b@c", .mail, false), ("-a@b", .mail, false), ("甲@b.cn", .mail, false),
      ("@b", .mail, false), ("a@", .mail, false), ("", .mail, false),
      ("13800005678", .sms, true), ("+8613800005678", .sms, true), ("1380000567", .sms, false),
      ("138-0000-5678", .sms, false), ("23800005678", .sms, false), ("+", .sms, false),
      ("１３８００００５６７８", .sms, false),
    ]) func wellMade(_ text: String, _ channel: Channel, _ isGood: Bool)
  {
    #expect(((try? Address(text, for: channel)) != nil) == isGood)
  }

  @Test(
    "what is no number of a case cannot be one",
    arguments: ["", "张三", "1\r\nBcc: a@b", "a b", String(repeating: "1", count: 41), "1<2"])
  func caseNumbers(_ text: String) {
    #expect(throws: MessageProblem.noCaseNumber(text)) { try CaseNumber(text) }
  }
}

extension MessageRoom {
  /// Of these values, those that a message takes: found by asking it.
  func fitting(_ values: MessageValues, _ id: String) throws -> [MessageValues] {
    do {
      try office.read { connection in
        _ = try messages.send(
          id, to: .party("nobody"), values: MessageValues(), key: "", connection)
      }
    } catch let problem as MessageProblem {
      guard case .values(_, let missing, _) = problem else { throw problem }
      var fitting = MessageValues()
      if missing.contains("benefit") { fitting.benefit = values.benefit }
      if missing.contains("amount") { fitting.amount = values.amount }
      if missing.contains("date") { fitting.date = values.date }
      if missing.contains("reason") { fitting.reason = values.reason }
      if missing.contains("days") { fitting.days = values.days }
      if missing.contains("moment") { fitting.moment = values.moment }
      if missing.contains("device") { fitting.device = values.device }
      return [fitting]
    }
    return []
  }
}
