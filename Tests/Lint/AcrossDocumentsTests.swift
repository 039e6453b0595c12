import Core
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

@testable import Lint

/// What only several documents, or facts beside them, can show.
@Suite("Documents side by side") struct AcrossDocumentsTests {
  private func subject(
    _ id: String, region: String = "330300", each: String = "证书", assumes: String = "",
    condition: String, rest: String = ""
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
      each: \(each)
      assumes: [\(assumes)]
      ```

      | 规则 | id | 说明 | Label | FEEL |
      |---|---|---|---|---|
      | 条件 | `first` | 条件 | condition | `\(condition)` |
      | 金额 | `amount` | 定额 | fixed | `1` |

      \(rest)
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
      findings.map { "\($0.severity.rawValue) \($0.code) \($0.message.zh) | \($0.message.en)" }
    }
  }

  @Test("Two documents of one region that pay for one certificate are told, in the later one")
  func twice() throws {
    let first = try subject("a", condition: "证书.等级 in [1..3]")
    let second = try subject("b", condition: "证书.等级 in [3..5]")
    #expect(try lint([first, second]) == [[], [paidTwice]])
  }

  private let paidTwice =
    "warning LINT015 “补贴”与《办法a》的“补贴”为同一件事发钱，没有写明能不能都享受 | "
    + "“subsidy” and “subsidy” of “Rules a” pay for the same thing, and nothing says whether both "
    + "are due"

  @Test("A city and a district of it are told like two of one region", arguments: [true, false])
  func district(cityFirst: Bool) throws {
    let regions = cityFirst ? ["330300", "330302"] : ["330302", "330300"]
    let first = try subject("a", region: regions[0], condition: "证书.等级 in [1..3]")
    let second = try subject("b", region: regions[1], condition: "证书.等级 in [3..5]")
    #expect(try lint([first, second]) == [[], [paidTwice]])
  }

  @Test("What is local in one region is another condition elsewhere")
  func local() throws {
    let first = try subject("a", condition: "not(本地(人.所在地区))")
    let second = try subject("b", region: "330302", condition: "本地(人.所在地区)")
    #expect(try lint([first, second]) == [[], [paidTwice]])
  }

  @Test("An assumption that names the other document says how they stand to each other")
  func allowed() throws {
    let first = try subject("a", condition: "证书.等级 = 3")
    let second = try subject(
      "b", assumes: "可兼得", condition: "证书.等级 = 3",
      rest: "> **假设** `可兼得`（都可享受 · both may be had）= `true`：与《办法a》各写各的。"
        + " *Each is stated apart.*\n")
    #expect(try lint([first, second]) == [[], []])
  }

  @Test("Benefits that go by other records, of which one looks at those of the other, are a note")
  func akin() throws {
    let first = try subject("a", condition: "证书.等级 = 3")
    let second = try subject(
      "b", each: "引进", condition: "some 证 in 人.证书 satisfies 证.等级 = 3")
    #expect(
      try lint([first, second]) == [
        [],
        [
          "note LINT015 “补贴”与《办法a》的“补贴”依据不同的记录，但一项要看另一项的记录，"
            + "可能为同一件事发钱，没有写明能不能都享受 | "
            + "“subsidy” and “subsidy” of “Rules a” go by other records, but one looks at those of "
            + "the other, so that they may pay for the same thing, and nothing says whether both "
            + "are due"
        ],
      ])
    let within = try subject(
      "b", region: "330302", each: "引进", condition: "some 证 in 人.证书 satisfies 证.等级 = 3")
    #expect(try lint([first, within]) == lint([first, second]))
    #expect(try lint([within, first]).last?.count == 1)
    let elsewhere = try subject(
      "b", region: "331000", each: "引进", condition: "some 证 in 人.证书 satisfies 证.等级 = 3")
    #expect(try lint([first, elsewhere]) == [[], []])
    let third = try subject("c", each: "引进", condition: "引进.合同月数 >= 12")
    #expect(try lint([first, third]) == [[], []])
  }

  @Test("Other levels, or another region, are another thing")
  func apart() throws {
    let first = try subject("a", condition: "证书.等级 in [1..2]")
    #expect(try lint([first, try subject("b", condition: "证书.等级 in [3..5]")]) == [[], []])
    let elsewhere = try subject("b", region: "331000", condition: "证书.等级 in [1..2]")
    #expect(try lint([first, elsewhere]) == [[], []])
  }

  @Test("Years in use without a published catalogue are told where facts tell the editions")
  func catalogue() throws {
    let document = try subject("a", condition: "紧缺(证书.职业, 证书.发证日期.year)")
    #expect(try lint([document]) == [[]])
    #expect(try lint([document], published) == [[missing("2024、2026", "2024, 2026")]])
  }

  @Test("The first year is the first that the rules read, not the first that events are of")
  func earlierYears() throws {
    let listed = "紧缺(证书.职业, 证书.发证日期.year"
    let before = try subject("a", condition: "\(listed) - 1)")
    #expect(
      try lint([before], published) == [[missing("2023、2024、2026", "2023, 2024, 2026")]])
    let older = try subject(
      "a", each: "引进",
      condition: "count(证书[发证日期 >= date(\"2022-05-01\") and 紧缺(职业, 发证日期.year)]) > 0")
    #expect(
      try lint([older], published) == [
        [missing("2022、2023、2024、2026", "2022, 2023, 2024, 2026")]
      ])
    let closed = try subject("a", condition: "\(listed)) and 证书.发证日期.year <= 2024")
    #expect(try lint([closed], published) == [[missing("2024", "2024")]])
  }

  private let published = PublishedEditions(
    ["shortage-occupations": [PublishedEditions.Edition(region: "330300", year: 2025)]],
    through: 2026)

  private func missing(_ zh: String, _ en: String) -> String {
    "warning LINT014 “补贴”要查紧缺职业目录，\(zh) 年没有公布 | "
      + "“subsidy” looks into the shortage occupations, which were not published for \(en)"
  }
}
