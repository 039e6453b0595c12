import Core
import Foundation
import Testing

@testable import gongjiang

/// `replay` and `compare`, as a person meets them.
@Suite struct ReplayCommandTests {
  private let folder: Folder
  private var registry: [String] { ["--registry", folder.path + "/town.db"] }

  /// A worker with six months of insurance, determined in the middle of 2020.
  init() throws {
    folder = try Folder()
    try put("one.json", from: "2020-01")
    _ = tool("determine", "--all", "--quiet", "--on", "2020-06-30")
  }

  private func put(_ name: String, from month: String) throws {
    let file = try folder.file(name, Self.facts(from: month, worker: "p1").utf8)
    _ = run(["import", "--quiet", file] + registry, directory: repository)
  }

  private static func facts(from month: String, worker: String) -> String {
    """
    {"on": "2020-06-30", "region": "330300",
     "parties": [{"type": "person", "id": "\(worker)"},
       {"type": "organisation", "id": "e1", "kind": "enterprise"}],
     "records": [
      {"type": "certificate", "party": "\(worker)", "id": "c-\(worker)", "level": 4,
       "occupation": "6-18-01-01", "kind": "skill-level", "issuedOn": "2019-05-03"},
      {"type": "employment", "party": "\(worker)", "id": "j-\(worker)", "employer": "e1",
       "from": "2015-01-01"},
      {"type": "insurance", "party": "\(worker)", "id": "i-\(worker)",
       "scheme": "unemployment", "from": "\(month)"}],
     "catalogues": {"shortage-occupations":
       [{"region": "330300", "year": 2019, "occupation": "6-18-01-02"}]}}
    """
  }

  private func tool(_ words: String...) -> Run { run(words + registry, directory: repository) }

  /// Documents in which six months of insurance are enough.
  private func draft() throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: repository + "/Policies")
    for name in names {
      let text = try String(contentsOfFile: repository + "/Policies/" + name, encoding: .utf8)
      _ = try folder.file(
        "Draft/" + name,
        text.replacing("|         12 | 月   | 第四条 |", with: "|          6 | 月   | 第四条 |").utf8)
    }
    return folder.path + "/Draft"
  }

  @Test("the numbers of a party's determinations") func numbers() {
    #expect(
      tool("replay", "--party", "p1").output == """
        2  紧缺职业岗位津贴  c-p1  不能享受  第 1 次核定
        1  技能提升补贴  c-p1  不能享受  第 1 次核定

        """)
    #expect(
      tool("replay", "--party", "p1", "--json").output.contains(
        #""number": 1,"# + "\n    " + #""benefit": "wenzhou-2018-242/skill-upgrade","#))
    #expect(
      tool("replay", "--party", "e1", "--lang", "en").output == "there are no determinations\n")
    #expect(
      tool("replay", "--party", "p9").errors == """
        gongjiang: DET002：登记库里没有编号为“p9”的当事人
        请核对编号，或先导入这个当事人。

        """)
  }

  @Test("the same again, and what differs after rules and facts changed") func replayed() throws {
    let first = tool("replay", "1")
    #expect(first.status == .success)
    let clock = #/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/#
    let rules = #/[0-9a-f]{16}…/#
    #expect(
      first.output.replacing(clock, with: "CLOCK").replacing(rules, with: "RULES…").hasPrefix(
        """
        1 号
        认定日 2020-06-30；事实以登记库变更 1（CLOCK）为止
        文件：温人社发〔2018〕242号（2018-12-19 印发）
        规则指纹 RULES…；引擎 3，程序 0.1.0
        重新计算：与保存的逐字节相同。

        ✘  技能提升补贴  c-p1  → p1  不能享受  wenzhou-2018-242/skill-upgrade

        """))
    #expect(
      first.output.hasSuffix("\n\n按今天的规则和今天的事实，结论相同。\n规则没有变，登记库也没有新的变更。\n"))
    try put("two.json", from: "2016-01")
    let later = tool("replay", "1", "--lang", "en").output
    #expect(later.contains("\nWorked out again: the same, byte by byte.\n"))
    #expect(
      later.hasSuffix(
        """

        It comes out otherwise because the facts changed.
        With the facts of today alone (on the left: then):
          outcome: not entitled → entitled
          amount: – → 1500.00 yuan
          before caps and stacking: – → 1500.00 yuan
          The rule that makes the difference: insured against unemployment for long enough (温人社发〔2018〕242号 Article 4): 6 → 54; needed ≥ 12; fails → holds
          Facts that differ:
            social insurance · from i-p1: 2020-01 → 2016-01

        """), "\(later)")
    let both = tool("replay", "1", "--policies", try draft())
    #expect(both.status == .success)
    #expect(both.output.contains("\n结论不同：规则和事实都变了，各自都有影响。\n只换成今天的规则（左边是当时）：\n"))
    #expect(both.output.contains("：6；要求 ≥ 12 → ≥ 6；不满足 → 满足\n"))
    #expect(both.output.contains("：6 → 54；要求 ≥ 12 → ≥ 6；不满足 → 满足\n"))
  }

  @Test("as data") func json() throws {
    let text = tool("replay", "1", "--json").output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["identical"] as? Bool == true && object["engineChanged"] as? Bool == false)
    let kept = try #require(object["kept"] as? String)
    #expect(object["replayed"] as? String == kept)
    let plan = try #require((object["basis"] as? [String: Any])?["plan"] as? String)
    #expect(
      kept == #"""
        {"answer":{"amount":null,"benefit":"wenzhou-2018-242/skill-upgrade","granted":"0.00",\#
        "gross":null,"items":null,"monthly":null,"outcome":"not-entitled","owner":"p1",\#
        "party":"p1","payable":null,"score":null,"subject":"c-p1","until":"2020-12-01"},\#
        "basis":{"change":1,"engine":3,"on":"2020-06-30","plan":"\#(plan)","version":"0.1.0"}}
        """#)
    let today = try #require(object["today"] as? [String: Any])
    #expect(today["cause"] as? String == "nothing" && today["newRules"] as? Bool == false)
  }

  @Test(
    "what cannot be replayed",
    arguments: [
      (
        ["replay", "99"], gongjiang.ExitStatus.badInput,
        """
        gongjiang: RPL001：登记库里没有第 99 号核定结果
        编号见 gongjiang replay --party 编号、当事人的网页或导出的核定结果。

        """
      ),
      (
        ["replay", "x1"], .usage,
        """
        gongjiang replay: 编号应为正整数，而不是“x1”
        用法见 gongjiang replay --help

        """
      ),
      (
        ["replay"], .usage, "gongjiang replay: 缺少参数：编号\n用法见 gongjiang replay --help\n"
      ),
      (
        ["replay", "1", "--party", "p1"], .usage,
        "gongjiang replay: “1”是多余的\n用法见 gongjiang replay --help\n"
      ),
    ]) func refused(_ words: [String], _ status: gongjiang.ExitStatus, _ errors: String)
  {
    #expect(run(words + registry, directory: repository) == Run(status: status, errors: errors))
  }

  @Test("two states of the registry, two days, two sets of documents, two people") func compared()
    throws
  {
    try put("two.json", from: "2016-01")
    let known = tool(
      "compare", "--party", "p1", "--on", "2020-06-30", "--known", "1", "--and-known", "2"
    ).output
    #expect(
      known == """
        左：当事人 p1，认定日 2020-06-30，所知 1
        右：当事人 p1，认定日 2020-06-30，所知 2

        技能提升补贴  c-p1  p1  wenzhou-2018-242/skill-upgrade
          结论：不能享受 → 可以享受
          金额：– → 1500.00 元
          限额与叠加前：– → 1500.00 元
          起作用的规则：失业保险累计月数够（温人社发〔2018〕242号 第四条）：6 → 54；要求 ≥ 12；不满足 → 满足
          不同的事实：
            参保·起 i-p1：2020-01 → 2016-01

        不同 1 项，相同 1 项

        """)
    let one = try folder.file("a.json", Self.facts(from: "2020-01", worker: "a").utf8)
    let other = try folder.file("b.json", Self.facts(from: "2019-01", worker: "b").utf8)
    let people = tool("compare", "--facts", one, "--and-facts", other, "--lang", "en").output
    #expect(
      people.contains("\nskill-upgrade subsidy  c-a a → c-b b  wenzhou-2018-242/skill-upgrade\n"))
    #expect(people.contains("social insurance · from i-a / i-b: 2020-01 → 2019-01\n"))
    let days = tool("compare", "--facts", other, "--and-on", "2021-06-30").output
    #expect(days.contains("：18 → 30；要求 ≥ 12 → ≥ 36；满足 → 不满足\n"), "\(days)")
    let texts = tool("compare", "--facts", one, "--and-policies", try draft()).output
    #expect(texts.contains("：6；要求 ≥ 12 → ≥ 6；不满足 → 满足\n"))
    let same = tool("compare", "--facts", one, "--and-on", "2020-06-29", "--lang", "en").output
    #expect(same.hasSuffix("\n\nall 2 determinations are the same\n"))
    let json = tool("compare", "--facts", one, "--and-on", "2020-06-29", "--json").output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((object["determinations"] as? [Any])?.count == 2)
    #expect((object["right"] as? [String: Any])?["on"] as? String == "2020-06-29")
  }

  @Test(
    "sides that cannot be compared",
    arguments: [
      (["--and-on", "2020-01-01"], "缺少 --facts 文件、--party 编号 之一"),
      (["--facts", "a", "--party", "b", "--and-on", "2020-01-01"], "--facts 和 --party 不能同时写"),
      (
        ["--party", "p1"],
        "缺少 --and-facts 文件、--and-party 编号、--and-on 日期、--and-known 变更号|时间、--and-policies 目录、--and-parameters 文件 之一"
      ),
      (["--party", "p1", "--and-facts", "b"], "--and-facts 只能和 --facts 一起写"),
      (["--facts", "a", "--and-known", "1"], "--and-known 只能和 --party 一起写"),
      (
        ["--party", "p1", "--and-known", "x"],
        "--and-known 应为变更号或时间，如 12、2026-11-20 或 2026-11-20T18:02:11，而不是“x”"
      ),
    ]) func sides(_ words: [String], _ message: String)
  {
    #expect(
      run(["compare"] + words + registry, directory: repository)
        == Run(
          status: .usage,
          errors: "gongjiang compare: \(message)\n用法见 gongjiang compare --help\n"))
  }
}
