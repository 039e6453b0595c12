import Core
import Foundation
import Testing

@testable import gongjiang

/// `snapshot` and `total`, as a person meets them.
@Suite struct CityCommandTests {
  private static let facts = """
    {"on": "2020-06-30", "region": "330300",
     "parties": [{"type": "person", "id": "p1"}, {"type": "organisation", "id": "e1", "kind": "enterprise", "region": "330302"}],
     "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3, "kind": "skill-level", "issuedOn": "2019-05-03"},
      {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-01-01"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01"}],
     "catalogues": {"shortage-occupations": [{"region": "330300", "year": 2019, "occupation": "6-18-01-01"}]}}
    """

  private func registry(_ folder: Folder) throws -> [String] {
    let file = try folder.file("town.json", Self.facts.utf8)
    let options = ["--registry", folder.path + "/town.db"]
    #expect(run(["import", file] + options, directory: repository).status == .success)
    return options
  }

  @Test func fromNothingToAnotherFigure() throws {
    let folder = try Folder()
    let options = try registry(folder)
    func tool(_ words: String...) -> Run { run(words + options, directory: repository) }
    let path = folder.path + "/town.columns"
    #expect(tool("snapshot").output == "快照 \(path) 已生成：2 个当事人，到第 1 次变更\n")
    #expect(
      tool("snapshot", "--lang", "en").output
        == "the snapshot \(path) is up to date: 2 parties, through change 1, sound\n")
    let total = tool("total", "--on", "2020-06-30").output
    #expect(
      total.hasPrefix(
        """
        按 2020-06-30 核定，登记库到第 1 次变更

        待遇                                              可以享受  不能享受  暂不能确定  金额（元）
        技能提升补贴 wenzhou-2018-242/skill-upgrade              1         0           0     3000.00
        紧缺职业岗位津贴 wenzhou-2018-242/post-allowance         0         1           0        0.00
        合计                                                                                 3000.00

        规则分 
        """), "\(total)")
    #expect(total.contains("，按变更调整 0，沿用 0；逐列 "), "\(total)")
    #expect(total.contains(" 毫秒，逐人核定 0 个当事人 "), "\(total)")
    let local = try folder.file("local.yaml", Self.local.utf8)
    let words = ["--on", "2020-06-30", "--parameters", local, "--lang", "en"]
    let other = run(["total"] + words + options, directory: repository).output
    #expect(
      other.hasPrefix(
        """
        as of 2020-06-30, the registry through change 1

        benefit                                               entitled  not entitled  not known yet     yuan  against now
        skill-upgrade subsidy wenzhou-2018-242/skill-upgrade         1             0              0  2200.00      -800.00
        """), "\(other)")
    let again = run(["total"] + words + ["--json"] + options, directory: repository).output
    #expect(again.contains("\"difference\": \"-800.00\""), "\(again)")
    #expect(again.contains("\"computed\": 0"), "\(again)")
  }

  private static let local = """
    - document: wenzhou-2018-242
      name: 紧缺上浮
      region: "330300"
      from: "2018-01-01"
      value: 0.1
      reason: { zh: 试算, en: a trial }
      by: 温州市人社局
      cites: 第一号

    """

  @Test("A damaged snapshot is told and made anew, and another process is waited for")
  func damaged() throws {
    let folder = try Folder()
    let options = try registry(folder)
    func tool(_ words: String...) -> Run { run(words + options, directory: repository) }
    #expect(tool("snapshot").status == .success)
    let path = folder.path + "/town.columns"
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    bytes[64] ^= 1
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let result = tool("snapshot", "--lang", "en")
    #expect(
      result.errors == """
        SNAP001: the snapshot \(path) is damaged (texts)
        It is not used and made anew from the registry; it may also be deleted.

        """)
    #expect(
      result.output == "the snapshot \(path) was made: 2 parties, through change 1\n")
    let status = try FileManager.default.attributesOfItem(atPath: path)
    #expect(status[.posixPermissions] as? Int == 0o600)
  }

  @Test("A town comes to what determining everybody stores")
  func town() throws {
    let folder = try Folder()
    let options = ["--registry", folder.path + "/town.db"]
    func tool(_ words: String...) -> Run { run(words + options, directory: repository) }
    #expect(tool("synthesise", "--workers", "300", "--seed", "5", "--quiet").status == .success)
    let day = "2025-12-31"
    let stored = try figures(tool("determine", "--all", "--on", day, "--json", "--quiet").output)
    let total = try figures(tool("total", "--on", day, "--json", "--quiet").output)
    #expect(total == stored)
    #expect(stored.count > 10)
  }

  /// Of each benefit of which there is anything, a line.
  private func figures(_ json: String) throws -> [String] {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let benefits = try #require(object?["benefits"] as? [[String: Any]])
    let keys = ["benefit", "entitled", "not-entitled", "undetermined", "amount"]
    return benefits.map { benefit in
      keys.map { "\(benefit[$0] ?? "-")" }.joined(separator: " ")
    }.sorted()
  }
}
