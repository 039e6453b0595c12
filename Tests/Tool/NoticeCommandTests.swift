import Core
import Foundation
import Testing

@testable import gongjiang

/// `notice`, as a person meets it.
@Suite struct NoticeCommandTests {
  private static let facts = """
    {"on": "2020-06-30", "region": "330300",
     "parties": [{"type": "person", "id": "p1", "name": "王样甲"},
      {"type": "organisation", "id": "e1", "kind": "enterprise"}],
     "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3, "kind": "skill-level", "issuedOn": "2019-05-03"},
      {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-01-01"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01", "to": "2018-12"}],
     "catalogues": {"shortage-occupations": [{"region": "330300", "year": 2019, "occupation": "6-18-01-01"}]}}
    """
  private static let skill = "wenzhou-2018-242/skill-upgrade"

  private let folder: Folder
  private let options: [String]

  init() throws {
    folder = try Folder()
    let file = try folder.file("town.json", Self.facts.utf8)
    options = ["--registry", folder.path + "/town.db"]
    #expect(run(["import", file] + options, directory: repository).status == .success)
  }

  private func notice(_ words: String...) -> Run {
    run(["notice", "--on", "2020-06-30"] + words + options, directory: repository)
  }

  @Test func thePaperIsWrittenForItsOwnerAlone() throws {
    let path = folder.path + "/n.pdf"
    let result = notice(
      "--party", "p1", "--benefit", Self.skill, "--to", path, "--base", "https://a.example")
    #expect(result.errors == "")
    #expect(result.output.wholeMatch(of: /已写入 .*n\.pdf，核验码 [A-Z2-7-]{29}\n/) != nil)
    let first = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(first.starts(with: Array("%PDF-1.5".utf8)))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let again = notice(
      "--party", "p1", "--benefit", Self.skill, "--subject", "c1", "--to", path, "--base",
      "https://a.example/")
    #expect(again == result)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first, "the same notice")
    let english = notice("--party", "p1", "--benefit", Self.skill, "--to", path, "--lang", "en")
    #expect(english.output.hasPrefix("wrote "))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) != first)
  }

  @Test(
    arguments: [
      (
        ["--party", "p1", "--benefit", "a/b"],
        "当事人“p1”没有核定过“a/b”",
        "请核对待遇的编号；gongjiang determine --party 列出这个当事人的全部核定结果。"
      ),
      (
        ["--party", "p9", "--benefit", "a/b"], "登记库里没有编号为“p9”的当事人", "请核对编号，或先导入这个当事人。"
      ),
      (
        ["--party", "p1", "--benefit", skill, "--subject", "c9"],
        "没有“c9”这条记录；核定过的有：c1", "请改用其中一条。"
      ),
      (
        ["--party", "p1", "--benefit", skill, "--base", "a.example"],
        "“a.example”不能作网址的开头", "请写 https:// 开头的网址，如 https://rencai.example.cn。"
      ),
    ] as [([String], String, String)])
  func whatIsAskedForWrongly(_ words: [String], _ message: String, _ advice: String) throws {
    let path = folder.path + "/none.pdf"
    let result = run(
      ["notice", "--on", "2020-06-30", "--to", path] + words + options, directory: repository)
    #expect(result.status == .badInput)
    #expect(result.errors.contains(message) && result.errors.contains(advice), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func whereNothingCanBeWrittenNothingIsKept() throws {
    let result = notice(
      "--party", "p1", "--benefit", Self.skill, "--to", folder.path + "/no/n.pdf")
    #expect(result.status == .refused)
    #expect(result.errors.contains("n.pdf"))
  }

  @Test(arguments: ["--party", "--benefit", "--to"])
  func whatMustBeSaid(_ option: String) {
    let all = ["--party": "p1", "--benefit": Self.skill, "--to": folder.path + "/n.pdf"]
    let words = all.filter { $0.key != option }.flatMap { [$0.key, $0.value] }
    let result = run(["notice"] + words + options, directory: repository)
    #expect(result.status == .usage && result.errors.contains("缺少 \(option)"))
  }
}
