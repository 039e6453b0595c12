import Core
import FEEL

/// What a catalogue function is supposed to answer in an example.
enum Supposition {
  case value(Value)
  case unpublished

  /// `是`, `否`, a number, or `?` for a list that was not published; `nil` for anything else.
  init?(_ text: String) {
    switch text {
    case "是", "true": self = .value(.boolean(true))
    case "否", "false": self = .value(.boolean(false))
    case "?", "": self = .unpublished
    default:
      guard let number = Decimal128(text) else { return nil }
      self = .value(.number(number))
    }
  }
}
