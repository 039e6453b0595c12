import Core
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

@testable import Lint

/// What only several documents, or facts beside them, can show.
@Suite("Documents side by side") struct AcrossDocumentsTests {
  private func subject(
    _ id: String, region: String = "330300", levels: String, rest: String = ""
  ) throws -> Linter.Subject {
    let text = """
      ---
      id: \(id)
      title: { zh: 办法\(id), en: Rules \(id) }
      dates: { issued: "2024-01-01", events-from: "2024-01-01" }
      region: "\(region)"
      ---
      ## 第一条 补贴 · Article 1 Subsidy

      ```yaml benefit
      id: subsidy
      label: { zh: 补贴, en: subsidy }
      each: 证书
      ```

      | 规则 | id | 说明 | Label | FEEL |
      |---|---|---|---|---|
      | 条件 | `level` | 等级 | level | `证书.等级 in \(levels)` |
      \(rest)| 金额 | `amount` | 定额 | fixed | `100` |

      """
    let source = SourceText(name: id + ".md", text: text)
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let document = try #require(PolicyDocument.read(source).document)
    let plan = try #require(Plan.compile(document, vocabulary).plan)
    return Linter.Subject(source: source, document: document, plan: plan, diagnostics: [])
  }

  private func lint(_ subjects: [Linter.Subject], _ published: PublishedEditions? = nil) throws
    -> [[String]]
  {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let found = Linter(vocabulary, published: published).findings(in: subjects)
    return zip(subjects, found).map { subject, findings in
      findings.map { "\($0.code) \($0.message.zh) | \($0.message.en)" }
    }
  }

  @Test("Two documents of one region that pay for one certificate are told, in the later one")
  func twice() throws {
    let first = try subject("a", levels: "[1..3]")
    let second = try subject("b", levels: "[3..5]")
    #expect(
      try lint([first, second]) == [
        [],
        [
          "LINT015 “补贴”与《办法a》的“补贴”为同一件事发钱，没有写明能不能都享受 | "
            + "“subsidy” and “subsidy” of “Rules a” pay for the same thing, and nothing says "
            + "whether both are due"
        ],
      ])
  }

  @Test("Other levels, or another region, are another thing")
  func apart() throws {
    let first = try subject("a", levels: "[1..2]")
    #expect(try lint([first, try subject("b", levels: "[3..5]")]) == [[], []])
    #expect(try lint([first, try subject("b", region: "331000", levels: "[1..2]")]) == [[], []])
  }

  @Test("Years in use without a published catalogue are told where facts tell the editions")
  func catalogue() throws {
    let rule = "| 条件 | `listed` | 紧缺 | listed | `紧缺(证书.职业, 证书.发证日期.year)` |\n"
    let document = try subject("a", levels: "[1..2]", rest: rule)
    #expect(try lint([document]) == [[]])
    let published = PublishedEditions(
      ["shortage-occupations": [PublishedEditions.Edition(region: "330300", year: 2025)]],
      through: 2026)
    #expect(
      try lint([document], published) == [
        [
          "LINT014 “补贴”要查紧缺职业目录，2024、2026 年没有公布 | "
            + "“subsidy” looks into the shortage occupations, which were not published for 2024, 2026"
        ]
      ])
  }
}
