import Cryptography
import Office

/// Codes from a secret and the time (TOTP, RFC 6238): SHA-1, steps of 30 seconds, six digits.
enum OneTimeCode {
  static let secondsEach: Int64 = 30
  static let digits = 6
  /// As long as the hash (RFC 4226, 4, R6).
  static let secretLength = HMACSHA1.length

  /// The number of the step that a moment lies in (RFC 6238, 4.2).
  static func step(at moment: Moment) -> Int64 {
    moment.microseconds / 1_000_000 / secondsEach
  }

  /// The code of a step.
  ///
  /// - Parameters:
  ///   - step: from `step(at:)`.
  ///   - secret: what both sides know.
  ///   - digits: how many; the examples of the RFC have eight.
  /// - Returns: the last digits of the truncated hash (RFC 4226, 5.3).
  /// - Throws: `CryptographyFailure` when the library fails.
  static func code(
    step: Int64, secret: [UInt8], digits: Int = digits
  ) throws(CryptographyFailure) -> String {
    let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> ($0 * 8)) }
    let hash = try HMACSHA1.code(counter, key: secret)
    let offset = Int(hash[hash.count - 1] & 15)
    let number = hash[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let text = String(number).suffix(digits)
    return String(repeating: "0", count: digits - text.count) + text
  }

  /// The step whose code was typed: the present one, the one before or the one after, and later
  /// than any that was used (RFC 6238, 5.2).
  ///
  /// - Parameters:
  ///   - typed: blanks between the digits do not count.
  ///   - secret: what both sides know.
  ///   - moment: now.
  ///   - last: the step of the last code that was taken.
  /// - Returns: `nil` where it is none of them.
  /// - Throws: `CryptographyFailure` when the library fails.
  static func accepted(
    _ typed: String, secret: [UInt8], at moment: Moment, after last: Int64
  ) throws(CryptographyFailure) -> Int64? {
    let typed = Array(typed.utf8.filter { $0 != UInt8(ascii: " ") })
    let now = step(at: moment)
    var found: Int64?
    // All three are computed, whichever it is.
    for step in now - 1...now + 1 {
      let code = try code(step: step, secret: secret)
      if ConstantTime.equal(code.utf8, typed), step > last, found == nil { found = step }
    }
    return found
  }
}
