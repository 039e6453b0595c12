import COpenSSL

/// Bytes from OpenSSL's generator, fit for keys and vectors.
package enum RandomBytes {
  /// - Throws: `CryptographyFailure` when the system has no randomness to give.
  package static func make(_ count: Int) throws(CryptographyFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw CryptographyFailure("random") }
    return bytes
  }
}
