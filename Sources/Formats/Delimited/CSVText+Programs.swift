/// What spreadsheet programs make of the texts in a CSV file: they run some as formulas, and take
/// others for numbers and dates, of which they keep fifteen digits and no leading zero.
extension CSVText {
  /// A formula that says just a text, `="0001"`, which programs show as that text and leave alone.
  package static func formula(saying text: String) -> String {
    "=\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The text that such a formula says; `nil` for anything else.
  package static func text(saidBy cell: String) -> String? {
    guard cell.utf8.count >= 3, cell.hasPrefix("=\""), cell.hasSuffix("\"") else { return nil }
    let inside = cell.dropFirst(2).dropLast()
    let parts = inside.split(separator: "\"\"", omittingEmptySubsequences: false)
    // A quote that stands alone ends the text, and something else follows.
    guard parts.allSatisfy({ !$0.contains("\"") }) else { return nil }
    return parts.joined(separator: "\"")
  }

  /// Whether a program would run a text: it begins with a sign that begins formulas, and is no mere
  /// number behind it.
  package static func isRun(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case "=", "@", "\t", "\r", "＝", "＠", "＋", "－": return true
    case "+", "-": return !text.utf8.allSatisfy { isInNumbers($0) }
    default: return false
    }
  }

  /// Whether Excel would take a text for a number, a date or a truth value, and show something else.
  package static func isChanged(_ text: String) -> Bool {
    if isRun(text) || ["TRUE", "FALSE"].contains(text.uppercased()) { return true }
    let hasDigit = text.utf8.contains { (48...57).contains($0) }
    guard hasDigit, text.unicodeScalars.allSatisfy({ $0.isASCII || dateSigns.contains($0) }) else {
      return false
    }
    let startsWithLetter = text.utf8.first.map { (65...90).contains($0 & 0xDF) } ?? false
    return !startsWithLetter || months.contains(String(text.prefix(3)).uppercased())
  }

  private static func isInNumbers(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || "+-., ()".utf8.contains(byte)
  }

  private static let dateSigns = Set("年月日时分秒".unicodeScalars)
  private static let months: Set<String> = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
  ]
}
