import Core
import HTTP
import Questionnaire
import Testing
import Vocabulary

@testable import Routes

@Suite struct AnswerReaderTests {
  private func read(
    _ form: Step.Form, _ fields: [(String, String)], escapes: [Step.Escape] = []
  ) throws -> Answer {
    let step = Step("key", .day, Bilingual("?"), form: form, escapes: escapes)
    return try AnswerReader(step: step).answer(
      FormFields(fields.map { (name: $0.0, value: $0.1) }))
  }

  private static let money = Step.Form.number(
    range: Decimal128(0)...Decimal128(1_000_000), scale: 2, unit: nil)
  private static let count = Step.Form.number(
    range: Decimal128(1)...Decimal128(10), scale: 0, unit: nil)
  private static let kinds = Step.Form.choices([
    EnumerationValue(id: "a", name: Bilingual("A")),
    EnumerationValue(id: "b", name: Bilingual("B")),
  ])

  @Test(arguments: [
    (money, "1,200.50", "1200.5"), (money, " 0 ", "0"), (money, "１２００．５", "1200.5"),
    (count, "3", "3"), (kinds, "b", "b"), (.yesOrNo, "true", "true"), (.text, " 工匠 ", "工匠"),
    (.occupation, "6-18-01-01", "6-18-01-01"), (.occupation, "６－１８－０１－０１", "6-18-01-01"),
    (.region, "330302", "330302"),
  ])
  func valuesAreReadInCanonicalForm(_ form: Step.Form, _ text: String, _ value: String) throws {
    #expect(try read(form, [("value", text)]) == .value(value))
  }

  @Test(arguments: [
    (money, "", "请填写数字，例如 1200。", "Enter a number, for example 1200."),
    (money, "很多", "请填写数字，例如 1200。", "Enter a number, for example 1200."),
    (money, "1e3", "请填写数字，例如 1200。", "Enter a number, for example 1200."),
    (money, "-1", "应在 0 到 1000000 之间。", "Enter a number from 0 to 1000000."),
    (money, "1.005", "小数最多 2 位。", "At most 2 digits after the point."),
    (count, "1.5", "请填写整数。", "Enter a whole number."),
    (kinds, "", "请选择一项。", "Choose one."), (kinds, "c", "请选择一项。", "Choose one."),
    (.yesOrNo, "unknown", "请选择一项。", "Choose one."),
    (
      .several([(id: "a", name: Bilingual("A"), hint: Bilingual(""))]), "z", "请至少选择一项。",
      "Choose at least one."
    ),
    (.text, " ", "请填写。", "Enter an answer."),
    (.text, String(repeating: "长", count: 201), "最多 200 个字。", "At most 200 characters."),
    (
      .occupation, "焊工", "职业代码是四段数字，例如 6-18-01-01。",
      "An occupation code has four groups of digits, for example 6-18-01-01."
    ),
    (.region, "", "请选择一个地区。", "Choose a region."),
    (.region, "温州", "请选择一个地区。", "Choose a region."),
  ])
  func mistakesAreSaid(_ form: Step.Form, _ text: String, _ zh: String, _ en: String) {
    let mistake = #expect(throws: AnswerText.Mistake.self) { try read(form, [("value", text)]) }
    #expect(mistake?.message == Bilingual(zh: zh, en: en))
  }

  @Test(arguments: [
    (["2019", "5", "3"], "2019-05-03"), (["2020", "02", "29"], "2020-02-29"),
    ([" ２０１９ ", "12", "31"], "2019-12-31"),
  ])
  func datesAreRead(_ parts: [String], _ value: String) throws {
    let fields = Array(zip(["year", "month", "day"], parts))
    #expect(try read(.date, fields) == .value(value))
    #expect(try read(.month, fields) == .value(String(value.prefix(7))))
  }

  @Test(arguments: [
    (["2019", "2", "29"], "没有 2019 年 2 月 29 日这一天。", "There is no day 29 in month 2 of 2019."),
    (["2019", "13", "1"], "没有 2019 年 13 月 1 日这一天。", "There is no day 1 in month 13 of 2019."),
    (["2019", "5", ""], "请用数字填写年、月、日。", "Enter the year, the month and the day in digits."),
    (["2019", "五", "3"], "请用数字填写年、月、日。", "Enter the year, the month and the day in digits."),
    (["19", "5", "3"], "年份要写四位，例如 2019。", "Write the year with four digits, for example 2019."),
    (["99999", "5", "3"], "请用数字填写年、月、日。", "Enter the year, the month and the day in digits."),
  ])
  func daysThatDoNotExistAreSaid(_ parts: [String], _ zh: String, _ en: String) {
    let mistake = #expect(throws: AnswerText.Mistake.self) {
      try read(.date, Array(zip(["year", "month", "day"], parts)))
    }
    #expect(mistake?.message == Bilingual(zh: zh, en: en))
  }

  @Test func otherAnswersAreKeptApart() throws {
    #expect(try read(Self.money, [("escape", "unknown")], escapes: [.unknown]) == .unknown)
    #expect(try read(Self.kinds, [("value", "none")], escapes: [.none, .unknown]) == Answer.none)
    #expect(try read(.date, [("escape", "ongoing")], escapes: [.ongoing]) == .ongoing)
    // Not offered here, so not taken.
    #expect(throws: AnswerText.Mistake.self) {
      try read(Self.money, [("escape", "none")], escapes: [.unknown])
    }
    // A text field may hold the word.
    #expect(try read(.text, [("value", "unknown")], escapes: [.unknown]) == .value("unknown"))
  }
}
