import Core
import HTTP

extension AnswerReader {
  func date(_ form: FormFields) throws(Mistake) -> Answer {
    guard let year = part("year", form), let month = part("month", form),
      let day = part("day", form)
    else { throw Mistake("请用数字填写年、月、日。", "Enter the year, the month and the day in digits.") }
    try check(year)
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw Mistake(
        "没有 \(year) 年 \(month) 月 \(day) 日这一天。",
        "There is no day \(day) in month \(month) of \(year).")
    }
    return .value(date.description)
  }

  func month(_ form: FormFields) throws(Mistake) -> Answer {
    guard let year = part("year", form), let month = part("month", form) else {
      throw Mistake("请用数字填写年和月。", "Enter the year and the month in digits.")
    }
    try check(year)
    guard let date = CivilDate(year: year, month: month, day: 1) else {
      throw Mistake("月份应为 1 到 12。", "The month is a number from 1 to 12.")
    }
    return .value(date.monthText)
  }

  private func part(_ name: String, _ form: FormFields) -> Int? {
    guard let text = form[name].map(Self.tidied), (1...4).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  private func check(_ year: Int) throws(Mistake) {
    guard (1900...2200).contains(year) else {
      throw Mistake("年份要写四位，例如 2019。", "Write the year with four digits, for example 2019.")
    }
  }
}
