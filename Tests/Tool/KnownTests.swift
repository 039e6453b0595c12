import Core
import Foundation
import Testing

@testable import gongjiang

/// `changes`, and the states of the past that commands answer about.
@Suite struct KnownTests {
  private let folder: Folder
  private var registry: [String] { ["--registry", folder.path + "/town.db"] }

  /// A worker whose name and certificate were corrected.
  init() throws {
    folder = try Folder()
    try put("one.json", name: "样旧名", level: 4)
    try put("two.json", name: "样新名", level: 3)
  }

  private func put(
    _ name: String, name person: String, level: Int, _ more: String = "",
    to options: [String]? = nil
  ) throws {
    let facts = """
      {"region": "330300",
       "parties": [{"type": "person", "id": "p1", "name": "\(person)"},
         {"type": "organisation", "id": "e1", "kind": "enterprise"}],
       "records": [
        {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01",
         "level": \(level), "kind": "skill-level", "issuedOn": "2019-05-03"},
        {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-01-01",
         "post": "technical-worker"},
        {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01"}]\(more)}
      """
    let file = try folder.file(name, facts.utf8)
    _ = run(["import", "--quiet", file] + (options ?? registry), directory: repository)
  }

  /// The same worker in a registry that has the list of shortage occupations too.
  private func listed() throws -> [String] {
    let options = ["--registry", folder.path + "/listed.db"]
    let list = """
      , "catalogues": {"shortage-occupations": [
        {"region": "330300", "year": 2019, "occupation": "4-01-02-03"}]}
      """
    try put("one.json", name: "样旧名", level: 4, list, to: options)
    try put("two.json", name: "样新名", level: 3, list, to: options)
    return options
  }

  private func tool(_ words: String...) -> Run { run(words + registry, directory: repository) }

  /// Without what differs from run to run.
  private func withoutClock(_ text: String) -> String {
    text.replacing(folder.path + "/", with: "").replacing(
      /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, with: "CLOCK"
    )
    .replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z/, with: "INSTANT")
  }

  @Test("the changes, for people and for programs") func changes() {
    #expect(
      withoutClock(tool("changes").output) == """
        1  CLOCK  one.json（2 个当事人）
        2  CLOCK  two.json（1 个当事人）

        """)
    #expect(
      withoutClock(tool("changes", "--after", "1", "--lang", "en").output)
        == "2  CLOCK  two.json (parties: 1)\n")
    #expect(withoutClock(tool("changes", "--party", "e1").output) == "1  CLOCK  one.json（2 个当事人）\n")
    #expect(tool("changes", "--after", "2", "--lang", "en").output == "there are no changes\n")
    #expect(
      withoutClock(tool("changes", "--after", "1", "--json").output) == """
        [
          {
            "number": 2,
            "moment": "INSTANT",
            "source": "two.json",
            "parties": 1
          }
        ]

        """)
    #expect(
      tool("changes", "--party", "p9")
        == Run(
          status: .badInput,
          errors: """
            gongjiang: REG005：登记库里没有编号为“p9”的当事人
            请先导入这个当事人，或改正编号。

            """))
  }

  @Test("an export as of a change, or of the moment of one") func export() throws {
    let path = folder.path + "/certificate.csv"
    func level(_ known: [String]) throws -> String {
      let words = ["export", "certificate", "--to", path] + known + registry
      #expect(run(words, directory: repository).status == .success)
      return try folder.text(of: "certificate.csv").split(separator: ",").dropFirst(10).first
        .map(String.init) ?? ""
    }
    #expect(try level([]) == "3")
    #expect(try level(["--known", "1"]) == "4")
    #expect(try level(["--known", "2"]) == "3")
    let changes = tool("changes", "--json").output
    let first = try #require(changes.firstMatch(of: /"moment": "([^"]*)"/)?.1)
    #expect(try level(["--known", String(first)]) == "4")
    #expect(try level(["--known", "2199-12-31"]) == "3")
    #expect(
      try level(["--known", "\(DateTime.now.date)"]) == "3", "a day is known to its end")
  }

  @Test("reasons as of a change") func determination() {
    func text(_ known: String...) -> String {
      run(
        ["determine", "--party", "p1", "--on", "2020-06-30"] + known + registry,
        directory: repository
      ).output
    }
    #expect(text("--known", "2").contains("3（高级工）") || text().contains("高级工"))
    #expect(text("--known", "1").contains("中级工"))
    #expect(text("--known", "2") == text())
    #expect(text("--known", "1") != text())
  }

  @Test("everybody as of a change, and nothing of it is stored") func everybody() throws {
    let registry = try listed()
    let words = ["determine", "--all", "--on", "2020-06-30", "--quiet"]
    func determined(_ more: String...) -> String {
      withoutClock(run(words + more + registry, directory: repository).output)
    }
    let upgrade = "技能提升补贴：可以享受 1 项，共"
    let past = determined("--known", "1")
    #expect(
      past.hasPrefix("按 2020-06-30、变更 1（CLOCK）之后所知核定了 2 个当事人；什么都没有存\n\n"), "\(past)")
    #expect(past.contains("\(upgrade) 1500.00 元"), "\(past)")
    let stored = ["export", "determination", "--to", folder.path + "/out.csv"] + registry
    #expect(run(stored, directory: repository).output.contains("0 行"))
    let english = determined("--known", "1", "--lang", "en")
    #expect(
      english.hasPrefix(
        "determined 2 parties as of 2020-06-30, as known after change 1 (CLOCK); nothing was stored\n"
      ),
      "\(english)")
    let now = determined()
    #expect(now.contains("\(upgrade) 2000.00 元"), "\(now)")
    #expect(determined("--known", "1") == past, "also after a run of what is known now")
    #expect(determined().contains("结果新增 0 条，终止 0 条"))
    // What a run would have stored is what is worked out.
    let benefits = { (text: String) in text.split(separator: "\n").dropFirst(text == now ? 2 : 1) }
    #expect(benefits(determined("--known", "2")) == benefits(now))
    let json = determined("--known", "1", "--json")
    #expect(json.hasPrefix("{\n  \"on\": \"2020-06-30\",\n  \"facts\": 1,\n  \"parties\": 2,\n"))
    #expect(json.contains("\"amount\": \"1500.00\""), "\(json)")
  }

  @Test("totals as of a change, and the files of now stay as they are") func totals() throws {
    let registry = try listed()
    func total(_ more: String...) -> String {
      run(["total", "--on", "2020-06-30", "--quiet"] + more + registry, directory: repository)
        .output
    }
    let now = total()
    #expect(now.contains("2000.00"), "\(now)")
    let files = try ["listed.columns", "listed.totals"].map { try folder.bytes(of: $0) }
    let past = withoutClock(total("--known", "1"))
    #expect(past.hasPrefix("按 2020-06-30 核定，登记库到第 1 次变更（CLOCK）所知\n"), "\(past)")
    #expect(past.contains("1500.00"), "\(past)")
    #expect(
      withoutClock(total("--known", "1", "--lang", "en")).hasPrefix(
        "as of 2020-06-30, the registry through change 1 (CLOCK)\n"))
    #expect(try ["listed.columns", "listed.totals"].map { try folder.bytes(of: $0) } == files)
    #expect(total("--known", "1", "--json").contains("\"facts\": 1"))
    let local = try folder.file(
      "local.yaml",
      """
      - document: wenzhou-2018-242
        name: 参保门槛
        region: "330300"
        from: "2018-01-01"
        value: 1000
        reason: { zh: 试算, en: a trial }
        by: 局
      """.utf8)
    let other = total("--known", "1", "--parameters", local)
    #expect(other.contains("-1500.00"), "\(other)")
  }

  @Test(
    "what has no past state says what to do",
    arguments: [
      (
        ["determine", "--changed", "--known", "1"],
        "gongjiang determine: --changed 接着上次存下的结果核定，没有过去的状态；按那时所知请写 --all --known，什么都不存\n",
        "gongjiang determine: --changed goes on from the results that were stored last and has no past "
          + "state; for what was known then write --all --known, which stores nothing\n"
      ),
      (
        ["determine", "--facts", "a.json", "--known", "1"],
        "gongjiang determine: --known 只能和 --party 或 --all 一起写\n",
        "gongjiang determine: --known can only be given together with --party or --all\n"
      ),
      (
        ["snapshot", "--known", "1"],
        "gongjiang snapshot: 这里不能写 --known：快照只存登记库现在的状态；要过去的合计请用 gongjiang total --known，它不用快照\n",
        "gongjiang snapshot: --known has no place here: the snapshot holds the registry as it is now; "
          + "for totals as of a past state use gongjiang total --known, which does without it\n"
      ),
    ])
  func refusals(_ words: [String], _ zh: String, _ en: String) {
    let told = run(words + registry, directory: repository)
    #expect(told.status == .usage)
    #expect(told.errors.hasPrefix(zh), "\(told.errors)")
    let english = run(words + registry + ["--lang", "en"], directory: repository)
    #expect(english.errors.hasPrefix(en), "\(english.errors)")
  }

  @Test("statistics as of a change say so, and rest on what was determined by then")
  func statistics() {
    let words = ["stats", "--on", "2020-06-30"]
    func stats(_ more: String...) -> String {
      run(words + more + registry, directory: repository).output
    }
    #expect(
      withoutClock(stats("--known", "1")).hasPrefix("全部，截至 2020-06-30，按变更 1（CLOCK）之后所知\n"))
    #expect(
      withoutClock(stats("--known", "1", "--lang", "en")).contains(
        ", as of 2020-06-30, as known after change 1 (CLOCK)\n"))
    #expect(stats("--known", "1", "--json").contains("\"facts\": 1,"))
    #expect(stats("--json").contains("\"facts\": 2,"))
    _ = tool("determine", "--all", "--quiet", "--on", "2020-06-30")
    #expect(stats("--json").contains("\"determinedOn\": \"2020-06-30\""))
    #expect(stats("--known", "2", "--json").contains("\"determinedOn\": \"2020-06-30\""))
    #expect(stats("--known", "1", "--json").contains("\"determinedOn\": null"))
  }

  @Test("what is no state of the registry") func refused() {
    #expect(
      tool("export", "person", "--to", folder.path, "--known", "9")
        == Run(
          status: .badInput,
          errors: "gongjiang: 登记库里没有变更 9\n请用 gongjiang changes 查看有哪些变更。\n"))
    #expect(
      withoutClock(tool("stats", "--known", "1999-12-31", "--lang", "en").errors) == """
        gongjiang: by 1999-12-31 nothing was on record yet; the first change came on CLOCK
        See the changes with gongjiang changes.

        """)
    #expect(
      tool("export", "person", "--known", "yesterday")
        == Run(
          status: .usage,
          errors: """
            gongjiang export: --known 应为变更号或时间，如 12、2026-11-20 或 2026-11-20T18:02:11，而不是“yesterday”
            用法见 gongjiang export --help

            """))
    #expect(
      tool("export", "person", "--known", "1", "--new-since", folder.path + "/mark").errors == """
        gongjiang export: --known 和 --new-since 不能同时写
        用法见 gongjiang export --help

        """)
  }
}
