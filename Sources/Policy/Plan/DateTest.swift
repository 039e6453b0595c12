package import Core
package import FEEL

/// A test of dates as a typed column may write it, without FEEL's `date("…")`: `2019-01-01`,
/// `< 2019-01-01`, `[2019-01-01..2020-12-31]`.
package enum DateTest: Sendable {
  case compare(ComparisonOperator, CivilDate)
  case range(low: CivilDate, lowIncluded: Bool, high: CivilDate, highIncluded: Bool)

  /// - Returns: `nil` for a text that is no such test.
  package init?(_ text: String) {
    for sign in [
      ComparisonOperator.lessOrEqual, .greaterOrEqual, .notEqual, .less, .greater, .equal,
    ]
    where text.hasPrefix(sign.rawValue) {
      guard let date = CivilDate(text.dropFirst(sign.rawValue.count).drop { $0 == " " }) else {
        return nil
      }
      self = .compare(sign, date)
      return
    }
    if let date = CivilDate(text) {
      self = .compare(.equal, date)
      return
    }
    guard let opening = text.first, let closing = text.last, "[(]".contains(opening),
      "])[".contains(closing), let dots = text.firstRange(of: ".."),
      let low = CivilDate(text[text.index(after: text.startIndex)..<dots.lowerBound]),
      let high = CivilDate(text[dots.upperBound..<text.index(before: text.endIndex)])
    else { return nil }
    self = .range(
      low: low, lowIncluded: opening == "[", high: high, highIncluded: closing == "]")
  }
}
