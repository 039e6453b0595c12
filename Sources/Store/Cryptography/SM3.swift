import COpenSSL
import Synchronization

/// The national hash function (GB/T 32905-2016): 32 bytes.
package enum SM3 {
  package static let length = 32

  /// Looked up and set up once: OpenSSL searches its providers for every use otherwise.
  private static let shared = Mutex(Context())

  /// The library's algorithm and context, kept for the life of the process.
  // Only ever touched under the lock that holds it.
  private struct Context: ~Copyable, @unchecked Sendable {
    let algorithm = EVP_MD_fetch(nil, "SM3", nil)
    let pointer = EVP_MD_CTX_new()

    func digest(_ bytes: [UInt8], into result: inout [UInt8]) -> Bool {
      guard let algorithm, let pointer else { return false }
      return EVP_DigestInit_ex2(pointer, algorithm, nil) == 1
        && EVP_DigestUpdate(pointer, bytes, bytes.count) == 1
        && EVP_DigestFinal_ex(pointer, &result, nil) == 1
    }
  }

  /// The digest of `bytes`.
  ///
  /// - Throws: `CryptographyFailure` when this OpenSSL has no SM3.
  package static func digest(_ bytes: [UInt8]) throws(CryptographyFailure) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: length)
    guard shared.withLock({ $0.digest(bytes, into: &result) }) else {
      throw CryptographyFailure("SM3")
    }
    return result
  }

  /// The digest of the UTF-8 of `text` in lower-case hexadecimal.
  ///
  /// - Throws: `CryptographyFailure` when this OpenSSL has no SM3.
  package static func hexDigest(_ text: String) throws(CryptographyFailure) -> String {
    try Hexadecimal.text(digest(Array(text.utf8)))
  }
}
