import Core
import Determination
import Determinations
import Notice
import Registry
import Store
import Testing

@testable import Notices

/// What can be said of a code that somebody brings.
@Suite("Verifying notices")
struct VerificationTests {
  private let office: NoticeOffice
  private let register: NoticeRegister

  init() throws {
    office = try NoticeOffice()
    try office.put(NoticeOffice.shortage)
    register = office.issuer.register
  }

  private func issued() throws -> (NoticeCode, IssuedNotice) {
    let notice = try office.issuer.issue(office.request())
    let code = try #require(NoticeCode(typed: notice.verification.code))
    return (code, try #require(try register.notice(code)))
  }

  @Test("What was issued is found again, word for word")
  func found() throws {
    let (_, notice) = try issued()
    #expect(notice.party == "p1" && notice.owner == "p1" && notice.subject == "c1")
    #expect(notice.benefit == NoticeOffice.skill)
    #expect(notice.outcome == .entitled && notice.amount == Money(fen: 200_000))
    #expect(notice.granted == .zero && notice.payable == Money(fen: 200_000))
    #expect(notice.on == office.day && notice.issued == office.day && notice.facts == 2)
    #expect(notice.digest.utf8.count == 64)
  }

  @Test("Before a run nobody knows; then it is the same; then it is not")
  func standing() throws {
    let (_, notice) = try issued()
    #expect(try register.standing(of: notice) == .notSince)
    try office.determine(on: office.day(-1))
    #expect(try register.standing(of: notice) == .notSince, "a run of an earlier day")
    try office.determine()
    #expect(try register.standing(of: notice) == .same(on: office.day))
    let later = office.day(1)
    try office.put(
      """
      "parties": [{"type": "person", "id": "p1"}], "records": [{"type": "claim", "party": "p1", "benefit": "\(NoticeOffice.skill)",
        "subject": "c1", "on": "2020-06-30", "amount": "2000.00"}]
      """)
    try office.determine(on: later)
    guard case .changed(let on, let now) = try register.standing(of: notice) else {
      Issue.record("it has changed")
      return
    }
    #expect(on == later && now?.granted == Money(fen: 200_000) && now?.payable == .zero)
  }

  @Test(
    "A row that was altered confirms nothing",
    arguments: [
      "\"amount\" = 900000", "\"outcome\" = 'not-entitled'", "\"subject\" = 'c2'", "\"on\" = 1",
      "\"receiver\" = 'p2'", "\"digest\" = ''", "\"granted\" = NULL", "\"issued\" = 0",
      "\"benefit\" = 'x'", "\"facts\" = 1", "\"plan\" = ''",
    ])
  func altered(_ change: String) throws {
    let (code, _) = try issued()
    try office.registry.database.write { connection in
      try connection.run("UPDATE \"_notice\" SET \(unchecked: change)")
    }
    #expect(try register.notice(code) == nil)
  }

  @Test("Nobody else's code")
  func unknown() throws {
    _ = try issued()
    let code = try #require(NoticeCode(typed: "AAAA AAAA AAAA AAAA AAAA AAAA"))
    #expect(try register.notice(code) == nil)
  }

  @Test(
    "As people type codes",
    arguments: [
      ("abcd-efgh-ijkl-mnop-qrst-uvwx", "ABCDEFGHIJKLMNOPQRSTUVWX"),
      (" ABCD EFGH IJKL MNOP QRST 2345 ", "ABCDEFGHIJKLMNOPQRST2345"),
      ("ABCD—EFGH–IJKL－MNOP‐QRST-UVWX", "ABCDEFGHIJKLMNOPQRSTUVWX"),
      ("", nil), ("ABCD", nil), ("ABCDEFGHIJKLMNOPQRSTUVW1", nil),
      ("ABCDEFGHIJKLMNOPQRSTUVWXY", nil),
      ("核验码核验码核验码核验码核验码核验码核验码核验码", nil), ("ABCDEFGHIJKLMNOPQRSTUVW%", nil),
    ] as [(String, String?)])
  func typed(_ text: String, _ code: String?) {
    #expect(NoticeCode(typed: text)?.text == code)
  }
}
