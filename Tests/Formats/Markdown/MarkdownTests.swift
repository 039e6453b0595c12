import Core
import MarkdownText
import Testing

@Suite("Markdown blocks")
struct MarkdownTests {
  private func blocks(_ text: String) -> [(MarkdownBlock.Kind, String)] {
    let source = SourceText(name: "a.md", text: text)
    let whole = SourceRange(0, source.bytes.count)
    return MarkdownParser.parse(source, within: whole).blocks.map {
      ($0.kind, source.slice($0.range))
    }
  }

  @Test(
    "Blocks know their lines, whatever ends a line",
    arguments: ["\n", "\r\n", "\r"])
  func places(_ end: String) {
    let lines = [
      "# 标题", "", "一段", "两行", "", "> 引用", "", "| 甲 | 乙 |", "|---|---|", "| 1 | 2 |", "***",
    ]
    let found = blocks(lines.joined(separator: end))
    let expected = [
      "# 标题", "一段\(end)两行", "> 引用", "| 甲 | 乙 |\(end)|---|---|\(end)| 1 | 2 |", "***",
    ]
    #expect(found.map(\.1) == expected)
    #expect(
      found.map(\.0) == [.heading(level: 1), .paragraph, .quote, .table, .thematicBreak])
  }

  private static let samples = [
    "# 标题", "标题\n---", "一段\n两行", "> 引用", "> 引用\n懒行", "- 一\n- 二", "1. 一", "```\n码\n```",
    "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |", "<div>", "***", "    缩进", "[a]: b",
  ]

  @Test("Neighbouring blocks never claim the same line", arguments: samples)
  func neighbours(_ first: String) {
    for second in MarkdownTests.samples {
      for gap in ["\n", "\n\n", "\n \n\n"] {
        let source = SourceText(name: "a.md", text: first + gap + second + gap + first)
        let whole = SourceRange(0, source.bytes.count)
        let ranges = MarkdownParser.parse(source, within: whole).blocks.map(\.range)
        for (before, after) in zip(ranges, ranges.dropFirst()) {
          #expect(before.end < after.start, "\(second)")
        }
      }
    }
  }

  @Test("A fenced block gives its info and what stands inside")
  func fences() {
    let source = SourceText(name: "a.md", text: "````yaml benefit\nid: a\n```\n````\n\n```\nopen")
    let parsed = MarkdownParser.parse(source, within: SourceRange(0, source.bytes.count)).blocks
    let codes = parsed.compactMap { block -> MarkdownBlock.CodeBlock? in
      guard case .code(let code) = block.kind else { return nil }
      return code
    }
    #expect(codes.map(\.info) == ["yaml benefit", ""])
    #expect(codes.map { source.slice($0.content) } == ["id: a\n```\n", "open"])
    #expect(codes.map(\.isClosed) == [true, false])
  }

  @Test("Nesting beyond the limit is said and not followed", arguments: [33, 200, 100_000])
  func deep(_ depth: Int) {
    let text = String(repeating: ">", count: depth) + " 深"
    let source = SourceText(name: "a.md", text: text)
    let whole = SourceRange(0, source.bytes.count)
    #expect(MarkdownParser.parse(source, within: whole).tooDeep == whole)
  }

  @Test(
    "Cells are split at bars that are neither escaped nor code",
    arguments: [
      ("| a | b |", ["a", "b"]), ("a | b", ["a", "b"]), ("| a | |", ["a", ""]),
      ("|a|b|c", ["a", "b", "c"]), ("| a \\| b | c |", ["a \\| b", "c"]),
      ("| `a | b` | c |", ["`a | b`", "c"]), ("| ``a ` | b`` | c |", ["``a ` | b``", "c"]),
      ("| `a | b | c |", ["`a", "b", "c"]), ("", []), ("|", []), ("| |", [""]),
      ("| 中文 | “引” |", ["中文", "“引”"]), ("| a \\", ["a \\"]),
    ])
  func cells(_ line: String, _ expected: [String]) {
    let source = SourceText(name: "a.md", text: line)
    let cells = TableText.cells(of: SourceRange(0, source.bytes.count), in: source)
    #expect(cells.map { source.slice($0) } == expected)
  }

  @Test(
    "Code spans end at a run of as many backticks",
    arguments: [
      ("`a`", ["a"]), ("`` ` ``", ["`"]), ("`a ``b`` c`", ["a ``b`` c"]), ("\\`a`b`", ["b"]),
      ("`a", []), ("``a`", []), ("`a` `` `b`", ["a", "b"]),
    ])
  func codeSpans(_ text: String, _ expected: [String]) {
    let source = SourceText(name: "a.md", text: text)
    let spans = CodeSpan.all(in: source, within: SourceRange(0, source.bytes.count))
    #expect(spans.map { source.slice($0.content) } == expected)
  }

  @Test(
    "Prose becomes HTML in which nothing runs",
    arguments: [
      ("**粗** & `<码>`", "<p><strong>粗</strong> &amp; <code>&lt;码&gt;</code></p>\n"),
      ("a <script>x</script>", "<p>a <!-- raw HTML omitted -->x<!-- raw HTML omitted --></p>\n"),
      ("<div onclick=x>", "<!-- raw HTML omitted -->\n"),
      ("[a](javascript:b)", "<p><a href=\"\">a</a></p>\n"),
      ("[a](data:text/html,b)", "<p><a href=\"\">a</a></p>\n"), ("", ""),
    ])
  func html(_ text: String, _ expected: String) {
    let source = SourceText(name: "a.md", text: text)
    #expect(MarkdownHTML.render(source, within: SourceRange(0, source.bytes.count)) == expected)
  }

  @Test("Long runs of signs take no long time")
  func hostile() {
    for sign in ["`", "*", "[", "|", "\\", "_", "<", "> ", "- ", "1. ", "\u{0}", "\t"] {
      let text = String(repeating: sign, count: 20_000)
      let lines = String(repeating: sign + "\n", count: 5_000)
      #expect(blocks(text).count <= 20_000)
      #expect(blocks(lines).count <= 20_000)
    }
  }
}
