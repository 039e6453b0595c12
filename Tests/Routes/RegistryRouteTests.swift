import Core
import Cryptography
import Determinations
import Facts
import Foundation
import HTTP
import Pages
import Registry
import TestSupport
import Testing

@testable import Routes

/// Search, and the pages of workers and organisations, over a small registry.
@Suite struct RegistryRouteTests {
  private let here: RegistrySite
  private var site: Site { here.site }
  private var registry: Registry { here.registry }

  init() throws {
    here = try RegistrySite()
    try put(Self.facts, source: "facts.json")
  }

  private func put(_ parts: String, source: String) throws {
    try here.put(parts, source: source)
  }

  private static let facts = """
    "parties": [
      {"type": "person", "id": "p 1", "name": "王样甲", "idNumber": "330302199001010013",
       "phone": "13800000000", "region": "330302"},
      {"type": "person", "id": "p2", "name": "王样乙 <b>"},
      {"type": "organisation", "id": "o1", "name": "样甲机械厂", "kind": "enterprise",
       "region": "330302"}],
    "records": [
      {"type": "certificate", "party": "p 1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
       "kind": "skill-level", "issuedOn": "2019-05-03", "number": "S0001"},
      {"type": "employment", "party": "p 1", "id": "e1", "employer": "o1", "from": "2015-01-01"},
      {"type": "employment", "party": "p2", "id": "e2", "employer": "o1", "from": "2015-01-01",
       "to": "2016-02-29"},
      {"type": "insurance", "party": "p 1", "scheme": "unemployment", "from": "2016-01",
       "to": "2018-12"},
      {"type": "wage", "party": "p 1", "year": 2019, "amount": "80000.50"},
      {"type": "account", "party": "p 1", "id": "a1", "number": "6222020000001234567"}]
    """

  private func get(_ path: String) throws -> Visitor { try here.get(path) }

  @Test(
    "what is found, and leads where",
    arguments: [
      ("样", ["王样甲", "王样乙 &lt;b&gt;", "样甲机械厂"]), ("样甲", ["王样甲", "样甲机械厂"]), ("S0001", ["王样甲"]),
      ("机械", ["样甲机械厂"]),
    ])
  func search(_ text: String, _ names: [String]) throws {
    let visitor = Visitor(site)
    try visitor.post([("q", text)], to: "/zh/search")
    #expect(visitor.path == "/zh/search?q=" + PercentEncoding.encode(SearchText(text).text))
    for name in names { #expect(visitor.page.contains(">\(name)</a>")) }
    #expect(visitor.page.contains("/zh/parties/p%201") == names.contains("王样甲"))
    #expect(!visitor.page.contains("330302199001010013"))
    if names.contains("王样甲") { #expect(visitor.page.contains("3303**********0013")) }
  }

  @Test("nothing found says what to try") func nothing() throws {
    let visitor = try get("/en/search?q=zzz")
    #expect(visitor.status == .ok)
    #expect(visitor.page.contains("Nothing found for “zzz”"))
    #expect(visitor.page.contains("Try another part of the name"))
    try visitor.get("/zh/search?q=zzz&page=x&type=nothing")
    #expect(visitor.page.contains("没有找到“zzz”"))
  }

  @Test("an identity number leads to its owner, and stands on no page and in no address")
  func secret() throws {
    let visitor = Visitor(site)
    try visitor.post([("q", "330302 19900101 0013")], to: "/zh/search")
    #expect(visitor.path == "/zh/parties/p%201")
    #expect(!visitor.page.contains("330302199001010013"))
    try visitor.post([("q", "330302199001010021")], to: "/zh/search")
    #expect(visitor.path == "/zh/search")
    #expect(visitor.page.contains("没有找到“**************0021”"))
    #expect(!visitor.page.contains("330302199001010021"))
    try visitor.get("/zh/search?q=330302199001010013")
    #expect(visitor.page.contains(">王样甲</a>"))
    #expect(!visitor.page.contains("330302199001010013"))
  }

  @Test("a worker's page: particulars masked, records along the time, links to the employer")
  func worker() throws {
    let visitor = try get("/zh/parties/p%201")
    #expect(visitor.heading == "王样甲")
    for text in [
      "3303**********0013", "138****0000", "622************4567", "鹿城区", "3（高级工）",
      "2015-01-01 至今", "2016-01 至 2018-12", "2019 年", "80,000.50 元",
      "<a href=\"/zh/parties/o1\">样甲机械厂</a>", "登记库还没有整体核定过。",
    ] {
      #expect(visitor.page.contains(text), "\(text)")
    }
    for secret in ["330302199001010013", "13800000000", "6222020000001234567"] {
      #expect(!visitor.page.contains(secret))
    }
  }

  @Test("an account number leads to its owner, and stands nowhere") func account() throws {
    let visitor = Visitor(site)
    try visitor.post([("q", "6222 0200 0000 1234 567")], to: "/zh/search")
    #expect(visitor.path == "/zh/parties/p%201")
    #expect(!visitor.page.contains("6222020000001234567"))
  }

  @Test("beside the day of birth less of an identity number is shown, in lists too")
  func birth() throws {
    try put(
      """
      "parties": [{"type": "person", "id": "p 1", "birthDate": "1990-01-01"}], "records": []
      """, source: "birth")
    for path in ["/zh/parties/p%201", "/zh/search?q=%E6%A0%B7%E7%94%B2", "/zh/parties/o1/workers"] {
      let page = try get(path).page
      #expect(page.contains("3303**************"))
      #expect(!page.contains("0013"))
    }
  }

  @Test("an organisation's page lists its workers, those of today first") func organisation() throws
  {
    let visitor = try get("/en/parties/o1")
    let names = visitor.page.ranges(of: "/en/parties/p")
    #expect(names.count == 2)
    let first = try #require(visitor.page.range(of: "/en/parties/p%201"))
    let second = try #require(visitor.page.range(of: "/en/parties/p2"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(visitor.page.contains("since 2015-01-01"))
    #expect(visitor.page.contains("2015-01-01 to 2016-02-29"))
    try visitor.get("/en/parties/o1/workers")
    #expect(visitor.heading == "Workers of 样甲机械厂")
    #expect(visitor.page.contains("2, those employed now first."))
    try visitor.get("/en/parties/p2/workers")
    #expect(visitor.status == .notFound)
  }

  @Test("indicators are shown as the type that their name gives them") func indicators() throws {
    try put(
      """
      "parties": [{"type": "organisation", "id": "o1"}],
      "records": [
        {"type": "indicator", "party": "o1", "year": 2023, "name": "hrUnit", "value": false},
        {"type": "indicator", "party": "o1", "year": 2023, "name": "prizes",
         "value": [{"level": "city", "prize": 1}, {"prize": 2}]}]
      """, source: "indicators")
    let page = try get("/zh/parties/o1").page
    #expect(page.contains("（级别 市，奖次 1（一等奖））（奖次 2（二等奖））"))
    #expect(page.contains("人力资源机构"))
    #expect(page.contains("否"))
  }

  @Test("reasons are worked out anew") func reasons() throws {
    let visitor = try get("/zh/parties/p%201/reasons")
    #expect(visitor.heading == "王样甲：逐条理由")
    #expect(visitor.page.contains("按登记库里的事实在 2020-06-30 重新核定。"))
    #expect(visitor.page.contains("技能提升补贴"))
    #expect(visitor.page.contains("证书 2019-05-03"))
    #expect(visitor.page.contains("逐条理由"))
  }

  @Test("a stored result leads to what it rests on, and what would differ today")
  func replayed() throws {
    try determine(on: "2020-06-30")
    let results = try get("/zh/parties/p%201").page
    let link = try #require(
      results.firstMatch(of: #/href="(/zh/parties/p%201/determinations/(\d+))"/#))
    var visitor = try get(String(link.1))
    #expect(visitor.heading == "王样甲：当时为什么这样认定")
    #expect(visitor.page.contains("核定结果 \(link.2) 号"))
    #expect(visitor.page.contains("认定日 2020-06-30；事实以登记库变更 1（"))
    #expect(visitor.page.contains("文件：温人社发〔2018〕242号（2018-12-19 印发）"))
    #expect(visitor.page.contains("重新计算：与保存的逐字节相同。"))
    #expect(visitor.page.contains("按今天的规则和今天的事实，结论相同。"))
    try put(
      """
      "parties": [{"type": "person", "id": "p 1"}], "records": [
        {"type": "certificate", "party": "p 1", "id": "c1", "occupation": "6-18-01-01", "level": 2,
         "kind": "skill-level", "issuedOn": "2019-05-03", "number": "S0001"}]
      """, source: "correction")
    visitor = try get(
      String(link.1).replacing("/zh/", with: "/en/"))
    #expect(visitor.page.contains("Worked out again: the same, byte by byte."))
    #expect(
      visitor.page.contains("It comes out otherwise because the facts changed."), "\(visitor.page)")
    #expect(visitor.page.contains("Facts that differ:"))
    // Of somebody else there is no such page, nor of a number that is none.
    for path in [
      "p2/determinations/\(link.2)", "p%201/determinations/99", "p%201/determinations/x",
    ] {
      #expect(try get("/zh/parties/\(path)").status == .notFound)
    }
  }

  @Test("what was known before a correction is shown as that") func past() throws {
    try put(
      #""parties": [{"type": "person", "id": "p 1", "name": "赵样甲"}], "records": []"#,
      source: "correction")
    let first = try #require(registry.changes().first)
    var visitor = try get("/zh/parties/p%201")
    #expect(visitor.heading == "赵样甲")
    #expect(visitor.page.contains("· correction</option>"))
    #expect(visitor.page.contains("· facts.json</option>"))
    #expect(!visitor.page.contains("class=\"notice\""))
    visitor = try get("/zh/parties/p%201?known=\(first.number)")
    #expect(visitor.heading == "王样甲")
    #expect(visitor.page.contains("登记后所知的情况，不一定是现在的。"))
    #expect(visitor.page.contains("/zh/parties/p%201/reasons?known=\(first.number)"))
    for path in ["reasons", "workers"] {
      visitor = try get("/zh/parties/o1/\(path)?known=\(first.number)")
      #expect(visitor.page.contains("登记后所知的情况"))
    }
    visitor = try get("/zh/parties/p%201?known=")
    #expect(visitor.heading == "赵样甲")
    for known in ["99", "0", "-1", "x"] {
      for path in ["", "/reasons", "/workers"] {
        visitor = try get("/zh/parties/o1\(path)?known=\(known)")
        #expect(visitor.status == .notFound)
        #expect(visitor.page.contains("登记库里没有这次变更。"))
      }
    }
  }

  private func determine(on day: String) throws { try here.determine(on: day) }

  @Test("stored results say when newer facts are not in them") func newerFacts() throws {
    try determine(on: "2020-06-30")
    #expect(!(try get("/zh/parties/p2").page.contains("没有算进去")))
    try put(
      #""parties": [{"type": "person", "id": "p2", "name": "赵样乙"}], "records": []"#,
      source: "correction.csv")
    #expect(!(try get("/zh/parties/p%201").page.contains("没有算进去")))
    let page = try get("/zh/parties/p2").page
    #expect(page.contains("核定之后又有变动："))
    #expect(page.contains("（correction.csv），没有算进去。"))
    #expect(page.contains("gongjiang determine --changed"))
    #expect(
      try get("/en/parties/p2").page.contains("(correction.csv), and is not taken into account."))
    let first = try #require(registry.changes().first)
    let past = try get("/zh/parties/p2?known=\(first.number)").page
    #expect(past.contains("2020-06-30 核定"))
    #expect(!past.contains("没有算进去"))
    #expect(try overview("zh", isOutdated: true).contains("（correction.csv），没有算进去。"))
    try determine(on: "2020-06-30")
    #expect(!(try get("/zh/parties/p2").page.contains("没有算进去")))
  }

  @Test("stored results say when the day has come on which they can change by themselves")
  func dayReached() throws {
    try put(
      """
      "parties": [{"type": "person", "id": "p3"}], "records": [
        {"type": "certificate", "party": "p3", "id": "c1", "occupation": "6-18-01-01", "level": 3,
         "kind": "skill-level", "issuedOn": "2019-05-03"},
        {"type": "employment", "party": "p3", "id": "e1", "employer": "o1", "from": "2015-01-01"},
        {"type": "insurance", "party": "p3", "scheme": "unemployment", "from": "2019-06"}]
      """, source: "insurance.csv")
    try determine(on: "2020-03-31")
    let first = try DeterminationStore(registry).firstDue(of: "p3")
    let (due, today) = (try #require(first), try #require(CivilDate("2020-06-30")))
    #expect(due <= today)
    #expect(
      try get("/zh/parties/p3").page.contains("\(due) 起有的结果会自行变化，这一天已经到了。"))
    let page = try overview("en", isOutdated: true)
    #expect(page.contains("on a result can come out otherwise by itself, and that day has come."))
    #expect(page.contains("As the whole registry was determined as of 2020-03-31 (run 1)"))
  }

  /// The overview, once it is worked out from what is in the registry.
  private func overview(_ language: String, isOutdated: Bool = false) throws -> String {
    for _ in 0..<200 {
      let page = try get("/\(language)/overview").page
      if page.contains("class=\"lead\""), !page.contains("<p class=\"notice\""),
        page.contains("id=\"outdated\"") == isOutdated,
        page.contains("<table")
      {
        return page
      }
      Thread.sleep(forTimeInterval: 0.05)
    }
    Issue.record("the overview is not worked out")
    return ""
  }

  @Test("the overview is worked out once for what is known, few people are not shown")
  func overviewPage() throws {
    let workers = (1...30).map { number in
      """
      {"type": "person", "id": "w\(number)", "region": "330302"}
      """
    }
    let records = (1...30).map { number in
      """
      {"type": "employment", "party": "w\(number)", "id": "x\(number)", "employer": "o1",
       "from": "2015-01-01", "post": "technical-worker"},
      {"type": "wage", "party": "w\(number)", "year": 2019, "amount": "60000.00"},
      {"type": "certificate", "party": "w\(number)", "id": "y\(number)", "level": \(number < 4 ? 2 : 4),
       "kind": "skill-level", "issuedOn": "2019-05-03"}
      """
    }
    try put(
      "\"parties\": [\(workers.joined(separator: ","))], \"records\": [\(records.joined(separator: ","))]",
      source: "more")
    let page = try overview("zh")
    #expect(page.contains("<dt>技术工人</dt><dd>30</dd>"))
    #expect(page.contains("人数太少，不显示"))
    #expect(page.contains("<td data-value=\"60000.00\">60,000.00</td>"))
    #expect(page.contains("登记库还没有整体核定过；请运行 gongjiang determine --all。"))
    #expect(try overview("en").contains("Workers by level"))
    let response = site.respond(to: try Request(.get, "/zh/overview"))
    #expect(
      response.headers["Content-Security-Policy"]?.hasPrefix(
        "default-src 'none'; script-src 'self'; style-src 'self';") == true)
    for script in page.split(separator: "<script src=\"").dropFirst() {
      let path = String(script.prefix { $0 != "\"" })
      let response = site.respond(to: try Request(.get, path))
      #expect(response.status == .ok)
      #expect(response.headers["Content-Type"] == "text/javascript; charset=utf-8")
    }
    #expect(page.components(separatedBy: "<script ").count == 3)
  }

  @Test("whom nobody knows has no page", arguments: ["", "/workers", "/reasons"])
  func unknown(_ below: String) throws {
    #expect(try get("/zh/parties/nobody" + below).status == .notFound)
  }

  @Test("without a registry the pages say how to get one, and the rest is as it was")
  func without() throws {
    let visitor = Visitor(Site(try projectModel()))
    try visitor.get("/zh/search")
    #expect(visitor.status == .ok)
    #expect(visitor.heading == "这里还没有登记库")
    #expect(visitor.page.contains("gongjiang import"))
    try visitor.get("/zh/parties/p1")
    #expect(visitor.status == .notFound)
    try visitor.get("/zh/")
    #expect(!visitor.page.contains("<h2>登记库</h2>"))
    for path in ["/en/search", "/en/overview"] {
      try visitor.get(path)
      #expect(visitor.heading == "There is no registry here yet")
    }
  }

  @Test("the first page leads to the registry") func start() throws {
    #expect(try get("/zh/").page.contains("<h2>登记库</h2>"))
  }
}
