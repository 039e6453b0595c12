import COpenSSL

/// A keyed hash: HMAC (RFC 2104) with SHA-1, 20 bytes.
///
/// Only for one-time codes, whose standard (RFC 6238) names it and which every authenticator
/// application computes; for anything else there is `HMACSM3`.
package enum HMACSHA1 {
  package static let length = 20

  /// The code of the bytes.
  ///
  /// - Parameters:
  ///   - bytes: what is to be vouched for.
  ///   - key: of any length.
  /// - Returns: 20 bytes.
  /// - Throws: `CryptographyFailure` when this OpenSSL cannot do it.
  package static func code(
    _ bytes: [UInt8], key: [UInt8]
  ) throws(CryptographyFailure) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: length)
    var written = 0
    let made = EVP_Q_mac(
      nil, "HMAC", nil, "SHA1", nil, key, key.count, bytes, bytes.count, &result, result.count,
      &written)
    guard made != nil, written == length else { throw CryptographyFailure("HMAC-SHA1") }
    return result
  }
}
