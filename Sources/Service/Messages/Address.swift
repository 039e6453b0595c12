package import Core
import Cryptography

/// A way to reach people outside the service.
package enum Channel: String, Sendable, CaseIterable, Hashable {
  case mail, sms

  package var label: Bilingual {
    switch self {
    case .mail: Bilingual(zh: "邮件", en: "mail")
    case .sms: Bilingual(zh: "短信", en: "SMS")
    }
  }
}

/// A mail address or a telephone number, well made, and safe in a header and in an envelope.
package struct Address: Sendable, Hashable {
  package let channel: Channel
  package let text: String

  /// Takes what somebody typed; blanks around it do not count.
  ///
  /// - Parameters:
  ///   - text: a mail address of RFC 5321 without quotes, or a number of 11 digits that begins with
  ///     1, or `+` and 8 to 15 digits (E.164).
  ///   - channel: which of the two.
  /// - Throws: `MessageProblem.notAnAddress`.
  package init(_ text: String, for channel: Channel) throws(MessageProblem) {
    let text = String(
      text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    let isGood =
      switch channel {
      case .mail: Self.isMail(text)
      case .sms: Self.isNumber(text)
      }
    guard isGood else { throw .notAnAddress(channel) }
    self.channel = channel
    self.text = text
  }

  /// Enough to recognise one's own: `138****5678`, `z***@example.cn`.
  package var masked: String {
    guard channel == .mail, let at = text.firstIndex(of: "@") else { return Mask.number(text) }
    return "\(text.prefix(at > text.startIndex ? 1 : 0))***\(text[at...])"
  }

  private static func isNumber(_ text: String) -> Bool {
    let isForeign = text.hasPrefix("+")
    let digits = text.utf8.dropFirst(isForeign ? 1 : 0)
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return isForeign ? (8...15).contains(digits.count) : digits.count == 11 && text.hasPrefix("1")
  }

  private static func isMail(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard text.utf8.count <= 254, parts.count == 2, let local = parts.first,
      let domain = parts.last,
      (1...64).contains(local.count), local.first != UInt8(ascii: "-")
    else { return false }
    let signs = Array("!#$%&'*+/=?^_`{|}~".utf8)
    func isDotted(_ part: Substring.UTF8View.SubSequence, _ legal: (UInt8) -> Bool) -> Bool {
      part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0.allSatisfy(legal) }
    }
    return isDotted(local[...]) { $0.isLetterDigitOrHyphen || signs.contains($0) }
      && isDotted(domain[...], \.isLetterDigitOrHyphen)
  }
}
