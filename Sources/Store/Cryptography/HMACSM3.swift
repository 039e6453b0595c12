import COpenSSL
import Synchronization

/// A keyed hash: HMAC (RFC 2104) with SM3, 32 bytes.
///
/// Safe to use from any thread; the context is keyed once and used by one at a time.
package final class HMACSM3: Sendable {
  private let context: Mutex<Context>

  /// The library's context, freed with its owner.
  // Only ever touched under the lock that holds it.
  private struct Context: ~Copyable, @unchecked Sendable {
    let pointer: OpaquePointer

    deinit { EVP_MAC_CTX_free(pointer) }
  }

  /// - Parameter key: of any length; 32 bytes are as strong as the hash.
  /// - Throws: `CryptographyFailure` when this OpenSSL cannot do it.
  package init(key: [UInt8]) throws(CryptographyFailure) {
    guard let algorithm = EVP_MAC_fetch(nil, "HMAC", nil) else {
      throw CryptographyFailure("HMAC-SM3")
    }
    defer { EVP_MAC_free(algorithm) }
    guard let pointer = EVP_MAC_CTX_new(algorithm) else {
      throw CryptographyFailure("HMAC-SM3")
    }
    let context = Context(pointer: pointer)
    var digest = Array("SM3".utf8CString)
    // Safe: the parameters, and the name they point to, are read only within the call.
    let status = digest.withUnsafeMutableBufferPointer { name in
      let parameters = [
        OSSL_PARAM_construct_utf8_string("digest", name.baseAddress, 0),
        OSSL_PARAM_construct_end(),
      ]
      return EVP_MAC_init(context.pointer, key, key.count, parameters)
    }
    guard status == 1 else { throw CryptographyFailure("HMAC-SM3") }
    self.context = Mutex(context)
  }

  /// The code of the bytes, 32 bytes.
  ///
  /// - Throws: `CryptographyFailure` when the library fails.
  package func code(_ bytes: [UInt8]) throws(CryptographyFailure) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: SM3.length)
    let isDone = context.withLock { context in
      var length = 0
      // Without a key the context begins anew with the one it has.
      return EVP_MAC_init(context.pointer, nil, 0, nil) == 1
        && EVP_MAC_update(context.pointer, bytes, bytes.count) == 1
        && EVP_MAC_final(context.pointer, &result, &length, result.count) == 1
        && length == SM3.length
    }
    guard isDone else { throw CryptographyFailure("HMAC-SM3") }
    return result
  }
}
