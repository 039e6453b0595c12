import Core
import PolicyDocument
import PolicyFormat
import TestSupport
import Testing

/// Every document of the project: the published ones, and the good and bad ones of the tests.
private let documents: [SourceText] = {
  let folders = ["Policies", "Tests/PolicyDocument/good", "Tests/PolicyDocument/bad"]
  let paths = folders.flatMap { (try? ProjectFiles.names(in: $0, suffix: ".md")) ?? [] }
  return paths.compactMap { try? ProjectFiles.source($0) }
}()

@Suite("Formatting documents")
struct PolicyFormatTests {
  @Test("Formatting twice is formatting once", arguments: documents.map(\.name))
  func idempotent(_ name: String) throws {
    let source = try #require(documents.first { $0.name == name })
    let once = PolicyFormat.formatted(source)
    #expect(PolicyFormat.formatted(SourceText(name: name, text: once)) == once)
  }

  @Test("A document says the same before and after", arguments: documents.map(\.name))
  func meaning(_ name: String) throws {
    let source = try #require(documents.first { $0.name == name })
    let before = PolicyDocument.read(source)
    let after = PolicyDocument.read(
      SourceText(name: name, text: PolicyFormat.formatted(source)))
    let mended = "POL021"
    let expected = before.diagnostics.map(\.code).filter { $0 != mended }
    if expected.count == before.diagnostics.count {
      #expect(shape(before.document as Any) == shape(after.document as Any))
    }
    // Names can be bad in other ways once their signs are mended.
    #expect(
      after.diagnostics.map(\.code).filter { $0 != "POL022" } == expected.filter { $0 != "POL022" })
  }

  @Test("Published documents are laid out already")
  func published() {
    for source in documents where source.name.hasPrefix("Policies/") {
      #expect(PolicyFormat.formatted(source) == source.text)
    }
  }

  @Test("Tables are aligned and blocks stand apart")
  func layout() {
    let text = """
      ---
      id: a
      ---


      # 标题 · Title
      一段
      两行
      | 甲 | b |
      |:-:|--:|:---|
      不是表

      | 名称|数 | 公式 |
      |:-:|--:|---|
      |高级工|1|`a  +  b`|
      | x | 1000 | | 多 |
      ```yaml
      k:   v


      ```
      - 一
      - 二



      [链接]: https://example.org
      末尾
      """
    let expected = """
      ---
      id: a
      ---

      # 标题 · Title

      一段
      两行
      | 甲 | b |
      |:-:|--:|:---|
      不是表

      |  名称  | 数 | 公式      |
      |:------:|---:|-----------|
      | 高级工 |  1 | `a  +  b` |
      | x | 1000 | | 多 |

      ```yaml
      k:   v


      ```

      - 一
      - 二

      [链接]: https://example.org
      末尾

      """
    #expect(PolicyFormat.formatted(SourceText(name: "a.md", text: text)) == expected)
    let windows = text.replacing("\n", with: "\r\n")
    #expect(PolicyFormat.formatted(SourceText(name: "a.md", text: windows)) == expected)
  }

  @Test(
    "Full-width signs are mended in rules and left in literals and in text",
    arguments: [
      ("证书．等级 ≥ 3", "证书.等级 >= 3"), ("min（１，２）", "min(1,2)"),
      ("证书.类型 = “技能（等级）”", "证书.类型 = \"技能（等级）\""),
      ("a = \"，\" and b", "a = \"，\" and b"), ("a = “没有结束", "a = “没有结束"),
    ])
  func mends(_ written: String, _ expected: String) {
    func document(_ expression: String) -> String {
      """
      ---
      id: a
      title: { zh: 甲, en: A }
      dates: {}
      region: "330300"
      ---

      ## 第一条 甲 · Article 1 A

      正文（`，`）。

      ```yaml benefit
      id: b
      label: { zh: 乙, en: b }
      ```

      | 规则 | id | 说明 | Label | FEEL |
      |---|---|---|---|---|
      | 条件 | `丙` | 说明（） | c (`，`) | `\(expression)` |
      | 金额 | `amount` | 数 | amount | `1` |

      """
    }
    let formatted = PolicyFormat.formatted(SourceText(name: "a.md", text: document(written)))
    #expect(formatted.contains("`\(expected)`"))
    #expect(formatted.contains("正文（`，`）。"))
    #expect(formatted.contains("c (`，`)"))
  }

  @Test("Names are replaced where they stand; of two that overlap the first counts")
  func replacements() {
    let source = SourceText(name: "a.md", text: "| 甲 | `证书.等级` |\n|---|---|\n")
    func range(_ text: String) -> SourceRange {
      let start = source.text.firstRange(of: text).map {
        source.text.utf8.distance(from: source.text.startIndex, to: $0.lowerBound)
      }
      return SourceRange(start ?? 0, (start ?? 0) + text.utf8.count)
    }
    let formatted = PolicyFormat.formatted(
      source,
      replacing: [
        (range("等级"), "level"), (range("证书"), "certificate"), (range("书.等"), "?"),
        (SourceRange(900, 901), "?"),
      ])
    #expect(formatted == "| 甲 | `certificate.level` |\n|----|---------------------|\n")
  }

  @Test("The words of the form turn into the other language and back")
  func words() throws {
    let source = try #require(documents.first { $0.name == "Policies/wenzhou-2018-242.md" })
    func translated(_ source: SourceText, _ language: Language) throws -> SourceText {
      let words = try #require(PolicyDocument.read(source).document).words
      let replacements = words.map { (range: $0.range, text: $0.forms[language]) }
      return SourceText(
        name: source.name, text: PolicyFormat.formatted(source, replacing: replacements))
    }
    let english = try translated(source, .en)
    #expect(PolicyDocument.read(english).diagnostics.map(\.code) == [])
    for word in ["| Rule ", "| condition ", "| Parameter ", "| Example ", "> **Assumption** `"] {
      #expect(english.text.contains(word))
    }
    for word in ["| 规则 ", "| 条件 ", "| 参数 ", "| 例 ", "**假设**"] {
      #expect(!english.text.contains(word))
    }
    #expect(try translated(english, .zh).text == source.text)
  }

  @Test("Any single character deleted or doubled: the layout still settles at once")
  func hostile() throws {
    let source = try #require(documents.first { $0.name.hasSuffix("/every-element.md") })
    let characters = Array(source.text)
    for index in stride(from: 0, to: characters.count, by: 37) {
      for count in [0, 2] {
        var changed = characters
        changed.replaceSubrange(
          index...index, with: [Character](repeating: characters[index], count: count))
        let once = PolicyFormat.formatted(SourceText(name: "a.md", text: String(changed)))
        let twice = PolicyFormat.formatted(SourceText(name: "a.md", text: once))
        #expect(once == twice, "at \(index)")
      }
    }
  }
}
