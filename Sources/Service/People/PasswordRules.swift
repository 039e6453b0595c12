import Foundation

/// What a password must be (NIST SP 800-63B, 5.1.1): long, and not what is tried first. No mixture
/// of characters is asked for, and no change from time to time.
enum PasswordRules {
  static let shortest = 10
  /// In bytes of UTF-8.
  static let longest = 1_024
  private static let rows = [
    "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm",
    "1qaz2wsx3edc",
  ]

  /// The form that is hashed: the same whatever the keyboard composed.
  static func normal(_ password: String) -> String {
    password.precomposedStringWithCompatibilityMapping
  }

  /// - Parameters:
  ///   - password: in its normal form.
  ///   - account: whose it shall be.
  /// - Throws: `PeopleProblem.passwordTooShort`, `.passwordTooLong`, `.passwordGuessable`.
  static func check(_ password: String, for account: NewAccount) throws(PeopleProblem) {
    guard password.unicodeScalars.count >= shortest else {
      throw .passwordTooShort(least: shortest)
    }
    guard password.utf8.count <= longest else { throw .passwordTooLong(most: longest) }
    let plain = password.lowercased()
    let isName = [account.signIn, account.name].contains { name in
      name.count >= 2 && plain.contains(name.lowercased())
    }
    if isName || Set(plain).count < 5 || isRow(plain) { throw .passwordGuessable }
  }

  /// Whether at least two thirds of it are steps along a row of keys or letters, either way.
  private static func isRow(_ password: String) -> Bool {
    let characters = Array(password)
    let steps = zip(characters, characters.dropFirst()).count { first, second in
      first == second
        || rows.contains { $0.contains("\(first)\(second)") || $0.contains("\(second)\(first)") }
    }
    return steps * 3 >= (characters.count - 1) * 2
  }
}
