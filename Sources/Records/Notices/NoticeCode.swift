import Cryptography

/// The code of a notice: 120 bits of a keyed hash of what the notice says, as 24 letters and digits.
///
/// Whoever has no key can neither make one nor find one by trying: with a billion notices issued, a
/// billion trials a second would meet the first of them after some forty billion years.
package struct NoticeCode: Sendable, Hashable {
  /// 24 characters of `Base32`.
  package let text: String
  static let bytes = 15
  private static let length = 24
  private static let group = 4

  init(_ hash: [UInt8]) { text = Base32.text(hash.prefix(NoticeCode.bytes)) }

  /// A code as somebody types it: in either case, with or without what parts its groups.
  ///
  /// - Parameter typed: the text; `nil` for what can be no code.
  package init?(typed: String) {
    let letters = typed.uppercased().filter { !$0.isWhitespace && !"-–—‐－".contains($0) }
    guard letters.utf8.count == NoticeCode.length, Base32.bytes(letters) != nil else { return nil }
    text = letters
  }

  /// In groups of four: `ABCD-EFGH-…`.
  package var grouped: String {
    var result = ""
    for (offset, letter) in text.enumerated() {
      if offset > 0, offset.isMultiple(of: NoticeCode.group) { result += "-" }
      result.append(letter)
    }
    return result
  }
}
