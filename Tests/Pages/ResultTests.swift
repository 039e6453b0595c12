import Core
import Determination
import FEEL
import Foundation
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

  // MARK: What would change it

  private func step(_ number: Int, gain: Int64?, change: Bool = false) -> NextStep {
    let level = FactUse(
      type: "certificate", typeLabel: Bilingual(zh: "证书", en: "certificate"), record: "c1",
      field: "level",
      fieldLabel: Bilingual(zh: "等级", en: "level"),
      value: Shown(.number(Decimal128(4)), Bilingual(zh: "4（中级工）", en: "4 (worker)")), isKnown: true
    )
    return NextStep(
      benefit: "test/\(number)", label: Bilingual(zh: "补贴\(number)", en: "subsidy \(number)"),
      party: "p1", owner: "p1", subject: "c1",
      change: change
        ? NextStep.Change(
          fact: level,
          value: Shown(.number(Decimal128(3)), Bilingual(zh: "3（高级工）", en: "3 (senior worker)")),
          distance: Decimal128(-1)) : nil,
      goingOn: nil, on: CivilDate(dayNumber: 18_500), outcome: .notEntitled, before: nil,
      amount: gain.map { Money(fen: $0) }, reason: Bilingual(zh: "等级够", en: "level is enough"),
      citation: citation)
  }

  private func result(_ steps: [NextStep]?, _ language: Language) throws -> String {
    let context = ResultContext(
      PageLocation(language), try #require(ProjectFiles.vocabulary),
      subject: { _ in Bilingual(zh: "证书 1", en: "Certificate 1") })
    let refused = Determination(
      benefit: "test/1", label: Bilingual(zh: "补贴1", en: "subsidy 1"), party: "p1", subject: "c1",
      outcome: .notEntitled)
    let report = Report(on: CivilDate(dayNumber: 18_400), determinations: [refused])
    return checkResultPage(Outlook(report, steps: steps), context).document
  }

  @Test func whatWouldChangeItStandsBeforeWhatIsNotDue() throws {
    let zh = try result([step(1, gain: 150_000, change: true), step(2, gain: nil)], .zh)
    for text in [
      "怎样可以更多 <span class=\"count\">2</span>", "<p class=\"soft\">证书 1</p>",
      "<p>证书 c1 的等级：3（高级工），现在是 4（中级工）</p>", "多得 1,500.00 元", "到时 1,500.00 元",
      "依据：等级够 <a href=\"/zh/policies/test#article-1\">测〔2020〕1号 第一条</a>",
      "<p>不用做什么，最早 2020-08-26 起满足</p>", "<strong>可以享受</strong>",
    ] {
      #expect(zh.contains(text), "\(text)")
    }
    let card = try #require(zh.range(of: "id=\"next-steps\""))
    let refused = try #require(zh.range(of: "id=\"not-entitled\""))
    #expect(card.lowerBound < refused.lowerBound)
    let en = try result([step(1, gain: 150_000, change: true), step(2, gain: nil)], .en)
    for text in [
      "What would change it",
      "Level of the certificate c1: 3 (senior worker) instead of 4 (worker)",
      "1,500.00 yuan more", "then 1,500.00 yuan", "Rule: level is enough",
      "Nothing but time: from 2020-08-26", "<strong>Due</strong>",
    ] {
      #expect(en.contains(text), "\(text)")
    }
  }

  @Test func theFirstFiveStepsAreShownAndTheOthersUnfold() throws {
    let page = try result((1...7).map { step($0, gain: 100) }, .zh)
    let fold = try #require(page.range(of: "<summary>其余 2 条</summary>"))
    #expect(page[..<fold.lowerBound].contains("<h3>补贴5</h3>"))
    #expect(page[fold.upperBound...].contains("<h3>补贴6</h3>"))
    #expect(!(try result((1...5).map { step($0, gain: 100) }, .zh).contains("其余")))
  }

  @Test func thatNothingIsOneStepAwayIsSaid() throws {
    #expect(try result([], .zh).contains("没有只差一两步的待遇："))
    #expect(try result([], .en).contains("Nothing is a step or two away:"))
    #expect(try result(nil, .zh).contains("记录太多，这里没有逐条试算。"))
    #expect(try result(nil, .en).contains("There are too many records to try everything out here."))
    let context = ResultContext(PageLocation(.zh), try #require(ProjectFiles.vocabulary))
    let nothing = Report(on: CivilDate(dayNumber: 0), determinations: [])
    #expect(!checkResultPage(Outlook(nothing, steps: []), context).document.contains("next-steps"))
  }
}
