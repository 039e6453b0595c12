import Core
import Determination
import Print
import Testing

@testable import Notice

/// What a notice says of each outcome.
@Suite("What notices say")
struct NoticeContentTests {
  private let day: CivilDate

  init() throws { day = try #require(CivilDate("2020-06-30")) }

  private func notice(_ determination: Determination) throws -> DeterminationNotice {
    try DeterminationNotice(determination, .made(on: day))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let determination: Determination
    let zh: [String]
    let en: [String]
  }

  static let cases = [
    Case(
      testDescription: "entitled",
      determination: .made(.entitled, amount: 300_050, gross: 300_050),
      zh: ["经核定，王样甲 可以享受“技能补贴”，核定金额 3,000.50 元（人民币叁仟元伍角整）。"],
      en: ["王样甲 is entitled to the skill grant: 3,000.50 yuan."]),
    Case(
      testDescription: "partly granted",
      determination: .made(.entitled, amount: 300_000, gross: 300_000, granted: 100_000),
      zh: [
        "经核定，王样甲 可以享受“技能补贴”，核定金额 3,000.00 元（人民币叁仟元整）。", "此前已发放 1,000.00 元，应发 2,000.00 元。",
      ],
      en: [
        "王样甲 is entitled to the skill grant: 3,000.00 yuan.",
        "1,000.00 yuan were granted already; 2,000.00 yuan are still payable.",
      ]),
    Case(
      testDescription: "granted, nobody knows how much",
      determination: .made(.entitled, amount: 300_000, gross: 300_000, granted: nil),
      zh: [
        "经核定，王样甲 可以享受“技能补贴”，核定金额 3,000.00 元（人民币叁仟元整）。", "此前已发放多少，登记库里没有记载，所以应发多少还不能确定。",
      ],
      en: [
        "王样甲 is entitled to the skill grant: 3,000.00 yuan.",
        "How much was granted already is not on record, so what is still payable cannot be said.",
      ]),
    Case(
      testDescription: "to be returned",
      determination: .made(
        .notEntitled, granted: 300_000,
        because: [.condition("a", .holds), .condition("b", .fails), .condition("c", .fails)]),
      zh: [
        "经核定，王样甲 不能享受“技能补贴”。", "不符合：条件 b；条件 c。", "此前已发放 3,000.00 元，多发 3,000.00 元，提议退回。",
      ],
      en: [
        "王样甲 is not entitled to the skill grant.",
        "This does not hold: condition b; condition c.",
        "3,000.00 yuan were granted already, 3,000.00 yuan too much; it is proposed to return them.",
      ]),
    Case(
      testDescription: "open",
      determination: .made(
        .undetermined,
        needs: [MissingFact(id: "certificate.level", label: Bilingual(zh: "证书等级", en: "level"))]),
      zh: ["现在还不能确定 王样甲 能不能享受“技能补贴”。", "还有 1 项事实不知道，会改变结果，列在下面。"],
      en: [
        "It cannot be said yet whether 王样甲 is entitled to the skill grant.",
        "A fact is not known that would change the outcome; it is named below.",
      ]),
    Case(
      testDescription: "in kind",
      determination: .made(
        .entitled, inKind: [.init(key: "title", value: Bilingual(zh: "发给证书", en: "a certificate"))]),
      zh: ["经核定，王样甲 可以享受“技能补贴”。"], en: ["王样甲 is entitled to the skill grant."]),
  ]

  @Test(arguments: cases)
  func statement(_ one: Case) throws {
    let notice = try notice(one.determination)
    #expect(notice.statement.map(\.zh) == one.zh)
    #expect(notice.statement.map(\.en) == one.en)
    #expect(notice.missing.count == one.determination.needs.count)
    #expect(notice.inKind.count == one.determination.inKind.count)
    for language in Language.allCases { _ = try notice.document(language).pdf() }
  }

  @Test("Conditions with their parts, and what cannot fail apart from them")
  func reasons() throws {
    let notice = try notice(
      .made(
        .entitled, amount: 5, gross: 7,
        because: [
          .condition(
            "all", .holds, parts: [.condition("one", .holds, found: "3", needed: "≥ 2")]),
          .rule("cap", left: 5),
        ]))
    #expect(notice.conditions.map(\.label.en) == ["condition all", "condition one"])
    #expect(notice.conditions.map(\.depth) == [0, 1])
    #expect(notice.conditions[1].found == Bilingual("3"))
    #expect(notice.conditions[1].needed == Bilingual("≥ 2"))
    #expect(
      notice.conditions[1].source
        == Bilingual(zh: "测试〔2020〕1号 第一条", en: "测试〔2020〕1号, Article 1"))
    #expect(notice.figures.map(\.label.en) == ["rule cap"])
    #expect(notice.source.articles == [Bilingual(zh: "第一条", en: "Article 1")])
  }

  @Test("A region is called by its name")
  func regions() throws {
    let notice = try notice(
      .made(
        .entitled, amount: 5, gross: 5,
        because: [
          .condition("region", .holds, found: "330302", needed: "330300"),
          .condition("number", .holds, found: "999999", needed: "330300"),
        ]))
    #expect(
      notice.conditions[0].found == Bilingual(zh: "鹿城区（330302）", en: "Lucheng (330302)"))
    #expect(notice.conditions[0].needed?.zh == "温州市（330300）")
    #expect(notice.conditions[1].needed == Bilingual("330300"))
  }

  @Test("Without an address there is a code and no QR code")
  func withoutAddress() throws {
    let determination = Determination.made(.entitled, amount: 1, gross: 1)
    let with = try DeterminationNotice(determination, .made(on: day)).document(.zh)
    let without = try DeterminationNotice(determination, .made(on: day, address: nil)).document(.zh)
    func codes(_ document: PrintedDocument) -> [String] {
      document.blocks.compactMap { if case .code(let text, _) = $0 { text } else { nil } }
    }
    #expect(codes(with) == ["https://a.example/verify/ABCD"])
    #expect(codes(without) == [])
    #expect(without.blocks.contains(.text(PrintedText("核验码：ABCD-EFGH", .strong))))
  }
}
