import Core

/// 分 as banks write them: yuan with a point and two digits.
enum FenText {
  static func yuan(_ fen: Int64) -> String { Money(fen: fen).description }

  /// Reads an amount exactly: digits, and at most two behind a point.
  ///
  /// - Parameters:
  ///   - text: without sign or currency.
  ///   - grouped: whether commas may stand between thousands, as spreadsheet programs write them.
  /// - Returns: 分, or `nil` where it is anything else or has more than 64 bits.
  static func fen(_ text: String, grouped: Bool = false) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = digits(parts[0], grouped) else { return nil }
    var cents = parts.count == 2 ? parts[1] : "00"
    if cents.utf8.count == 1 { cents += "0" }
    guard cents.utf8.count == 2, isDigits(cents) else { return nil }
    return Int64(whole + cents)
  }

  private static func digits(_ text: Substring, _ grouped: Bool) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, groups.allSatisfy(isDigits) else { return nil }
    if groups.count > 1 {
      guard grouped, first.utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
      else { return nil }
    }
    return groups.joined()
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
