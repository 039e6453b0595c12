import Core

extension AnswerText {
  static let noDate = Mistake("请用数字填写年、月、日。", "Enter the year, the month and the day in digits.")
  static let noMonth = Mistake("请用数字填写年和月。", "Enter the year and the month in digits.")

  /// A day by its parts, each as somebody wrote it; `nil` where nobody did.
  package func date(year: String?, month: String?, day: String?) throws(Mistake) -> Answer {
    guard let year = part(year), let month = part(month), let day = part(day) else {
      throw AnswerText.noDate
    }
    try check(year)
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw Mistake(
        "没有 \(year) 年 \(month) 月 \(day) 日这一天。",
        "There is no day \(day) in month \(month) of \(year).")
    }
    return .value(date.description)
  }

  /// A month by its parts.
  package func month(year: String?, month: String?) throws(Mistake) -> Answer {
    guard let year = part(year), let month = part(month) else { throw AnswerText.noMonth }
    try check(year)
    guard let date = CivilDate(year: year, month: month, day: 1) else {
      throw Mistake("月份应为 1 到 12。", "The month is a number from 1 to 12.")
    }
    return .value(date.monthText)
  }

  private func part(_ text: String?) -> Int? {
    guard let text = text.map(AnswerText.tidied), (1...4).contains(text.utf8.count),
      AnswerText.isDigits(text[...])
    else { return nil }
    return Int(text)
  }

  private func check(_ year: Int) throws(Mistake) {
    guard (1900...2200).contains(year) else {
      throw Mistake("年份要写四位，例如 2019。", "Write the year with four digits, for example 2019.")
    }
  }

  /// What stands between blanks, hyphens, points, strokes and the words of a date.
  static func parts(_ text: String) -> [String] {
    text.split { " -./年月日".contains($0) }.map(String.init)
  }

  /// Without blanks at the ends, and with full-width digits and signs made half-width.
  package static func tidied(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if (0xFF10...0xFF19).contains(scalar.value)
        || [0xFF0D, 0xFF0E, 0xFF0C].contains(scalar.value),
        let half = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        result.unicodeScalars.append(half)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    let start = result.drop { $0.isWhitespace }
    return String(start.dropLast(start.reversed().prefix { $0.isWhitespace }.count))
  }
}
