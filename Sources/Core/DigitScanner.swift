/// Reads fixed-width digits and signs from the left of a short text, as ISO 8601 needs them.
struct DigitScanner {
  private var bytes: ArraySlice<UInt8>

  init(_ text: some StringProtocol) { bytes = Array(text.utf8)[...] }

  var isAtEnd: Bool { bytes.isEmpty }
  var rest: String { String(decoding: bytes, as: UTF8.self) }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard let first = bytes.first, UInt32(first) == sign.value else { return false }
    bytes.removeFirst()
    return true
  }

  /// Exactly `count` digits, or `nil`.
  mutating func digits(_ count: Int) -> Int? {
    guard let run = run(count...count) else { return nil }
    return run.value
  }

  /// As many digits as `lengths` allows, or `nil`; their value and their number.
  mutating func run(_ lengths: ClosedRange<Int>) -> (value: Int, count: Int)? {
    var value = 0
    var count = 0
    while count < lengths.upperBound, let byte = bytes.first, isDigit(byte) {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      count += 1
      bytes.removeFirst()
    }
    return lengths.contains(count) ? (value, count) : nil
  }

  /// The digits behind a decimal point, in units of 10^−places; digits beyond are dropped.
  mutating func fraction(places: Int, mayBeEmpty: Bool = false) -> Int? {
    var value = 0
    var count = 0
    while let byte = bytes.first, isDigit(byte) {
      if count < places { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
      count += 1
      bytes.removeFirst()
    }
    if count == 0 && !mayBeEmpty { return nil }
    for _ in count..<max(count, places) { value *= 10 }
    return value
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
