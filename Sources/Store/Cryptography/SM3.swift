import COpenSSL

/// The national hash function (GB/T 32905-2016): 32 bytes.
package enum SM3 {
  package static let length = 32

  /// Looked up once: OpenSSL searches its providers for every use otherwise.
  private static let algorithm = Algorithm(pointer: EVP_MD_fetch(nil, "SM3", nil))

  // Never changed and never freed, so any thread may read it.
  private struct Algorithm: @unchecked Sendable {
    let pointer: OpaquePointer?
  }

  /// The digest of `bytes`.
  ///
  /// - Throws: `CryptographyFailure` when this OpenSSL has no SM3.
  package static func digest(_ bytes: [UInt8]) throws(CryptographyFailure) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: length)
    guard let algorithm = algorithm.pointer,
      EVP_Digest(bytes, bytes.count, &result, nil, algorithm, nil) == 1
    else { throw CryptographyFailure("SM3") }
    return result
  }

  /// The digest of the UTF-8 of `text` in lower-case hexadecimal.
  ///
  /// - Throws: `CryptographyFailure` when this OpenSSL has no SM3.
  package static func hexDigest(_ text: String) throws(CryptographyFailure) -> String {
    try Hexadecimal.text(digest(Array(text.utf8)))
  }
}
