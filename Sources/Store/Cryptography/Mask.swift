/// How secret numbers are shown: enough to recognise one's own, too little to use.
package enum Mask {
  /// A citizen identity number: the first and the last four characters (`3303**********123X`).
  ///
  /// - Parameters:
  ///   - text: the number.
  ///   - isBirthKnown: whether the day of birth, which the number holds, is told elsewhere: then the
  ///     last four would leave little to guess, and are hidden too (`3303**************`).
  /// - Returns: the masked number.
  package static func identityNumber(_ text: String, isBirthKnown: Bool = false) -> String {
    keep(text, first: 4, last: isBirthKnown ? 0 : 4)
  }

  /// A telephone or account number: the first three and the last four (`138****5678`); of one that
  /// is shorter than a telephone number, only the last four.
  package static func number(_ text: String) -> String {
    keep(text, first: text.count >= 11 ? 3 : 0, last: 4)
  }

  /// A star for every other character; where fewer than four would be hidden, all of them are.
  private static func keep(_ text: String, first: Int, last: Int) -> String {
    let hidden = text.count - first - last
    guard hidden >= 4 else { return String(repeating: "*", count: text.count) }
    return text.prefix(first) + String(repeating: "*", count: hidden) + text.suffix(last)
  }
}
