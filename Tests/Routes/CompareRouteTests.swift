import Core
import HTTP
import Office
import PolicyPlan
import TestSupport
import Testing
import Workbench

@testable import Routes

/// The page on which two sides stand beside each other, over a small registry.
@Suite struct CompareRouteTests {
  private let here: RegistrySite

  init() throws {
    here = try RegistrySite()
    try here.put(Self.facts, source: "facts.json")
    try here.put(
      """
      "parties": [{"type": "person", "id": "p 1"}], "records": [
        {"type": "certificate", "party": "p 1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
         "kind": "skill-level", "issuedOn": "2019-05-03"}]
      """, source: "correction.csv")
  }

  /// Of level 4 until it is corrected; insured for ten months by the day, and on.
  private static let facts = """
    "parties": [
      {"type": "person", "id": "p 1", "name": "王样甲", "region": "330302"},
      {"type": "person", "id": "p2", "name": "王样乙", "region": "330302"},
      {"type": "person", "id": "p3", "name": "王样丙", "region": "330302"},
      {"type": "organisation", "id": "o1", "name": "样甲机械厂", "kind": "enterprise",
       "region": "330302"}],
    "records": [
      {"type": "certificate", "party": "p 1", "id": "c1", "occupation": "6-18-01-01", "level": 4,
       "kind": "skill-level", "issuedOn": "2019-05-03"},
      {"type": "employment", "party": "p 1", "id": "e1", "employer": "o1", "from": "2015-01-01"},
      {"type": "insurance", "party": "p 1", "scheme": "unemployment", "from": "2019-09"},
      {"type": "certificate", "party": "p2", "id": "c2", "occupation": "6-18-01-01", "level": 4,
       "kind": "skill-level", "issuedOn": "2019-06-03"},
      {"type": "employment", "party": "p2", "id": "e2", "employer": "o1", "from": "2015-01-01"},
      {"type": "insurance", "party": "p2", "scheme": "unemployment", "from": "2016-09"}],
    "catalogues": {"shortage-occupations": [
      {"region": "330300", "year": 2019, "occupation": "4-01-02-03"}]}
    """

  private func page(_ query: String, _ language: String = "zh") throws -> Visitor {
    try here.get("/\(language)/parties/p%201/compare\(query)")
  }

  @Test("before anything is asked for there is the form, and what people often ask for")
  func asking() throws {
    let visitor = try page("")
    #expect(visitor.status == .ok)
    #expect(visitor.heading == "王样甲：并排比较")
    for text in [
      "<legend>左边</legend>", "<legend>右边</legend>", "· correction.csv</option>",
      "<a href=\"/zh/parties/p%201/compare?and-on=2021-06-30\">今天和一年后（2021-06-30）</a>",
      "?known=1&amp;and-known=now\">最近一次变动之前和现在所知</a>", "空着是今天；例如 2020-06-30。",
    ] {
      #expect(visitor.page.contains(text), "\(text)")
    }
    // No document of the project changes another: nobody is asked about texts.
    #expect(!visitor.page.contains("name=\"texts\""))
    #expect(try here.get("/zh/parties/p%201").page.contains("/zh/parties/p%201/compare\">并排比较"))
  }

  @Test("two days: what differs, the rule that makes the difference with its article, the facts")
  func days() throws {
    let visitor = try page("?and-on=2020-08-01")
    #expect(visitor.status == .ok)
    for text in [
      "王样甲，2020-06-30 认定，按现在所知", "王样甲，2020-08-01 认定，按现在所知", "不同 1 项，相同 ",
      "可以享受合计：左边 0.00 元，右边 2,000.00 元。", "<h3>技能提升补贴</h3>", "证书 2019-05-03",
      ">2020-06-30</th>", ">2020-08-01</th>", ">不能享受</td>", ">可以享受</td>",
      "/zh/policies/wenzhou-2018-242#", "失业保险累计月数够（温人社发〔2018〕242号 第四条）：10 → 12",
      "<summary>相同的 ",
    ] {
      #expect(visitor.page.contains(text), "\(text)")
    }
    let english = try page("?and-on=2020-08-01", "en").page
    for text in [
      "王样甲, as of 2020-06-30, as known now", "Different: 1. The same: ",
      "Due in all: 0.00 yuan on the left, 2,000.00 yuan on the right.",
      "The rule that makes the difference: ", ">Not entitled</td>".lowercased(),
    ] {
      #expect(english.contains(text), "\(text)")
    }
  }

  @Test("as known twice: the fact that was corrected") func known() throws {
    let visitor = try page("?on=2020-12-31&known=1&and-known=now")
    for text in [
      "按第 1 次变更（", "）所知</th>", ">按现在所知</th>", ">1500.00 元</td>", ">2000.00 元</td>",
      "证书·等级 c1：4（中级工） → 3（高级工）",
    ] {
      #expect(visitor.page.contains(text), "\(text)")
    }
    // The other way round, and as the left side is.
    #expect(try page("?on=2020-12-31&and-known=1").page.contains("3（高级工） → 4（中级工）"))
    #expect(try page("?known=1&and-on=2020-12-31").page.contains("按第 1 次变更（"))
  }

  @Test("two people, benefit by benefit") func people() throws {
    let visitor = try page("?and-party=p2")
    for text in [
      ">王样甲</th>", ">王样乙</th>", "左边 证书 2019-05-03，右边 证书 2019-06-03", "46",
      "可以享受合计：左边 0.00 元，右边 1,500.00 元。",
    ] {
      #expect(visitor.page.contains(text), "\(text)")
    }
    let alone = try page("?and-party=p3").page
    #expect(alone.contains(">没有这一项</td>"))
    #expect(try page("?and-party=p3", "en").page.contains(">no such determination</td>"))
  }

  @Test(
    "that nothing differs is said",
    arguments: [
      ("/zh/parties/p%201/compare?and-on=2020-07-01", "没有不同：两边的 "),
      ("/en/parties/p%201/compare?and-on=2020-07-01", "Nothing differs: "),
      ("/zh/parties/p3/compare?and-on=2021-01-01", "没有不同：两边都没有任何记录产生待遇。"),
      (
        "/en/parties/p3/compare?and-on=2021-01-01",
        "Nothing differs: on neither side does a record give rise to a benefit."
      ),
    ])
  func same(_ path: String, _ text: String) throws {
    let visitor = try here.get(path)
    #expect(visitor.status == .ok)
    #expect(visitor.page.contains(text))
    #expect(!visitor.page.contains("id=\"differences\""))
  }

  @Test(
    "what cannot be compared is said above the form, which keeps what was typed",
    arguments: [
      (
        "?on=soon&and-on=2020-13-01",
        ["“soon”不是日期。请写成 2025-12-31。", "“2020-13-01”不是日期。", "href=\"#and-on\"", "value=\"soon\""]
      ),
      ("?and-on=9999-12-31", ["9999-12-31 离今天超过一百年。请写近一些的日期。"]),
      ("?known=77&and-known=x", ["没有第“77”次变更。", "没有第“x”次变更。请从列出的变更里选一次。", "href=\"#known\""]),
      ("?and-party=p9", ["没有编号为“p9”的当事人，或者您看不到。", "href=\"#and-party\"", "value=\"p9\""]),
      ("?and-party=o1", ["左边是劳动者，右边是单位，没有可以对照的待遇。"]),
      ("?and-on=&and-party=p%201", ["两边完全一样。请在右边改动日期、所知的时间或当事人中的一项。"]),
      ("?on=2020-01-01&and-on=2020-01-01&and-known=now", ["两边完全一样。"]),
    ])
  func wrong(_ query: String, _ texts: [String]) throws {
    let visitor = try page(query)
    #expect(visitor.status == .unprocessableContent)
    #expect(visitor.page.contains("class=\"errors\""))
    for text in texts { #expect(visitor.page.contains(text), "\(text)") }
  }

  @Test("a party that was not known then is said to be that") func notYetKnown() throws {
    try here.put(
      #""parties": [{"type": "person", "id": "p4", "name": "王样丁"}], "records": []"#,
      source: "later")
    let visitor = try here.get("/zh/parties/p4/compare?and-known=1")
    #expect(visitor.status == .unprocessableContent)
    #expect(visitor.page.contains("登记库那时还没有“王样丁”。请选后来的一次变更，或选“现在”。"))
    #expect(try here.get("/zh/parties/p9/compare").status == .notFound)
    #expect(try here.get("/zh/parties/p9/compare?and-on=2021-01-01").status == .notFound)
  }

  @Test("a draft that changes a text: without it, and with it") func draft() throws {
    let root = try Home(at: ProjectFiles.folder, namedBy: "test")
    let bench = try Workbench(root, policies: ProjectFiles.folder + "/Tests/Workbench/Documents")
    let site = try RegistrySite(plans: bench.plans.filter { ["base", "later"].contains($0.id) })
    try site.put(
      """
      "parties": [{"type": "person", "id": "p1", "name": "王样甲", "region": "330302"}],
      "records": [
        {"type": "certificate", "party": "p1", "id": "c1", "level": 4, "issuedOn": "2022-05-03"}]
      """, source: "facts.json")
    let form = try site.get("/zh/parties/p1/compare").page
    #expect(form.contains("name=\"texts\"") && form.contains("name=\"and-texts\""))
    let link = try #require(
      form.firstMatch(of: #/href="([^"]*on=2022-01-01[^"]*)">(测发[^<]*)</#))
    #expect(link.2.hasSuffix("自 2022-01-01 起的修改：没有它和有它"))
    var path = String(link.1).replacing("&amp;", with: "&")
    path = path.replacing("on=2022-01-01", with: "on=2022-12-31")
    let visitor = try site.get(path)
    for text in [
      ">印发时的文本</th>", ">含后来文件的修改</th>", ">1500.00 元</td>", ">1800.00 元</td>",
      "王样甲，2022-12-31 认定，按现在所知，印发时的文本", "起作用的规则：",
    ] {
      #expect(visitor.page.contains(text), "\(text)")
    }
    let same = try site.get("/zh/parties/p1/compare?texts=issued&and-texts=issued")
    #expect(same.page.contains("两边完全一样。"))
  }
}

/// Every problem in full.
@Suite struct CompareProblemTests {
  @Test(
    "Each says what is wrong and what to do",
    arguments: [
      (
        .noDay("x"), "CMP001", "“x”不是日期。请写成 2025-12-31。",
        "“x” is no day. Write one like 2025-12-31."
      ),
      (
        .farDay(CivilDate(dayNumber: 0)), "CMP002", "1970-01-01 离今天超过一百年。请写近一些的日期。",
        "1970-01-01 is more than a hundred years from today. Give one that is nearer."
      ),
      (
        .unknownChange("7"), "CMP003", "登记库里没有第“7”次变更。请从列出的变更里选一次。",
        "the registry has no change “7”. Choose one of the changes that are listed."
      ),
      (
        .unknownParty("p9"), "CMP004",
        "登记库里没有编号为“p9”的当事人，或者您看不到。请先查找对方，编号在其页面的“基本情况”里。",
        "the registry has no party “p9”, or it is not for you to see. Search for the other party; the "
          + "identifier stands under “Particulars” on its page."
      ),
      (
        .notKnownThen(name: "甲"), "CMP005", "登记库那时还没有“甲”。请选后来的一次变更，或选“现在”。",
        "the registry did not know “甲” then. Choose a later change, or “now”."
      ),
      (
        .otherType(
          left: Bilingual(zh: "劳动者", en: "worker"), right: Bilingual(zh: "单位", en: "organisation")),
        "CMP006", "左边是劳动者，右边是单位，没有可以对照的待遇。请填同一类当事人的编号。",
        "on the left is a worker, on the right a organisation: they have no benefits in common. Give "
          + "the identifier of a party of the same kind."
      ),
      (
        .nothingToCompare, "CMP007", "两边完全一样。请在右边改动日期、所知的时间或当事人中的一项。",
        "both sides are the same. On the right, change the day, what was known, or the party."
      ),
    ] as [(CompareProblem, String, String, String)])
  func words(_ problem: CompareProblem, _ code: String, _ zh: String, _ en: String) {
    #expect(problem.code == code)
    #expect(problem.sentence.zh == zh)
    #expect(problem.sentence.en == en)
  }
}
