import Cryptography
package import Office

/// What an authenticator application does with a secret that was handed to it. It knows nothing of
/// the secrets that are kept in the office.
package struct Authenticator: Sendable {
  private let secret: [UInt8]

  /// - Parameter secret: in the writing of `Enrolment.secret`; `nil` comes of any other text.
  package init?(secret: String) {
    guard let bytes = Base32.bytes(secret), !bytes.isEmpty else { return nil }
    self.secret = bytes
  }

  /// The code of a moment, and for how many seconds more it is shown.
  ///
  /// - Parameter moment: now, by the clock of the office.
  /// - Returns: six digits, and 1 … 30 seconds.
  /// - Throws: `CryptographyFailure` when the library fails.
  package func code(at moment: Moment) throws -> (digits: String, seconds: Int64) {
    let step = OneTimeCode.step(at: moment)
    let next = (step + 1) * OneTimeCode.secondsEach * 1_000_000
    let left = (next - moment.microseconds + 999_999) / 1_000_000
    return (try OneTimeCode.code(step: step, secret: secret), left)
  }
}
