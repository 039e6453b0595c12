import Core
import Foundation
import Testing

@testable import gongjiang

/// `next`, as a person meets it.
@Suite struct NextCommandTests {
  private static let facts = """
    {"on": "2020-06-30", "region": "330300",
     "parties": [{"type": "person", "id": "p1"},
      {"type": "organisation", "id": "e1", "kind": "enterprise"}],
     "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 4, "kind": "skill-level", "issuedOn": "2019-05-03"},
      {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-01-01"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2019-09"}],
     "catalogues": {"shortage-occupations": [{"region": "330300", "year": 2019, "occupation": "4-01-02-03"}]}}
    """

  private let folder: Folder
  private let file: String

  init() throws {
    folder = try Folder()
    file = try folder.file("worker.json", Self.facts.utf8)
  }

  private func next(_ words: String...) -> Run {
    run(["next"] + words, directory: repository)
  }

  @Test func whatIsNearlyDue() {
    let told = next("--facts", file)
    #expect(told.errors == "")
    let lines = told.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "1. 多得 1500.00 元：技能提升补贴 c1")
    #expect(lines.dropFirst().first == "   不用做什么，最早 2020-08-01 起满足")
    #expect(lines.dropFirst(2).first?.hasPrefix("   依据：失业保险累计月数够（第四条") == true)
    let english = next("--facts", file, "--lang", "en").output
    #expect(
      english.hasPrefix(
        "1. 1500.00 yuan more: skill-upgrade subsidy c1\n   nothing but time: from 2020-08-01\n"))
    let json = next("--facts", file, "--json").output
    #expect(json.contains("\"gain\":\"1500.00\""))
    let late = next("--facts", file, "--on", "2020-08-01").output
    #expect(late.contains("证书 c1 的等级：3（高级工），现在是 4（中级工）"), "\(late)")
  }

  @Test func whatTakesTwoThings() throws {
    let technician = try folder.file(
      "technician.json", Self.facts.replacing("\"level\": 4", with: "\"level\": 2").utf8)
    #expect(
      next("--facts", technician).output == """
        1. 多得 2000.00 元：技能提升补贴 c1
           证书 c1 的等级：3（高级工），现在是 2（技师）；另外还要等一等，最早 2020-08-01 起满足
           依据：初、中、高级工（第四条）；失业保险累计月数够（第四条）

        """)
    #expect(
      next("--facts", technician, "--lang", "en").output == """
        1. 2000.00 yuan more: skill-upgrade subsidy c1
           level of the certificate c1: 3 (senior worker) instead of 2 (technician); and time besides: from 2020-08-01 at the earliest
           by: level 5, 4 or 3 (Article 4); insured against unemployment for long enough (Article 4)

        """)
    let json = next("--facts", technician, "--json").output
    #expect(
      json.contains(
        #"""
        "also":{"change":null,"goingOn":null,"reason":{"zh":"失业保险累计月数够"
        """#), "\(json)")
    let former = try folder.file(
      "former.json",
      Self.facts.replacing("\"2015-01-01\"", with: "\"2015-01-01\", \"to\": \"2020-02-29\"")
        .replacing("\"from\": \"2019-09\"", with: "\"from\": \"2019-01\", \"to\": \"2019-10\"").utf8
    )
    #expect(
      next("--facts", former).output.contains(
        "   接着就业（同 j1）；并且接着参保（同 #1），最早 2020-08-01 起满足\n"))
    #expect(
      next("--facts", former, "--lang", "en").output.contains(
        "   take up employment again (as in j1); and take up social insurance again (as in #1): "
          + "from 2020-08-01 at the earliest\n"))
  }

  @Test func whatIsDeterminedCarriesItsStepsWhereTheyAreAskedFor() {
    func determine(_ words: String...) -> Run {
      run(["determine", "--facts", file] + words, directory: repository)
    }
    #expect(determine("--next").output.contains("   → 多得 1500.00 元：不用做什么，最早 2020-08-01 起满足\n"))
    #expect(
      determine("--next", "--lang", "en").output.contains(
        "   → 1500.00 yuan more: nothing but time: from 2020-08-01\n"))
    #expect(!determine().output.contains("→ 多得"))
    #expect(!determine("--json").output.contains("\"steps\""))
    let json = determine("--next", "--json").output
    #expect(json.contains("\"gain\": \"1500.00\""), "\(json)")
    #expect(json.contains("\"steps\": []"))
    let options = ["--registry", folder.path + "/town.db"]
    #expect(run(["import", file] + options, directory: repository).status == .success)
    let words = ["determine", "--party", "p1", "--on", "2020-06-30", "--next", "--json"]
    let party = run(words + options, directory: repository).output
    #expect(party.contains("\"gain\": \"1500.00\""), "\(party)")
    #expect(
      run(["determine", "--all", "--next"] + options, directory: repository)
        == Run(
          status: .usage,
          errors: """
            gongjiang determine: --next 只能和 --facts 或 --party 一起写
            用法见 gongjiang determine --help

            """))
  }

  @Test func ofAPartyOfTheRegistryItIsTheSame() {
    let options = ["--registry", folder.path + "/town.db"]
    #expect(run(["import", file] + options, directory: repository).status == .success)
    let words = ["next", "--party", "p1", "--on", "2020-06-30"] + options
    #expect(run(words, directory: repository).output == next("--facts", file).output)
    let nobody = run(["next", "--party", "p9"] + options, directory: repository)
    #expect(nobody.status == .badInput)
    #expect(nobody.errors.contains("登记库里没有编号为“p9”的当事人"), "\(nobody.errors)")
  }

  @Test(
    "What is asked for wrongly",
    arguments: [
      ([], "缺少 --facts 文件、--party 编号 之一"),
      (["--facts", "a.json", "--party", "p1"], "--facts 和 --party 不能同时写"),
      (["--facts", "a.json", "--known", "3"], "--known 只能和 --party 一起写"),
    ] as [([String], String)])
  func mistakes(_ words: [String], _ message: String) {
    let told = run(["next"] + words, directory: repository)
    #expect(told.status == .usage)
    #expect(told.errors.contains(message), "\(told.errors)")
  }
}
