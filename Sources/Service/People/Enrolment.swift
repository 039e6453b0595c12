import Cryptography
import Foundation

/// What somebody gives to their authenticator application. Shown once and nowhere kept but sealed.
package struct Enrolment: Sendable, Equatable {
  /// `otpauth://totp/…`, to be shown as a link or a square code.
  package let uri: String
  /// The secret to be typed by hand, in groups of four.
  package let secret: String

  init(secret bytes: [UInt8], issuer: String, signIn: String) {
    let plain = Base32.text(bytes)
    let issuer = Enrolment.escaped(issuer)
    uri =
      "otpauth://totp/\(issuer):\(Enrolment.escaped(signIn))?secret=\(plain)&issuer=\(issuer)"
      + "&algorithm=SHA1&digits=\(OneTimeCode.digits)&period=\(OneTimeCode.secondsEach)"
    secret = stride(from: 0, to: plain.count, by: 4).map { start in
      String(plain.dropFirst(start).prefix(4))
    }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    // Only what RFC 3986, 2.3 calls unreserved stays.
    let kept = CharacterSet(
      charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
    return text.addingPercentEncoding(withAllowedCharacters: kept) ?? ""
  }
}
