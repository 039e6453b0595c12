import Cryptography

extension People {
  /// Makes a password to be handed over once and changed at the first sign-in: 20 letters and digits
  /// in groups of five, 100 bits, without those that are taken for one another.
  ///
  /// - Parameter account: whose it shall be.
  /// - Returns: the password, and what `open`, `recover` and the like take.
  /// - Throws: `CryptographyFailure` where the system gives no randomness; `PasswordFailure`.
  package func generate(
    for account: NewAccount
  ) throws -> (password: String, prepared: PreparedPassword) {
    while true {
      let password = try People.drawnPassword()
      do {
        return (password, try prepare(password, for: account))
      } catch PeopleProblem.passwordGuessable {
        // It holds a short name by chance: another is drawn.
      }
    }
  }

  private static func drawnPassword() throws(CryptographyFailure) -> String {
    // 32 of them, so that every one is as likely as any other.
    let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")
    let drawn = try RandomBytes.make(20).map { letters[Int($0) % letters.count] }
    return stride(from: 0, to: drawn.count, by: 5)
      .map { String(drawn[$0..<$0 + 5]) }.joined(separator: "-")
  }
}
