import Core
import Determination

/// The months of a monthly benefit in one line: `2019-06..2020-07:50000;2020-09..2020-09:60000`,
/// with the rate in 分.
enum MonthText {
  static func text(of monthly: Monthly) -> String {
    monthly.spans.map { "\($0.from.monthText)..\($0.to.monthText):\($0.rate.fen)" }
      .joined(separator: ";")
  }

  /// - Returns: `nil` when the text is not of this form.
  static func monthly(_ text: String) -> Monthly? {
    var spans: [Monthly.Span] = []
    var months = 0
    for part in text.split(separator: ";") {
      let pieces = part.split(separator: ":")
      guard pieces.count == 2, let fen = Int64(pieces[1]) else { return nil }
      let ends = pieces[0].split(separator: ".").map { CivilDate("\($0)-01") }
      guard ends.count == 2, let from = ends[0], let to = ends[1] else { return nil }
      spans.append(Monthly.Span(from: from, to: to, rate: Money(fen: fen)))
      months += to.monthsSinceYearZero - from.monthsSinceYearZero + 1
    }
    return Monthly(months: months, spans: spans)
  }
}

extension CivilDate {
  fileprivate var monthsSinceYearZero: Int { year * 12 + month - 1 }
}
