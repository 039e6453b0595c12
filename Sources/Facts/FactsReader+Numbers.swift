import Core
import FEEL
import JSONText

extension FactsReader {
  /// Years that dates of facts lie in: births of the living, and contracts that reach far ahead.
  static let years = 1900...2200

  mutating func number(
    _ json: JSON, _ range: ClosedRange<Decimal128>, _ scale: Int
  ) -> Value? {
    guard let text = json.number ?? json.string, let number = Decimal128(text) else {
      complain(.kind(.number, found: json), json.range)
      return nil
    }
    guard range.contains(number) else {
      complain(.range(text, range), json.range)
      return nil
    }
    // Beyond 34 digits the decimal is a rounded one, so the written digits are counted too.
    guard number.rounded(scale: scale, .down) == number, significantDigits(text) <= 34 else {
      complain(.digits(text, scale), json.range)
      return nil
    }
    return .number(number)
  }

  private func significantDigits(_ text: String) -> Int {
    let mantissa = text.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    let digits = mantissa.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let zero = UInt8(ascii: "0")
    let first = digits.firstIndex { $0 != zero } ?? digits.endIndex
    let last = digits.lastIndex { $0 != zero } ?? first
    return first == digits.endIndex ? 0 : last - first + 1
  }

  mutating func date(_ json: JSON) -> Value? {
    guard let text = json.string, hasShape(text, "dddd-dd-dd") else {
      complain(.kind(.date, found: json), json.range)
      return nil
    }
    guard let date = CivilDate(text) else {
      complain(.noSuchDay(text), json.range)
      return nil
    }
    return checked(date, text, json)
  }

  /// A month is the date of its first day.
  mutating func month(_ json: JSON) -> Value? {
    guard let text = json.string, hasShape(text, "dddd-dd") else {
      complain(.kind(.month, found: json), json.range)
      return nil
    }
    guard let date = CivilDate(text + "-01") else {
      complain(.noSuchMonth(text), json.range)
      return nil
    }
    return checked(date, text, json)
  }

  private mutating func checked(_ date: CivilDate, _ text: String, _ json: JSON) -> Value? {
    guard FactsReader.years.contains(date.year) else {
      complain(.year(text, FactsReader.years), json.range)
      return nil
    }
    return .date(date)
  }

  /// Whether a text has the characters of a pattern, where `d` stands for a digit.
  private func hasShape(_ text: String, _ pattern: String) -> Bool {
    text.utf8.count == pattern.utf8.count
      && zip(text.utf8, pattern.utf8).allSatisfy { byte, expected in
        expected == UInt8(ascii: "d")
          ? byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") : byte == expected
      }
  }
}
