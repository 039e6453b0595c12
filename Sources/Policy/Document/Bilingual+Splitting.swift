package import Core

extension Bilingual {
  /// Reads `中文 · English`: both sides of a middle dot that has a blank on either side.
  ///
  /// - Returns: `nil` where one of the two is missing.
  package init?(splitting text: String) {
    let dot = " · "
    guard let range = text.firstRange(of: dot) else { return nil }
    let zh = String(text[..<range.lowerBound]).trimmingBlanks
    let en = String(text[range.upperBound...]).trimmingBlanks
    guard !zh.isEmpty, !en.isEmpty else { return nil }
    self.init(zh: zh, en: en)
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    let start = drop { $0.isWhitespace }
    let trailing = start.reversed().prefix { $0.isWhitespace }.count
    return String(start.dropLast(trailing))
  }
}
