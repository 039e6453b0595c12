import Core
import Determination
import Pages
import Testing

/// Search results, pages of workers, the overview: what they show of plain values.
@Suite struct RegistryPageTests {
  private let today = CivilDate(dayNumber: 18_443)
  private let link = PartyLink(path: "parties/p%201", name: "样 & 甲")

  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func worker() throws -> PartyView {
    var view = PartyView(link, type: Bilingual(zh: "劳动者", en: "worker"), today: today)
    let employer = PartyLink(path: "parties/o1", name: "样厂")
    view.entries = [
      TimelineEntry(
        type: Bilingual(zh: "就业", en: "employment"),
        details: [Detail(Bilingual(zh: "单位", en: "employer"), Bilingual("o1"), link: employer)],
        from: try date("2015-01-01"), isSpell: true),
      TimelineEntry(
        type: Bilingual(zh: "证书", en: "certificate"), details: [],
        from: try date("2012-05-03")),
    ]
    return view
  }

  private func line(_ outcome: Outcome, _ amount: Money?, received: Bool = true)
    -> StoredResults.Line
  {
    StoredResults.Line(
      label: Bilingual(zh: "补贴", en: "subsidy"), subject: Bilingual("c1"), outcome: outcome,
      amount: amount, monthly: nil, payable: amount, granted: .zero, other: nil,
      isReceived: received, until: nil)
  }

  @Test("records stand in a list; the picture of them is not read out") func records() throws {
    let document = partyPage(PageLocation(.zh), try worker()).document
    #expect(document.contains("<h1>样 &amp; 甲</h1>"))
    #expect(document.contains("<p class=\"when number\">2015-01-01 至今</p>"))
    #expect(document.contains("<a href=\"/zh/parties/o1\">样厂</a>"))
    #expect(document.contains("<div class=\"chart\" aria-hidden=\"true\">"))
    #expect(document.contains("class=\"spell open\""))
  }

  @Test(
    "times are as exact as they are known",
    arguments: [
      (TimelineEntry.Precision.day, false, nil, "2019-05-03", "2019-05-03"),
      (.day, true, nil, "2019-05-03 至今", "since 2019-05-03"),
      (.month, true, "2020-01-01", "2019-05 至 2020-01", "2019-05 to 2020-01"),
      (.month, true, "2019-05-01", "2019-05", "2019-05"), (.year, false, nil, "2019 年", "2019"),
    ])
  func periods(
    _ precision: TimelineEntry.Precision, _ isSpell: Bool, _ to: String?, _ zh: String, _ en: String
  ) throws {
    let entry = TimelineEntry(
      type: Bilingual("x"), details: [], from: try date("2019-05-03"), to: try to.map(date),
      isSpell: isSpell, precision: precision)
    #expect(entry.period == Bilingual(zh: zh, en: en))
    let undated = TimelineEntry(type: Bilingual("x"), details: [], from: nil, isSpell: true)
    #expect(undated.period == Bilingual(zh: "日期不明", en: "undated"))
  }

  @Test("the sum is of what the party itself receives") func sum() throws {
    var view = try worker()
    view.determinations = StoredResults(
      on: today,
      lines: [
        line(.entitled, Money(fen: 200_000)), line(.entitled, Money(fen: 50_050)),
        line(.entitled, Money(fen: 900_000), received: false), line(.undetermined, nil),
        line(.notEntitled, nil),
      ])
    let document = partyPage(PageLocation(.zh), view).document
    #expect(document.contains("<strong class=\"sum\">2,500.50 元</strong>"))
    #expect(document.contains("9,000.00 元"))
    #expect(document.contains("不能享受的 1 项"))
    view.determinations = StoredResults(on: today, lines: [line(.notEntitled, nil)])
    #expect(partyPage(PageLocation(.en), view).document.contains("nothing is due now"))
    view.determinations = StoredResults(on: nil, lines: [])
    #expect(partyPage(PageLocation(.zh), view).document.contains("登记库还没有整体核定过。"))
  }

  @Test("a cell of too few people says so and carries no digits") func suppressed() {
    var view = OverviewView(
      on: today, known: RecordedChange(number: 1, moment: "2020-06-30 12:00:00", source: "a"))
    view.tables = [
      FigureTable(
        id: "levels", title: Bilingual("t"), columns: [Bilingual("a"), Bilingual("b")], drawn: 1,
        rows: [
          FigureTable.Row(Bilingual("x"), [.count(1_234_567)]),
          FigureTable.Row(Bilingual("y"), [.hidden]), FigureTable.Row(Bilingual("z"), [.none]),
        ])
    ]
    let document = overviewPage(PageLocation(.en), view, scripts: []).document
    #expect(document.contains("<td data-value=\"1234567\">1,234,567</td>"))
    #expect(document.contains("<span class=\"unseen\">too few to be shown</span>"))
    #expect(document.contains("* Too few people to be shown."))
    #expect(!document.contains("<script"))
    view.isBehind = true
    #expect(
      overviewPage(PageLocation(.zh), view, scripts: ["/a.js"]).document.contains(
        "<script src=\"/a.js\" defer></script>"))
  }

  @Test(arguments: Language.allCases)
  func nothingIsInlineAndNothingComesFromElsewhere(_ language: Language) throws {
    let place = PageLocation(language)
    let view = try worker()
    let workers = Workers(
      lines: [PartyLine(link, details: [Bilingual("x")])],
      position: ListPosition(offset: 0, size: 1, count: 3))
    for page in [
      partyPage(place, view), workersPage(place, view, workers), overviewPendingPage(place),
      noRegistryPage(place, active: .search), searchPage(place, nil) { _, _, _ in "" },
    ] {
      for forbidden in ["<script", "style=", " onclick", "javascript:", "http://", "https://"] {
        #expect(!page.document.contains(forbidden))
      }
    }
  }
}
