import COpenSSL
import Synchronization

/// The national block cipher (GB/T 32907-2016) in CBC mode with PKCS #7 padding (GB/T 17964).
///
/// Secrecy only: whoever stores what it gives adds a code over it, as `Seal` does.
package final class SM4CBC: Sendable {
  package static let keyLength = 16
  package static let blockLength = 16

  private let key: [UInt8]
  private let context: Mutex<Context>

  /// The library's context, freed with its owner.
  // Only ever touched under the lock that holds it.
  private struct Context: ~Copyable, @unchecked Sendable {
    let pointer: OpaquePointer

    deinit { EVP_CIPHER_CTX_free(pointer) }
  }

  /// - Parameter key: 16 bytes.
  /// - Throws: `CryptographyFailure` for a key of another length, or without memory.
  package init(key: [UInt8]) throws(CryptographyFailure) {
    guard key.count == SM4CBC.keyLength, let pointer = EVP_CIPHER_CTX_new() else {
      throw CryptographyFailure("SM4-CBC")
    }
    self.key = key
    context = Mutex(Context(pointer: pointer))
  }

  /// Makes the cipher text.
  ///
  /// - Parameters:
  ///   - plain: what is to be kept secret.
  ///   - vector: 16 bytes, random and never used twice with the key.
  /// - Returns: `plain` filled up to whole blocks, always by at least a byte.
  /// - Throws: `CryptographyFailure` for a vector of another length, or when the library fails.
  package func encrypt(
    _ plain: [UInt8], vector: [UInt8]
  ) throws(CryptographyFailure) -> [UInt8] {
    guard let result = run(plain, vector, encrypting: true) else {
      throw CryptographyFailure("SM4-CBC")
    }
    return result
  }

  /// - Returns: `nil` when the bytes are no cipher text of this key and vector.
  package func decrypt(_ cipher: [UInt8], vector: [UInt8]) -> [UInt8]? {
    run(cipher, vector, encrypting: false)
  }

  private func run(_ input: [UInt8], _ vector: [UInt8], encrypting: Bool) -> [UInt8]? {
    guard vector.count == SM4CBC.blockLength else { return nil }
    var output = [UInt8](repeating: 0, count: input.count + SM4CBC.blockLength)
    let length = context.withLock { context -> Int? in
      var written: Int32 = 0
      var rest: Int32 = 0
      guard
        EVP_CipherInit_ex(context.pointer, EVP_sm4_cbc(), nil, key, vector, encrypting ? 1 : 0)
          == 1,
        EVP_CipherUpdate(context.pointer, &output, &written, input, Int32(input.count)) == 1
      else { return nil }
      // Safe: the update wrote `written` bytes of the buffer, and one block more has room.
      let isDone = output.withUnsafeMutableBufferPointer { buffer in
        buffer.baseAddress.map {
          EVP_CipherFinal_ex(context.pointer, $0 + Int(written), &rest) == 1
        } ?? false
      }
      return isDone ? Int(written + rest) : nil
    }
    guard let length else { return nil }
    output.removeLast(output.count - length)
    return output
  }
}
