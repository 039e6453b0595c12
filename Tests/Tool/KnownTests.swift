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

  private func put(_ name: String, name person: String, level: Int) throws {
    let facts = """
      {"region": "330300",
       "parties": [{"type": "person", "id": "p1", "name": "\(person)"},
         {"type": "organisation", "id": "e1", "kind": "enterprise"}],
       "records": [
        {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01",
         "level": \(level), "kind": "skill-level", "issuedOn": "2019-05-03"},
        {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-01-01",
         "post": "technical-worker"},
        {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01"}]}
      """
    let file = try folder.file(name, facts.utf8)
    _ = run(["import", "--quiet", file] + registry, directory: repository)
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
      tool("determine", "--all", "--known", "1", "--lang", "en").errors == """
        gongjiang determine: --known can only be given together with --party
        See gongjiang determine --help

        """)
    #expect(
      tool("export", "person", "--known", "1", "--new-since", folder.path + "/mark").errors == """
        gongjiang export: --known 和 --new-since 不能同时写
        用法见 gongjiang export --help

        """)
  }
}
