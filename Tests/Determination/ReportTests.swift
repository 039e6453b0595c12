import Core
import Determination
import FEEL
import JSONText
import Testing

/// The keys and formats of the output contract.
@Suite("Reports")
struct ReportTests {
  private let citation = Citation(
    document: "test", number: "测试〔2020〕1号", article: Bilingual(zh: "第一条", en: "Article 1"),
    anchor: "article-1", line: 9)
  private let day: CivilDate

  init() throws { day = try #require(CivilDate("2020-12-31")) }

  private func money(_ yuan: Int64) -> Money { Money(fen: yuan * 100) }

  private func reason(_ verdict: Reason.Verdict) -> Reason {
    let fact = FactUse(
      type: "certificate", typeLabel: Bilingual(zh: "证书", en: "certificate"), record: "c1",
      field: "level", fieldLabel: Bilingual(zh: "等级", en: "level"),
      value: Shown(.number(Decimal128(3)), Bilingual(zh: "3（高级工）", en: "3 (senior worker)")),
      isKnown: true)
    let missing = FactUse(
      type: "certificate", typeLabel: Bilingual(zh: "证书", en: "certificate"), record: "c1",
      field: "kind", fieldLabel: Bilingual(zh: "类型", en: "kind"),
      value: Shown(.null, Bilingual(zh: "未知", en: "unknown")), isKnown: false)
    return Reason(
      kind: .condition, id: "level", label: Bilingual(zh: "高级工以上", en: "level 3 or higher"),
      value: Shown(.number(Decimal128(3)), Bilingual(zh: "3（高级工）", en: "3 (senior worker)")),
      needed: Bilingual("≤ 3"), verdict: verdict, facts: [fact, missing], others: ["c0"],
      citation: citation)
  }

  private func report(_ determination: Determination) -> Report {
    Report(on: day, determinations: [determination])
  }

  private var monthly: Determination {
    let months = ["2019-06-01", "2019-08-01", "2019-10-01"].compactMap { CivilDate($0) }
    return Determination(
      benefit: "test/allowance", label: Bilingual(zh: "津贴", en: "allowance"), party: "e1",
      subject: "c1", outcome: .entitled, amount: money(2000),
      monthly: Monthly(
        months: 4,
        spans: [
          Monthly.Span(from: months[0], to: months[1], rate: money(500)),
          Monthly.Span(from: months[2], to: months[2], rate: money(600)),
        ]), gross: money(2100), granted: money(2500), because: [reason(.holds)],
      cites: [citation])
  }

  @Test("A report of nothing says so")
  func empty() {
    let report = Report(on: day, determinations: [])
    #expect(report.json() == #"{"on":"2020-12-31","determinations":[]}"#)
    #expect(
      report.text(.zh) == "认定日 2020-12-31\n\n没有可以认定的事项：事实中没有属于现行文件适用区域的记录。\n")
    #expect(
      report.text(.en)
        == "Determined as of 2020-12-31\n\n"
        + "Nothing to determine: no record of these facts lies in a document's region.\n")
  }

  @Test("Every key of a monthly benefit, in the fixed order")
  func json() {
    let fact =
      #"{"type":"certificate","record":"c1","field":"level","known":true,"#
      + #""value":{"is":3,"zh":"3（高级工）","en":"3 (senior worker)"},"#
      + #""label":{"zh":"证书·等级","en":"certificate · level"}},"#
      + #"{"type":"certificate","record":"c1","field":"kind","known":false,"value":null,"#
      + #""label":{"zh":"证书·类型","en":"certificate · kind"}}"#
    let place =
      #""document":"test","number":"测试〔2020〕1号","article":{"zh":"第一条","en":"Article 1"},"#
      + #""place":{"anchor":"article-1","line":9}"#
    let expected =
      #"{"on":"2020-12-31","determinations":[{"benefit":"test/allowance","#
      + #""label":{"zh":"津贴","en":"allowance"},"party":"e1","subject":"c1","#
      + #""outcome":"entitled","amount":"2000.00","#
      + #""monthly":{"rate":"600.00","months":4,"from":"2019-06","to":"2019-10","spans":["#
      + #"{"from":"2019-06","to":"2019-08","rate":"500.00"},"#
      + #"{"from":"2019-10","to":"2019-10","rate":"600.00"}]},"#
      + #""gross":"2100.00","granted":"2500.00","payable":"-500.00","inKind":null,"score":null,"items":null,"#
      + #""needs":[],"#
      + #""because":[{"kind":"condition","id":"level","#
      + #""label":{"zh":"高级工以上","en":"level 3 or higher"},"#
      + #""value":{"is":3,"zh":"3（高级工）","en":"3 (senior worker)"},"#
      + #""needed":{"zh":"≤ 3","en":"≤ 3"},"verdict":"holds","note":null,"facts":[\#(fact)],"#
      + #""parts":[],"others":["c0"],\#(place)}],"cites":[{\#(place),"issued":null}]}]}"#
    #expect(report(monthly).json() == expected)
  }

  @Test("Indented it is the same data")
  func indented() throws {
    let report = report(monthly)
    let source = SourceText(name: "report.json", text: report.json(indented: true))
    var writer = JSONWriter(.compact)
    writer.value(try JSON.parse(source))
    #expect(writer.text == report.json())
  }

  struct Sums: CustomTestStringConvertible {
    let outcome: Outcome
    let amount: Int64?
    let granted: Int64?
    let members: String

    var testDescription: String { members }
  }

  @Test(
    "Amount, granted and payable",
    arguments: [
      Sums(
        outcome: .entitled, amount: 0, granted: 0,
        members: #""amount":"0.00","gross":"9.00","granted":"0.00","payable":"0.00""#),
      Sums(
        outcome: .entitled, amount: 5, granted: 3,
        members: #""amount":"5.00","gross":"9.00","granted":"3.00","payable":"2.00""#),
      Sums(
        outcome: .entitled, amount: 5, granted: nil,
        members: #""amount":"5.00","gross":"9.00","granted":null,"payable":null"#),
      Sums(
        outcome: .entitled, amount: nil, granted: 0,
        members: #""amount":null,"gross":"9.00","granted":"0.00","payable":null"#),
      Sums(
        outcome: .notEntitled, amount: nil, granted: 3,
        members: #""amount":null,"gross":"9.00","granted":"3.00","payable":"-3.00""#),
      Sums(
        outcome: .notEntitled, amount: nil, granted: 0,
        members: #""amount":null,"gross":"9.00","granted":"0.00","payable":null"#),
      Sums(
        outcome: .undetermined, amount: nil, granted: 3,
        members: #""amount":null,"gross":"9.00","granted":"3.00","payable":null"#),
    ])
  func sums(_ sums: Sums) {
    let determination = Determination(
      benefit: "test/grant", label: Bilingual("x"), party: "p1", subject: nil,
      outcome: sums.outcome, amount: sums.amount.map { money($0) }, gross: money(9),
      granted: sums.granted.map { money($0) })
    let json = report(determination).json().replacing(#""monthly":null,"#, with: "")
    #expect(json.contains(sums.members), "\(json)")
    #expect(json.contains(#""subject":null,"outcome":"\#(sums.outcome.rawValue)""#))
  }

  @Test("What is not money is given as data, and what is missing by name")
  func others() {
    let given = Determination.InKind(key: "household", value: Bilingual(zh: "落户", en: "registered"))
    let determination = Determination(
      benefit: "test/registration", label: Bilingual("x"), party: "p1", subject: "r1",
      outcome: .undetermined, inKind: [given],
      needs: [
        MissingFact(id: "employment", label: Bilingual(zh: "就业", en: "employment")),
        MissingFact(
          id: "relocation.confirmed", label: Bilingual(zh: "引进的已确认", en: "relocation: confirmed")),
      ])
    #expect(
      report(determination).text(.zh).contains("还缺：就业 (employment)；引进的已确认 (relocation.confirmed)"))
    let json = report(determination).json()
    #expect(json.contains(#""inKind":{"household":{"zh":"落户","en":"registered"}}"#))
    #expect(json.contains(#""needs":["employment","relocation.confirmed"]"#))
  }

  @Test("The same as text")
  func text() {
    #expect(
      report(monthly).text(.zh) == """
        认定日 2020-12-31

        ✔  津贴  c1  → e1  可以享受  2000.00 元  test/allowance
           2019-06 至 2019-08 每月 500.00 元
           2019-10 至 2019-10 每月 600.00 元
           限额与叠加前 2100.00 元
           已发放 2500.00 元
           应发 -500.00 元
           ✓ 高级工以上：3（高级工）（要求 ≤ 3）  第一条
             证书 c1 等级 = 3（高级工）；证书 c1 类型 = 未知

        """)
    #expect(
      report(monthly).text(.en) == """
        Determined as of 2020-12-31

        ✔  allowance  c1  → e1  entitled  2000.00 yuan  test/allowance
           2019-06 to 2019-08: 500.00 yuan a month
           2019-10 to 2019-10: 600.00 yuan a month
           before caps and stacking 2100.00 yuan
           granted already 2500.00 yuan
           payable -500.00 yuan
           ✓ level 3 or higher: 3 (senior worker) (needed: ≤ 3)  Article 1
             certificate c1 level = 3 (senior worker); certificate c1 kind = unknown

        """)
  }

  @Test("Colours only where they are asked for")
  func colours() {
    let text = report(monthly).text(.en, style: .terminal)
    #expect(text.contains("\u{1B}[32m✔\u{1B}[0m"))
    #expect(!report(monthly).text(.en).contains("\u{1B}"))
  }
}
