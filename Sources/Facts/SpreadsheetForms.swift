import Core
import Vocabulary

/// The forms in which spreadsheet programs and the people at them write values; a facts file has one
/// form for each.
enum SpreadsheetForms {
  /// A day as facts files write it; the text itself where it is no day.
  ///
  /// - Parameter text: `2019/5/3`, `2019-5-3`, `2019年5月3日`.
  /// - Returns: `2019-05-03`.
  static func day(_ text: String) -> String {
    // Most cells of most tables are written so already.
    if isDay(text.utf8) { return text }
    guard let parts = parts(text, signs: ["年", "月", "日"]), parts.count == 3 else { return text }
    return "\(parts[0])-\(padded(parts[1]))-\(padded(parts[2]))"
  }

  /// A month as facts files write it; the text itself where it is no month.
  ///
  /// - Parameter text: `2019/5`, `2019-5`, `2019年5月`.
  /// - Returns: `2019-05`.
  static func month(_ text: String) -> String {
    guard let parts = parts(text, signs: ["年", "月"]), parts.count == 2 else { return text }
    return "\(parts[0])-\(padded(parts[1]))"
  }

  /// A number without the commas that part its thousands; the text itself where they stand elsewhere.
  ///
  /// - Parameter text: `80,000.00`.
  /// - Returns: `80000.00`.
  static func number(_ text: String) -> String {
    guard text.contains(",") else { return text }
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = halves[0].split(separator: ",", omittingEmptySubsequences: false)
    let first = groups[0].hasPrefix("-") ? groups[0].dropFirst() : groups[0]
    guard (1...3).contains(first.utf8.count), first.utf8.allSatisfy(isDigit),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 && $0.utf8.allSatisfy(isDigit) }),
      halves.count == 1 || halves[1].utf8.allSatisfy(isDigit)
    else { return text }
    return groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
  }

  /// The level that a text names, `三级` or `3级`; `nil` for anything else.
  ///
  /// - Parameters:
  ///   - text: of a cell.
  ///   - labels: of the levels there are.
  /// - Returns: the id of the level.
  static func level(_ text: String, _ labels: [EnumerationValue]) -> String? {
    guard text.hasSuffix("级") else { return nil }
    let name = String(text.dropLast())
    let id = ["一": "1", "二": "2", "三": "3", "四": "4", "五": "5"][name] ?? name
    return labels.contains { $0.id == id } ? id : nil
  }

  /// Whether a program has made a binary number of fifteen digits of a long one: `3.30302E+17`.
  static func isShortened(_ text: String) -> Bool {
    // Every cell is asked, and nearly none has the sign.
    guard text.utf8.contains(UInt8(ascii: "+")) else { return false }
    let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("+"), let exponent = Int(parts[1].dropFirst()),
      (11...30).contains(exponent)
    else { return false }
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return halves.count <= 2 && halves[0].utf8.count == 1
      && halves.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
  }

  /// Whether a text of eighteen digits is one of which a program has kept fifteen.
  static func isCut(_ text: String) -> Bool {
    text.utf8.count == 18 && text.hasSuffix("000") && text.utf8.allSatisfy(isDigit)
  }

  /// Whether it has the form that facts files have.
  private static func isDay(_ text: String.UTF8View) -> Bool {
    text.count == 10
      && text.enumerated().allSatisfy { place, byte in
        place == 4 || place == 7 ? byte == UInt8(ascii: "-") : isDigit(byte)
      }
  }

  /// A year of four digits and one or two numbers of one or two, between slashes, hyphens, or behind
  /// each its own sign.
  private static func parts(_ text: String, signs: [Character]) -> [String]? {
    if text.hasSuffix(String(signs[signs.count - 1])) {
      var parts: [String] = []
      var rest = text[...]
      for sign in signs {
        guard let end = rest.firstIndex(of: sign) else { return nil }
        parts.append(String(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      }
      return rest.isEmpty ? checked(parts) : nil
    }
    let separator: Character = text.contains("/") ? "/" : "-"
    return checked(
      text.split(separator: separator, omittingEmptySubsequences: false).map(String.init))
  }

  private static func checked(_ parts: [String]) -> [String]? {
    let isSound = parts.enumerated().allSatisfy { place, part in
      (place == 0 ? 4...4 : 1...2).contains(part.utf8.count) && part.utf8.allSatisfy(isDigit)
    }
    return isSound ? parts : nil
  }

  private static func padded(_ number: String) -> String {
    number.utf8.count == 1 ? "0" + number : number
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
