package import Cryptography

extension Registry {
  /// A code that only whoever has the key of this registry can make of a text.
  ///
  /// - Parameters:
  ///   - text: what is authenticated.
  ///   - purpose: what for; the same text gives other codes for other purposes.
  /// - Returns: 16 bytes of HMAC-SM3.
  /// - Throws: `CryptographyFailure`.
  package func authentication(
    of text: String, as purpose: String
  ) throws(CryptographyFailure) -> [UInt8] {
    try seal.fingerprint(text, of: "registry.\(purpose)")
  }
}
