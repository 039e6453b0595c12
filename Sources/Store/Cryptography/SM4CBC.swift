import COpenSSL
import Synchronization

/// The national block cipher (GB/T 32907-2016) in CBC mode with PKCS #7 padding (GB/T 17964).
///
/// Secrecy only: whoever stores what it gives adds a code over it, as `Seal` does.
package final class SM4CBC: Sendable {
  package static let keyLength = 16
  package static let blockLength = 16

  private let encryption: Mutex<Context>
  private let decryption: Mutex<Context>

  /// The library's context, with the key set, freed with its owner.
  // Only ever touched under the lock that holds it.
  private struct Context: ~Copyable, @unchecked Sendable {
    let pointer: OpaquePointer

    init(pointer: OpaquePointer) { self.pointer = pointer }

    static func keyed(_ key: [UInt8], encrypting: Bool) -> Context? {
      guard let pointer = EVP_CIPHER_CTX_new() else { return nil }
      let context = Context(pointer: pointer)
      let status = EVP_CipherInit_ex(
        context.pointer, EVP_sm4_cbc(), nil, key, nil, encrypting ? 1 : 0)
      guard status == 1 else { return nil }
      return context
    }

    deinit { EVP_CIPHER_CTX_free(pointer) }
  }

  /// - Parameter key: 16 bytes.
  /// - Throws: `CryptographyFailure` for a key of another length, or without memory.
  package init(key: [UInt8]) throws(CryptographyFailure) {
    guard key.count == SM4CBC.keyLength, let encryption = Context.keyed(key, encrypting: true),
      let decryption = Context.keyed(key, encrypting: false)
    else { throw CryptographyFailure("SM4-CBC") }
    self.encryption = Mutex(encryption)
    self.decryption = Mutex(decryption)
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
    guard let result = encryption.withLock({ SM4CBC.run($0, plain, vector) }) else {
      throw CryptographyFailure("SM4-CBC")
    }
    return result
  }

  /// - Returns: `nil` when the bytes are no cipher text of this key and vector.
  package func decrypt(_ cipher: [UInt8], vector: [UInt8]) -> [UInt8]? {
    decryption.withLock { SM4CBC.run($0, cipher, vector) }
  }

  private static func run(
    _ context: borrowing Context, _ input: [UInt8], _ vector: [UInt8]
  ) -> [UInt8]? {
    guard vector.count == blockLength else { return nil }
    var output = [UInt8](repeating: 0, count: input.count + blockLength)
    var written: Int32 = 0
    var rest: Int32 = 0
    // Without an algorithm and a key the context begins anew with those it has.
    guard EVP_CipherInit_ex(context.pointer, nil, nil, nil, vector, -1) == 1,
      EVP_CipherUpdate(context.pointer, &output, &written, input, Int32(input.count)) == 1
    else { return nil }
    // Safe: the update wrote `written` bytes of the buffer, and one block more has room.
    let isDone = output.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map {
        EVP_CipherFinal_ex(context.pointer, $0 + Int(written), &rest) == 1
      } ?? false
    }
    guard isDone else { return nil }
    output.removeLast(output.count - Int(written + rest))
    return output
  }
}
