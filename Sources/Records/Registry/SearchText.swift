/// What somebody typed into a search field, in the form in which texts are compared.
package struct SearchText: Sendable, Equatable {
  /// Small Latin letters, half-width signs; without blanks at the ends and between Chinese
  /// characters. Empty when nothing was typed.
  package let text: String
  /// As it was typed, without blanks at the ends: ids are compared so.
  let identifier: String
  private static let longest = 80

  package init(_ typed: String) {
    identifier = String(
      typed.prefix(SearchText.longest).drop(while: \.isWhitespace).reversed()
        .drop(while: \.isWhitespace).reversed())
    let scalars = typed.unicodeScalars.map(SearchText.folded)
    let isBlank = { (scalar: Unicode.Scalar) in scalar == " " }
    var text = String.UnicodeScalarView()
    for scalar in scalars.drop(while: isBlank) {
      // One blank says as much as many.
      if isBlank(scalar), text.last.map(isBlank) == true { continue }
      text.append(scalar)
    }
    while text.last.map(isBlank) == true { text.removeLast() }
    // “王 伟” is written so to fill a column.
    if text.allSatisfy({ isBlank($0) || !$0.isASCII }) { text.removeAll(where: isBlank) }
    self.text = String(String(text).prefix(SearchText.longest))
  }

  /// The text as a number that is compared whole: without blanks and hyphens, in capitals.
  package var number: String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != " " && $0 != "-" }))
      .uppercased()
  }

  /// The end of the range of texts that begin with this one.
  var end: String { text + "\u{10FFFF}" }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20) ?? scalar
    case 0xFF21...0xFF3A: Unicode.Scalar(scalar.value - 0xFEC0) ?? scalar
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0x09, 0x0A, 0x0D, 0xA0: " "
    default: scalar
    }
  }
}
