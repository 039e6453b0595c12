import Foundation

/// The name somebody signs in with, in the one form in which it is stored and compared.
package struct SignInName: Sendable, Hashable {
  package let text: String

  /// Full-width and half-width, capital and small letters are the same. 2 to 64 characters:
  /// letters, also Chinese ones, digits, and `.`, `_`, `-`, `@` between them.
  package init?(_ text: String) {
    let folded = SignInName.folded(text)
    let scalars = folded.unicodeScalars
    guard (2...64).contains(scalars.count), let first = scalars.first, let last = scalars.last,
      SignInName.isLetterOrDigit(first), SignInName.isLetterOrDigit(last),
      scalars.allSatisfy({ SignInName.isLetterOrDigit($0) || "._-@".unicodeScalars.contains($0) })
    else { return nil }
    self.text = folded
  }

  /// What was typed, as it is looked up: also where it can be no name.
  static func folded(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased()
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
