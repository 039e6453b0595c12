import Core
import PolicyDocument
import TestSupport
import Testing

@Suite("Documents that nobody would write")
struct HostileInputTests {
  /// Reads a text and checks that everything said about it stands in it.
  private func read(_ text: String) {
    let source = SourceText(name: "a.md", text: text)
    for diagnostic in PolicyDocument.read(source).diagnostics {
      let range = diagnostic.range ?? SourceRange(0, 0)
      #expect(0 <= range.start && range.end <= source.bytes.count)
      #expect(!source.slice(range).contains("\u{FFFD}") || text.contains("\u{FFFD}"))
    }
  }

  @Test("Any single character deleted, doubled or replaced", arguments: 0..<8)
  func mutations(_ offset: Int) throws {
    let characters = Array(try Corpus("good").source("every-element").text)
    for index in stride(from: offset, to: characters.count, by: 241) {
      for replacement in ["", String([characters[index], characters[index]]), "`", "|", "\u{0}"] {
        var changed = characters
        changed.replaceSubrange(index...index, with: Array(replacement))
        read(String(changed))
      }
    }
  }

  @Test("The text ends anywhere")
  func truncations() throws {
    let text = try Corpus("good").source("every-element").text
    for length in stride(from: 0, to: text.count, by: 97) { read(String(text.prefix(length))) }
  }

  @Test("Very long or deep", arguments: extremes.indices)
  func extreme(_ index: Int) { read(extremes[index]) }
}

private let extremes: [String] = [
  String(repeating: "|", count: 50_000), String(repeating: "`", count: 50_000),
  String(repeating: "> **假设** ", count: 5_000), String(repeating: "**“", count: 20_000),
  "---\n" + String(repeating: "[", count: 50_000) + "\n---\n",
  "---\n" + String(repeating: "a: {", count: 20_000) + "\n---\n",
  String(repeating: "## 一 · One\n", count: 3_000), "\r\r\n\n\u{FEFF}---\r---\r",
  "```yaml stacking\n" + String(repeating: "- ", count: 20_000) + "\n```",
  "| 参数 |\n|---|\n" + String(repeating: "| `a` |\n", count: 5_000),
  "", "\n", "---", "---\n---", "---\n\n---\n", "# ",
  "#### 决策表 ` ` · a\n\n| U | → |\n|---|---|\n| | |",
]
