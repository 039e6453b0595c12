import Core
import FEEL

/// What kind of values a column holds, as far as it matters for where one ends and the next begins.
enum Measure: Sendable, Hashable {
  /// Numbers, with the digits after the point that they have at most; `nil` for any.
  case number(digits: Int?)
  case date
  /// First days of months.
  case month
  case yearMonthDuration
  case dayTimeDuration
  case boolean
  /// Texts, enumerations among them.
  case text

  /// The values a scale has; `nil` for texts and truth values.
  var grid: Grid? {
    switch self {
    case .number(let digits): digits.map(Grid.digits) ?? .dense
    case .date, .yearMonthDuration: .digits(0)
    case .month: .months
    case .dayTimeDuration: .dense
    case .boolean, .text: nil
    }
  }

  /// The place of a value on the scale.
  func position(of value: Value) -> Decimal128? {
    switch (self, value) {
    case (.number, .number(let number)): number
    case (.date, .date(let date)), (.month, .date(let date)): Decimal128(date.dayNumber)
    case (.yearMonthDuration, .yearMonthDuration(let duration)): Decimal128(duration.months)
    case (.dayTimeDuration, .dayTimeDuration(let duration)):
      Int(exactly: duration.nanoseconds).map(Decimal128.init)
    default: nil
    }
  }

  /// The text that stands for a value.
  func word(of value: Value) -> String? {
    switch (self, value) {
    case (.text, .string(let text)): text
    case (.boolean, .boolean(let truth)): truth ? "true" : "false"
    default: nil
    }
  }
}
