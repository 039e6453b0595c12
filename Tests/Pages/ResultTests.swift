import Core
import Determination
import FEEL
import Pages
import TestSupport
import Testing
import Vocabulary

@Suite struct ResultTests {
  private let citation = Citation(
    document: "test", number: "测〔2020〕1号", article: Bilingual(zh: "第一条", en: "Article 1"),
    anchor: "article-1", line: 10)

  private func page(_ results: [Determination], _ language: Language) throws -> String {
    let context = ResultContext(
      PageLocation(language), try #require(ProjectFiles.vocabulary),
      question: { $0 == "certificate.level" ? "/zh/level" : nil })
    let day = try #require(CivilDate("2020-06-30"))
    return factsResultPage(Report(on: day, determinations: results), context).document
  }

  @Test func anEntitlementShowsItsSumAndWhereItComesFrom() throws {
    let result = Determination(
      benefit: "test/a", label: Bilingual(zh: "补贴<甲>", en: "subsidy <a>"), party: "p1",
      subject: "c1", outcome: .entitled, amount: Money(fen: 300_000), gross: Money(fen: 450_000),
      granted: Money(fen: 100_000),
      because: [
        Reason(
          kind: .condition, id: "level", label: Bilingual(zh: "等级", en: "level"),
          value: Shown(.number(Decimal128(3)), Bilingual(zh: "3 级", en: "level 3")),
          needed: Bilingual("≥ 3"), verdict: .holds, citation: citation)
      ], cites: [citation])
    let zh = try page([result], .zh)
    for text in [
      "补贴&lt;甲&gt;", "3,000.00 元", "按规则为 4,500.00 元，经封顶或叠加规则后为上数。",
      "已发 1,000.00 元，还应发 2,000.00 元。", "实际：3 级；要求：≥ 3", "符合",
      "<a href=\"/zh/policies/test#article-1\">测〔2020〕1号 第一条</a>",
    ] {
      #expect(zh.contains(text), "\(text)")
    }
    let en = try page([result], .en)
    for text in [
      "Subsidy &lt;a&gt;", "3,000.00 yuan", "The rule gives 4,500.00 yuan",
      "Already granted: 1,000.00 yuan. Still to pay: 2,000.00 yuan.",
      "Found: level 3; Needed: ≥ 3", "测〔2020〕1号 Article 1",
    ] {
      #expect(en.contains(text), "\(text)")
    }
  }

  @Test func whatIsMissingLeadsToItsQuestion() throws {
    let result = Determination(
      benefit: "test/a", label: Bilingual(zh: "补贴", en: "subsidy"), party: "p1", subject: nil,
      outcome: .undetermined,
      needs: [
        MissingFact(id: "certificate.level", label: Bilingual(zh: "证书的等级", en: "level")),
        MissingFact(id: "insurance", label: Bilingual(zh: "参保", en: "insurance")),
        MissingFact(
          id: "certificate.kind", label: Bilingual(zh: "类型", en: "kind"),
          question: Bilingual(zh: "是哪一类证书？", en: "Which kind is it?"),
          source: Bilingual(zh: "证书记录", en: "the certificate record")),
      ],
      cites: [citation])
    let page = try page([result], .zh)
    #expect(page.contains("<a href=\"/zh/level\">证书的等级</a>"))
    #expect(page.contains("<li>参保</li>"))
    #expect(page.contains("类型<span class=\"soft\">：是哪一类证书？（见证书记录）</span>"))
  }

  @Test func aRefusalNamesWhatDoesNotHold() throws {
    let result = Determination(
      benefit: "test/a", label: Bilingual(zh: "补贴", en: "subsidy"), party: "p1", subject: nil,
      outcome: .notEntitled,
      because: [
        Reason(
          kind: .condition, id: "level", label: Bilingual(zh: "等级够", en: "level is enough"),
          verdict: .fails, citation: citation)
      ], cites: [citation])
    #expect(try page([result], .zh).contains("因为不符合：<strong>等级够</strong>"))
    #expect(
      try page([result], .en).contains(
        "Because this does not hold: <strong>level is enough</strong>"))
  }

  @Test func aVeryLongReportIsCut() throws {
    let results = (0..<1_000).map { index in
      Determination(
        benefit: "test/\(index)", label: Bilingual("b\(index)"), party: "p", subject: nil,
        outcome: .notEntitled)
    }
    let page = try page(results, .en)
    #expect(page.contains("The first 200 of 1000 are shown"))
    #expect(page.split(separator: "class=\"result ").count - 1 == 200)
  }

  @Test func anEmptyReportSaysWhatToAdd() throws {
    #expect(try page([], .en).contains("No record in the file gives rise to a benefit."))
  }
}
