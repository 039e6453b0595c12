import Core
import Determination
import Determinations
import Notice
import Registry
import Store
import Testing

@testable import Notices

/// Notices are issued, and issued again.
@Suite("Issuing notices")
struct NoticeIssuerTests {
  private let office: NoticeOffice

  init() throws { office = try NoticeOffice() }

  @Test("What stands on one")
  func content() throws {
    let notice = try office.issuer.issue(office.request())
    #expect(notice.recipient.name == "王样甲")
    #expect(notice.recipient.number?.masked == "3303**************", "the birth is on record")
    #expect(notice.subject == Bilingual(zh: "证书 c1（2019-05-03）", en: "certificate c1 (2019-05-03)"))
    #expect(notice.source.number == "温人社发〔2018〕242号")
    #expect(notice.outcome == .undetermined, "nobody has told which occupations are in shortage")
    #expect(!notice.missing.isEmpty)
    #expect(notice.basis.zh.hasPrefix("登记库第 1 次变更"))
    let code = notice.verification.code
    #expect(code.utf8.count == 29 && code.split(separator: "-").allSatisfy { $0.count == 4 })
    #expect(
      notice.verification.address
        == "https://a.example/verify/" + code.filter { $0 != "-" })
  }

  @Test("The same notice has one code, any other another")
  func codes() throws {
    let first = try office.issuer.issue(office.request()).verification.code
    #expect(try office.issuer.issue(office.request()).verification.code == first)
    var later = office.request()
    later.issued = office.day(1)
    let second = try office.issuer.issue(later).verification.code
    #expect(second != first)
    let other = try office.issuer.issue(office.request(NoticeOffice.skill, "c2")).verification.code
    #expect(Set([first, second, other]).count == 3)
    #expect(
      try office.registry.database.read {
        try $0.first("SELECT count(*) FROM \"_notice\"") { $0.integer(0) }
      } == 3)
  }

  @Test("Facts that came later make another notice, and the old one can be made again")
  func known() throws {
    let before = try office.issuer.issue(office.request())
    try office.put(NoticeOffice.shortage)
    let after = try office.issuer.issue(office.request())
    #expect(after.outcome == .entitled)
    #expect(after.sums.last?.amount == Money(fen: 200_000))
    var past = office.request()
    past.known = .change(1)
    #expect(try office.issuer.issue(past).verification == before.verification)
  }

  @Test("Without an address there is none")
  func withoutBase() throws {
    var request = office.request()
    request.base = nil
    #expect(try office.issuer.issue(request).verification.address == nil)
  }

  @Test(
    "What is asked for wrongly",
    arguments: [
      (
        "wenzhou-2018-242/none", nil,
        .noDetermination(party: "p1", benefit: "wenzhou-2018-242/none")
      ),
      (NoticeOffice.skill, "c9", .noSubject(subject: "c9", known: ["c1", "c2"])),
      (
        NoticeOffice.skill, nil,
        .severalSubjects(benefit: NoticeOffice.skill, subjects: ["c1", "c2"])
      ),
    ] as [(String, String?, NoticeProblem)])
  func wrong(_ benefit: String, _ subject: String?, _ problem: NoticeProblem) throws {
    #expect(throws: problem) { try office.issuer.issue(office.request(benefit, subject)) }
  }

  @Test("A party that nobody knows")
  func unknownParty() throws {
    var request = office.request()
    request.party = "p9"
    #expect(throws: DeterminationProblem.unknownParty(id: "p9")) {
      try office.issuer.issue(request)
    }
  }

  @Test(
    "Addresses that cannot begin a link",
    arguments: [
      "", "https://", "ftp://a.example", "https:///x", "https://a b", "javascript:x", "https://a'b",
    ])
  func bases(_ base: String) {
    var request = office.request()
    request.base = base
    #expect(throws: NoticeProblem.badBase(base)) { try office.issuer.issue(request) }
  }

  @Test("What is stored must be what the rules give")
  func outdated() throws {
    try office.determine()
    var stored = try #require(
      try office.store.stored(of: "p1").first {
        $0.benefit == NoticeOffice.skill && $0.subject == "c1"
      })
    _ = try office.issuer.issue(office.request(), of: stored)
    stored.outcome = .entitled
    #expect(throws: NoticeProblem.self) { try office.issuer.issue(office.request(), of: stored) }
  }
}

extension NoticeOffice {
  /// Told at last: another occupation is in shortage, this one is not.
  static let shortage = """
    "catalogues": {"shortage-occupations": [
      {"region": "330300", "year": 2018, "occupation": "4-01-01-01"},
      {"region": "330300", "year": 2019, "occupation": "4-01-01-01"},
      {"region": "330300", "year": 2020, "occupation": "4-01-01-01"}]}
    """
}
