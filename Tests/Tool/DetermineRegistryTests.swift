import Core
import Foundation
import Testing

@testable import gongjiang

/// `determine` over a registry, as a person meets it.
@Suite struct DetermineRegistryTests {
  private static let facts = """
    {"on": "2020-06-30", "region": "330300",
     "parties": [{"type": "person", "id": "p1"}, {"type": "organisation", "id": "e1", "kind": "enterprise"}],
     "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3, "kind": "skill-level", "issuedOn": "2019-05-03"},
      {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-01-01"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2020-01"}],
     "catalogues": {"shortage-occupations": [{"region": "330300", "year": 2019, "occupation": "6-18-01-01"}]}}
    """

  /// A registry with one worker, who has eleven months of insurance to go.
  private func registry(_ folder: Folder) throws -> [String] {
    let file = try folder.file("town.json", Self.facts.utf8)
    let options = ["--registry", folder.path + "/town.db"]
    #expect(run(["import", file] + options, directory: repository).status == .success)
    return options
  }

  /// What a shell makes of `--facts <(command)`.
  @Test func factsMayComeThroughAPipe() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(Self.facts.utf8))
    try pipe.fileHandleForWriting.close()
    let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    let result = run(["determine", "--facts", path], directory: repository)
    #expect(result.status == .success)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("认定日 2020-06-30\n"))
  }

  @Test func fromTheFirstRunToTheNextDay() throws {
    let folder = try Folder()
    let options = try registry(folder)
    func determined(_ words: [String]) -> String {
      run(["determine"] + words + options, directory: repository).output
    }
    let first = determined(["--all", "--on", "2020-06-30"])
    #expect(
      first == """
        按 2020-06-30 核定了 2 个当事人（第 1 次）
        结果新增 2 条，终止 0 条，不变 0 条

          技能提升补贴：可以享受 0 项，共 0.00 元
          紧缺职业岗位津贴：可以享受 0 项，共 0.00 元

        """)
    #expect(
      determined(["--all", "--on", "2020-06-30"]).hasPrefix(
        "按 2020-06-30 核定了 2 个当事人（第 2 次）\n结果新增 0 条，终止 0 条，不变 2 条\n"))
    #expect(
      determined(["--changed", "--on", "2020-11-30"]).hasPrefix(
        "按 2020-11-30 核定了 0 个当事人（第 3 次）\n"))
    // In December there are twelve months of insurance.
    #expect(
      determined(["--changed", "--on", "2020-12-01", "--lang", "en"]).hasPrefix(
        """
        determined 1 parties as of 2020-12-01 (run 4)
        determinations: 1 new, 1 ended, 1 unchanged

          skill-upgrade subsidy: 1 entitled, 3000.00 yuan in all
        """))
    #expect(determined(["--changed", "--on", "2020-12-01", "--json"]).contains("\"parties\": 0"))
  }

  @Test func onePartyAsFromItsFacts() throws {
    let folder = try Folder()
    let options = try registry(folder)
    let file = folder.path + "/town.json"
    for words in [["--json"], ["--lang", "en"], []] {
      let there = run(
        ["determine", "--party", "p1", "--on", "2020-06-30"] + options + words,
        directory: repository)
      let direct = run(["determine", "--facts", file] + words, directory: repository)
      #expect(there == direct && there.status == .success)
    }
  }

  @Test(arguments: [
    (
      [], 2 as Int32,
      """
      gongjiang determine: 缺少 --facts 文件、--party 编号、--all、--changed 之一
      用法见 gongjiang determine --help

      """,
      """
      gongjiang determine: one of --facts FILE, --party ID, --all, --changed is missing
      See gongjiang determine --help

      """
    ),
    (
      ["--all", "--changed"], 2,
      """
      gongjiang determine: --all 和 --changed 不能同时写
      用法见 gongjiang determine --help

      """,
      """
      gongjiang determine: --all and --changed cannot be given together
      See gongjiang determine --help

      """
    ),
    (
      ["--party", "p9"], 3,
      """
      gongjiang: DET002：登记库里没有编号为“p9”的当事人
      请核对编号，或先导入这个当事人。

      """,
      """
      gongjiang: DET002: the registry has no party "p9"
      Check the id, or import the party first.

      """
    ),
  ])
  func refused(words: [String], status: Int32, zh: String, en: String) throws {
    let folder = try Folder()
    let options = try registry(folder)
    for (language, told) in [("zh", zh), ("en", en)] {
      let ran = run(
        ["determine"] + words + options + ["--lang", language], directory: repository)
      #expect(ran.status.rawValue == status)
      #expect(ran.output.isEmpty && ran.errors == told)
    }
  }

  @Test(arguments: ["--all", "--changed"])
  func withoutRegistry(way: String) {
    let words = ["determine", way, "--registry", "/nowhere/town.db"]
    #expect(
      run(words, directory: repository)
        == Run(
          status: .badInput,
          errors: """
            gongjiang: 还没有登记库 /nowhere/town.db
            请用 gongjiang import 导入数据，或用 gongjiang synthesise 生成样例；登记库在别处时用 --registry 指明。

            """))
  }
}
