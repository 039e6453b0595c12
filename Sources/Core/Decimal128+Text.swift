internal import CBid

extension Decimal128: CustomStringConvertible {
  /// As the other one, and many times faster for callers in other modules, where a generic
  /// initialiser is not specialised.
  public init?(_ text: String) { self.init(text[...]) }

  /// Reads `-12.50`, `.5`, `1e-3`: an optional sign, digits with at most one point, an optional
  /// exponent. More than 34 digits are rounded half to even. Anything else, and numbers beyond
  /// the range of decimal128, give `nil`.
  public init?(_ text: some StringProtocol) {
    var digits: UInt128 = 0
    var exponent = 0
    var significant = 0
    var seenDigit = false
    var seenPoint = false
    var isNegative = false
    var bytes = Array(text.utf8)[...]
    if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
      isNegative = first == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    let mantissa = bytes.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    for byte in mantissa {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        seenDigit = true
        significant += (digits == 0 && byte == UInt8(ascii: "0")) ? 0 : 1
        if significant <= 34 {
          digits = digits * 10 + UInt128(byte - UInt8(ascii: "0"))
          if seenPoint { exponent -= 1 }
        }
      case UInt8(ascii: ".") where !seenPoint: seenPoint = true
      default: return nil
      }
    }
    guard seenDigit else { return nil }
    let tail = bytes.dropFirst(mantissa.count).dropFirst()
    var written = 0
    if mantissa.count < bytes.count {
      guard let value = Int(String(decoding: tail, as: UTF8.self)), tail.count <= 8,
        tail.last.map({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) == true
      else { return nil }
      written = value
    }
    if significant <= 34, (-6176...6111).contains(exponent + written) {
      self.init(sign: isNegative, coefficient: digits, exponent: exponent + written)
      return
    }
    guard let rounded = Decimal128.parsedByLibrary(String(text)) else { return nil }
    self = rounded
  }

  private static func parsedByLibrary(_ text: String) -> Decimal128? {
    var flags: UInt32 = 0
    var bytes = text.utf8CString.map { $0 }
    // Safe: libbid reads the terminated copy and keeps no pointer to it.
    let raw = bytes.withUnsafeMutableBufferPointer {
      __bid128_from_string($0.baseAddress, 0, &flags)
    }
    return finite(raw)
  }

  /// Plain digits without an exponent and without needless zeros: `-12.5`, `0.001`, `30000`.
  public var description: String {
    let (digits, power) = normalised
    let sign = isNegative ? "-" : ""
    // 64 bits hold nearly every number there is, and print many times faster than 128.
    let text = UInt64(exactly: digits).map { String($0) } ?? String(digits)
    if power >= 0 { return sign + text + String(repeating: "0", count: power) }
    if text.utf8.count > -power {
      return sign + text.dropLast(-power) + "." + text.suffix(-power)
    }
    return sign + "0." + String(repeating: "0", count: -power - text.utf8.count) + text
  }

  /// Digits with exactly `scale` places after the point, rounded half up: money is `text(scale: 2)`.
  public func text(scale: Int) -> String {
    guard let value = rounded(scale: scale, .halfUp) else { return description }
    let plain = value.description
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    if scale <= 0 { return plain }
    return parts[0] + "." + fraction + String(repeating: "0", count: scale - fraction.utf8.count)
  }
}
