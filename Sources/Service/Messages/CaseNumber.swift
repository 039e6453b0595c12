/// The number of a case as people write it: Latin letters, digits and hyphens, so that neither a
/// name nor a sentence, nor the end of a mail's header, can stand in its place.
package struct CaseNumber: Sendable, Hashable {
  package let text: String

  /// - Throws: `MessageProblem.noCaseNumber` for anything else, or more than 40 characters.
  package init(_ text: String) throws(MessageProblem) {
    guard (1...40).contains(text.utf8.count), text.utf8.allSatisfy(\.isLetterDigitOrHyphen) else {
      throw .noCaseNumber(text)
    }
    self.text = text
  }
}

extension UInt8 {
  var isLetterDigitOrHyphen: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
