import Core
import Foundation
import Messages
import Office
import OfficeSupport
import TestSupport
import Testing

@testable import Delivery

/// Mail as a real server receives it.
@Suite struct MailTests {
  static func sender(_ server: ServerProcess, login: SMTPSender.Login? = nil) throws -> SMTPSender {
    try SMTPSender(
      ServerAddress.mail("smtp://127.0.0.1:\(server.port)"),
      from: Mailbox("温州市人社局 <notice@office.test>"), login: login, patience: 10)
  }

  @Test("a mail arrives with its Chinese subject and text, and is put off and tried again")
  func arrives() throws {
    let server = try ServerProcess("mail_server.py", ["--answers", "451,250"])
    let room = try MessageRoom()
    try room.reach("zhang.san@mail.test", .mail)
    try room.approve()
    let outbox = room.outbox([try Self.sender(server)])
    #expect(try outbox.deliverDue(limit: 9) == DeliveryReport(postponed: 1))
    room.time.advance(seconds: 60)
    #expect(try outbox.deliverDue(limit: 9) == DeliveryReport(sent: 1))
    room.time.advance(seconds: 86_400)
    #expect(try outbox.deliverDue(limit: 9) == DeliveryReport())
    let mails = try server.events()
    #expect(mails.map { $0["answer"] } == ["451", "250"])
    #expect(mails.first?["raw"] == mails.last?["raw"])
    let mail = try #require(mails.last)
    let expected = [
      "from": "notice@office.test", "to": "zhang.san@mail.test", "hello": "office.test",
      "subject": "您的办件 WZ-2026-17 有新进展", "sender": "温州市人社局 <notice@office.test>",
      "date": "2026-03-02T00:00:00+08:00", "defects": "0", "encrypted": "no",
      "body": """
      您好！

      您的办件 WZ-2026-17 有新进展，详情请登录后查看：
      https://office.test/zh/messages/1/

      为保护您的个人信息，邮件中不写具体内容。本邮件由系统发出，请勿回复。

      """,
    ]
    for (name, value) in expected { #expect(mail[name] == value) }
    #expect(mail["id"]?.hasSuffix("@office.test>") == true)
    #expect((mail["longest"].flatMap { Int($0) } ?? 999) <= 78)
  }

  @Test("a mail that was taken when the connection broke comes again under the same id")
  func broken() throws {
    let server = try ServerProcess("mail_server.py", ["--drop", "1"])
    let room = try MessageRoom()
    try room.reach("a@mail.test", .mail, .en)
    try room.approve()
    let outbox = room.outbox([try Self.sender(server)])
    #expect(try outbox.deliverDue(limit: 9) == DeliveryReport(postponed: 1))
    room.time.advance(seconds: 60)
    #expect(try outbox.deliverDue(limit: 9) == DeliveryReport(sent: 1))
    let mails = try server.events()
    #expect(mails.map { $0["answer"] } == ["cut", "250"])
    #expect(Set(mails.map { $0["id"] }).count == 1)
    #expect(mails.first?["subject"] == "News on your case WZ-2026-17")
  }

  @Test("a refusal is final, an unreachable server is not")
  func refused() throws {
    let server = try ServerProcess("mail_server.py", ["--answers", "554"])
    let sender = try Self.sender(server)
    #expect(throws: SendingFailure.refused(status: 554)) { try sender.send(Self.letter()) }
    _ = try server.events()
    #expect(throws: SendingFailure.unreachable) { try sender.send(Self.letter()) }
  }

  @Test("no value gets into the headers or the envelope") func injection() throws {
    let server = try ServerProcess("mail_server.py")
    let evils = ["\r\nBcc: x@mail.test", "\n.\n", "\u{2028}Bcc: x", "\0"]
    for evil in evils {
      try SMTPSender(
        ServerAddress.mail("smtp://127.0.0.1:\(server.port)"),
        from: Mailbox("Evil\(evil) <notice@office.test>"), patience: 10
      ).send(Self.letter(link: "https://office.test/\(evil)/", title: "{link}"))
    }
    let mails = try server.events()
    #expect(mails.count == evils.count)
    let headers = [
      "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
      "Content-Transfer-Encoding", "Content-Language", "Auto-Submitted",
    ]
    for mail in mails {
      #expect(mail["headers"] == headers.joined(separator: "|"))
      #expect(mail["to"] == "a@mail.test")
      #expect(mail["defects"] == "0")
    }
  }

  @Test("a password is given to a server that asks for it, and a wrong one is said to be wrong")
  func login() throws {
    let server = try ServerProcess("mail_server.py", ["--login", "office:secret"])
    try Self.sender(server, login: .init(user: "office", password: "secret")).send(Self.letter())
    #expect(throws: SendingFailure.notLoggedIn(status: 535)) {
      try Self.sender(server, login: .init(user: "office", password: "x")).send(Self.letter())
    }
    #expect(throws: SendingFailure.notLoggedIn(status: 530)) {
      try Self.sender(server).send(Self.letter())
    }
    #expect(try server.events().count == 1)
  }

  @Test("beyond this machine mail goes encrypted, to the server that was meant, or not at all")
  func encrypted() throws {
    let folder = try TemporaryFolder()
    let (certificate, key) = try makeCertificate(in: folder.url)
    func send(_ server: ServerProcess, _ name: String, _ authorities: String?) throws {
      // The name stands for this machine, so that nothing leaves it.
      try SMTPSender(
        ServerAddress.mail("smtp://\(name):\(server.port)"), from: Mailbox("notice@office.test"),
        authorities: authorities, patience: 10, resolve: ["\(name):\(server.port):127.0.0.1"]
      ).send(Self.letter())
    }
    let secure = try ServerProcess(
      "mail_server.py", ["--certificate", certificate, "--key", key])
    try send(secure, "mail.test", certificate)
    #expect(throws: SendingFailure.notSecure) { try send(secure, "mail.test", nil) }
    #expect(throws: SendingFailure.notSecure) { try send(secure, "other.test", certificate) }
    #expect(try secure.events().map { $0["encrypted"] } == ["yes"])
    let clear = try ServerProcess("mail_server.py")
    #expect(throws: SendingFailure.notSecure) { try send(clear, "mail.test", certificate) }
    #expect(try clear.events().isEmpty)
  }

  /// A letter of a text of its own.
  static func letter(
    link: String = "https://office.test/", title: String = "{case}",
    to address: String = "a@mail.test",
    _ channel: Channel = .mail
  ) throws -> Letter {
    let texts = try MessageTexts(
      SourceText(
        name: "m.yaml",
        text: """
          letters:
            a:
              places: [case, link]
              mail: { title: { zh: "\(title)", en: "\(title)" }, body: { zh: "{case} {link}", en: "{case} {link}" } }
              sms: { zh: "您的办件 {case}：{link}", en: "{case} {link}" }
          messages:
            m: { places: [case], letter: a, title: { zh: "{case}", en: "{case}" }, body: { zh: 甲, en: a } }
          """))
    return try Letter(
      texts.letter(for: "m"), LetterValues(case: CaseNumber("K-1"), link: link), in: .zh,
      to: Address(address, for: channel), id: "0123456789abcdef", at: Moment(microseconds: 0))
  }
}
