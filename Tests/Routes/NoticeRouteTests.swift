import Core
import Cryptography
import Determinations
import Facts
import HTTP
import Registry
import Store
import TestSupport
import Testing

@testable import Routes

/// Notices on paper, and the pages that confirm them.
@Suite struct NoticeRouteTests {
  private let folder: TemporaryFolder
  private let registry: Registry
  private let store: DeterminationStore
  private let rules: Rulebook
  private let site: Site

  init() throws {
    let model = try projectModel()
    folder = try TemporaryFolder()
    registry = try Registry.open(
      at: folder.path("r.db"), keyFile: KeyFile(path: folder.path("r.key")),
      vocabulary: model.vocabulary)
    store = try DeterminationStore(registry)
    rules = try Rulebook(model.plans)
    site = Site(
      ServiceModel(
        vocabulary: model.vocabulary, documents: model.documents, plans: model.plans,
        registry: try ServedRegistry(registry, store, rules) { Issue.record("\($0)") },
        today: model.today))
    try put(
      """
      "parties": [
        {"type": "person", "id": "p1", "name": "王样甲", "idNumber": "330302199001010013",
         "region": "330302"},
        {"type": "organisation", "id": "o1", "name": "样甲机械厂", "kind": "enterprise",
         "region": "330302"}],
      "records": [
        {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
         "kind": "skill-level", "issuedOn": "2019-05-03"},
        {"type": "employment", "party": "p1", "id": "e1", "employer": "o1", "from": "2015-01-01"},
        {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01",
         "to": "2018-12"}],
      "catalogues": {"shortage-occupations": [
        {"region": "330300", "year": 2019, "occupation": "6-18-01-01"}]}
      """)
  }

  private func put(_ parts: String) throws {
    let source = SourceText(name: "facts", text: #"{"on": "2020-06-30", \#(parts)}"#)
    _ = try registry.put(
      FactsFile.read(source, FactsSchema(registry.vocabulary)), source: "facts")
  }

  private func determine(on day: String) throws {
    let day = try #require(CivilDate(day))
    _ = try DeterminationRunner(store, rules, on: day).all()
  }

  private func answer(_ path: String, isSecure: Bool = false) throws -> Response {
    site.respond(
      to: try Request(.get, path, headers: ["Host": "rencai.example"], isSecure: isSecure))
  }

  private func get(_ path: String) throws -> Visitor {
    let visitor = Visitor(site)
    try visitor.get(path)
    return visitor
  }

  private static let notice =
    "parties/p1/notice?benefit=wenzhou-2018-242%2Fskill-upgrade&subject=c1"

  /// Issues a notice and gives its code, which the name of the file holds.
  private func issue() throws -> String {
    let response = try answer("/zh/" + Self.notice)
    let name = try #require(response.headers["Content-Disposition"])
    let code = try #require(name.firstMatch(of: /notice-([A-Z2-7-]{29})\.pdf/))
    return String(code.1)
  }

  @Test("beside a result there is a link to its notice, which is a PDF that nothing keeps")
  func paper() throws {
    try determine(on: "2020-06-30")
    #expect(try get("/zh/parties/p1").page.contains("href=\"/zh/\(Self.notice.escaped)\""))
    #expect(try get("/en/parties/p1").page.contains("Notice (PDF)"))
    let response = try answer("/zh/" + Self.notice, isSecure: true)
    #expect(response.status == .ok)
    #expect(response.headers["Content-Type"] == "application/pdf")
    #expect(response.headers["Cache-Control"] == "private, no-store")
    let name = try #require(response.headers["Content-Disposition"])
    let code = try issue()
    #expect(
      name == "inline; filename=\"notice-\(code).pdf\"; "
        + "filename*=UTF-8''%E5%91%8A%E7%9F%A5%E4%B9%A6%20\(code).pdf")
    #expect(response.body.starts(with: Array("%PDF-1.5".utf8)))
    #expect(try answer("/zh/" + Self.notice, isSecure: true).body == response.body)
    #expect(try answer("/en/" + Self.notice).body != response.body)
  }

  @Test(
    "of what is not stored there is none",
    arguments: [
      "parties/p1/notice", "parties/p1/notice?benefit=x", "parties/p9/notice?benefit=x",
      "parties/p1/notice?benefit=wenzhou-2018-242%2Fskill-upgrade",
      "parties/p1/notice?benefit=wenzhou-2018-242%2Fskill-upgrade&subject=c1&owner=o1",
      "parties/p1/notice?benefit=wenzhou-2018-242%2Fskill-upgrade&subject=c1&known=99",
    ])
  func nothing(_ path: String) throws {
    #expect(try answer("/zh/" + path).status == .notFound, "before a run")
    try determine(on: "2020-06-30")
    #expect(try answer("/zh/" + path).status == .notFound)
  }

  @Test(
    "a stored result that the rules of today do not give has no notice, and the reader is told why")
  func outdated() throws {
    try determine(on: "2020-06-30")
    try registry.database.write { connection in
      try connection.run("UPDATE \"_determination\" SET \"amount\" = 1 WHERE \"amount\" > 0")
    }
    let visitor = try get("/zh/" + Self.notice)
    #expect(visitor.status == .conflict)
    #expect(visitor.page.contains("“技能提升补贴”存下的结果与现行规则算出的不同"))
    #expect(visitor.page.contains("请先运行 gongjiang determine --changed，再出具告知书。"))
  }

  @Test("a genuine notice that still holds, with no more than the paper says")
  func genuine() throws {
    try determine(on: "2020-06-30")
    let code = try issue()
    let visitor = try get("/verify/" + code.filter { $0 != "-" })
    #expect(visitor.status == .ok)
    try visitor.get("/zh/verify/\(code)")
    #expect(visitor.heading == "告知书是真的，结果没有变")
    for text in [
      "最近一次核定（核定日 2020-06-30）得出同样的结果。", code, "王*甲", "技能提升补贴", "2020-06-30", "可以享受",
      "3,000.00 元",
    ] { #expect(visitor.page.contains(text), "\(text)") }
    for secret in ["王样甲", "3303", "c1", "p1"] { #expect(!visitor.page.contains(secret)) }
    try visitor.get("/en/verify/\(code)")
    #expect(visitor.heading == "The notice is genuine and still holds")
  }

  @Test("one that has changed since, and one of which nobody knows")
  func changed() throws {
    try determine(on: "2020-06-30")
    let code = try issue()
    try put(
      """
      "parties": [{"type": "person", "id": "p1"}], "records": [
        {"type": "claim", "party": "p1", "benefit": "wenzhou-2018-242/skill-upgrade",
         "subject": "c1", "on": "2020-06-30", "amount": "3000.00"}]
      """)
    try determine(on: "2020-07-01")
    let visitor = try get("/zh/verify/\(code)")
    #expect(visitor.heading == "告知书是真的，但结果后来变了")
    for text in [
      "出具之后事实、规则或者日子有了变化，最近一次核定（核定日 2020-07-01）的结果不同。",
      "现在的结果只告诉当事人；请当事人出示新的告知书。", "3,000.00 元",
    ] { #expect(visitor.page.contains(text), "\(text)") }
    #expect(!visitor.page.contains("已发放"), "the paper did not say what was granted later")
    try visitor.get("/en/verify/\(code)")
    #expect(visitor.heading == "The notice is genuine, but the result has changed")
    let later = try issue()
    #expect(later != code)
    try registry.database.write { connection in
      try connection.run("UPDATE \"_run\" SET \"finished\" = NULL WHERE \"number\" = 2")
    }
    try visitor.get("/zh/verify/\(later)")
    #expect(visitor.heading == "告知书是真的")
    #expect(visitor.page.contains("出具之后还没有重新核定过，不知道结果现在有没有变。"))
    try visitor.get("/en/verify/\(later)")
    #expect(visitor.heading == "The notice is genuine")
  }

  @Test(
    "a code that no notice has",
    arguments: ["AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", "x", "%3Cb%3E", "AAAAAAAAAAAAAAAAAAAAAAA1"])
  func unknown(_ code: String) throws {
    let visitor = try get("/zh/verify/\(code)")
    #expect(visitor.status == .notFound)
    #expect(visitor.heading == "没有这份告知书")
    #expect(visitor.page.contains("本系统没有出具过带这个核验码的告知书。"))
    #expect(!visitor.page.contains("<b>"))
    try visitor.get("/en/verify/\(code)")
    #expect(visitor.heading == "There is no such notice")
  }

  @Test("a code that is typed leads to its page; what can be none is asked for again")
  func form() throws {
    try determine(on: "2020-06-30")
    let code = try issue()
    let visitor = try get("/zh/verify")
    #expect(visitor.status == .ok && visitor.heading == "核验告知书")
    try visitor.get(
      "/zh/verify?code=" + PercentEncoding.encode(" \(code.lowercased().replacing("-", with: " "))")
    )
    #expect(visitor.path == "/zh/verify/" + code.filter { $0 != "-" })
    #expect(visitor.heading == "告知书是真的，结果没有变")
    for (language, text) in [
      ("zh", "这不是核验码：核验码是 24 个字母和数字（A 到 Z，2 到 7）。请照着纸上再输入一次。"),
      (
        "en",
        "This is no code: a code has 24 letters and digits (A to Z, 2 to 7). Type it again as it "
          + "stands on the paper."
      ),
    ] {
      try visitor.get("/\(language)/verify?code=ABC%3Cb%3E")
      #expect(visitor.status == .unprocessableContent)
      #expect(visitor.page.contains(text))
      #expect(visitor.page.contains("value=\"ABC&lt;b&gt;\""))
    }
  }

  @Test("the address of a QR code leads on in the language of the reader")
  func short() throws {
    for (accepted, language) in [("zh-CN", "zh"), ("en-GB", "en")] {
      let response = site.respond(
        to: try Request(.get, "/verify/AAAA", headers: ["Accept-Language": accepted]))
      #expect(response.status == .seeOther)
      #expect(response.headers["Location"] == "/\(language)/verify/AAAA")
      #expect(response.headers["Vary"] == "Accept-Language")
    }
  }
}

extension String {
  /// As it stands in an attribute.
  fileprivate var escaped: String { replacing("&", with: "&amp;") }
}
