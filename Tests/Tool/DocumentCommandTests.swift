import Core
import Testing
import Workbench

@testable import gongjiang

/// `check`, `fmt` and `plan` on the project's own documents and on broken ones.
@Suite struct DocumentCommandTests {
  private let document = repository + "/Policies/wenzhou-2018-242.md"

  @Test func everyDocumentOfTheProjectPasses() {
    let result = run(["check", "--lang", "en"], directory: repository)
    #expect(result.status == .success)
    let lines = result.output.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines { #expect(line.contains(": passed, 0 errors, 0 warnings, ")) }
  }

  @Test func checkTellsEveryFinding() throws {
    let folder = try Folder()
    let path = try folder.file("broken.md", "# 标题 · Title\n".utf8)
    let text = run(["check", path, "--home", repository])
    #expect(text.status == .findings)
    #expect(text.errors.isEmpty)
    #expect(text.output.hasPrefix("\(path):1:1: 错误 POL001: "))
    #expect(text.output.hasSuffix("\n\(path)：有误，1 个错误，0 个警告，0 个算例\n"))
    let json = run(["check", path, "--home", repository, "--json"])
    #expect(json.status == .findings)
    #expect(json.output.contains(#""code": "POL001""#))
    #expect(json.output.contains(#""line": 1"#))
  }

  @Test func planPrintsNodes() {
    let result = run(["plan", document], directory: repository)
    #expect(result.status == .success)
    #expect(result.output.hasPrefix("plan wenzhou-2018-242 in 330300\nbenefit wenzhou-2018-242/"))
    #expect(result.output.contains("\nnodes\n  %0 = "))
    // Which engine runs what, and in which integers.
    let engines = result.output.split(separator: "\nengines\n").last ?? ""
    #expect(
      engines.contains(
        "  columns wenzhou-2018-242/apprenticeship pays 0 … 600000000 as 64-bit integers of "
          + "10^-7 yuan\n"))
    #expect(engines.contains("  columns wenzhou-2018-242/excellent-base\n"))
    #expect(!engines.contains("  explain "))
  }

  @Test func documentsOfTheProjectAreInStandardForm() {
    #expect(run(["fmt", "--check", document]) == Run(status: .success))
  }

  @Test func fmtWritesOnlyWhatChanges() throws {
    let folder = try Folder()
    let path = try folder.file("a.md", "# 标题 · Title\n\n\n\n正文。\n".utf8)
    #expect(
      run(["fmt", "--check", path]) == Run(status: .findings, output: "\(path)：需要整理\n"))
    #expect(try folder.text(of: "a.md") == "# 标题 · Title\n\n\n\n正文。\n")
    #expect(run(["fmt", path]) == Run(status: .success, output: "\(path)：已整理\n"))
    #expect(try folder.text(of: "a.md") == "# 标题 · Title\n\n正文。\n")
    #expect(run(["fmt", path]) == Run(status: .success))
  }

  @Test func namesGoToEnglishAndBack() throws {
    let folder = try Folder()
    let source = try SourceText.read(document)
    let path = try folder.file("a.md", source.bytes)
    #expect(run(["fmt", "--names", "en", path], directory: repository).status == .success)
    #expect(run(["check", path], directory: repository).status == .success)
    #expect(run(["fmt", "--names", "zh", path], directory: repository).status == .success)
    #expect(try folder.text(of: "a.md") == source.text)
  }
}
