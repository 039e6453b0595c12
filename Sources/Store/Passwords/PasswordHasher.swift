import CSodium
import Dispatch

/// Hashes passwords with argon2id (RFC 9106), salted, in the text form that carries its own cost.
///
/// Blocks the calling thread for as long as the cost says. Only so many run at a time, whoever
/// asks, that a crowd at the door waits instead of taking all memory.
package final class PasswordHasher: Sendable {
  package let cost: HashingCost
  private let places: DispatchSemaphore

  /// Starts the library.
  ///
  /// - Parameters:
  ///   - cost: of new hashes; old ones are verified at the cost they were made with.
  ///   - atOnce: how many may run at a time; each takes the memory of its cost.
  /// - Throws: `PasswordFailure.unavailable`.
  package init(
    cost: HashingCost = .interactive, atOnce: Int = 4
  ) throws(PasswordFailure) {
    // 1 says that it was started before.
    guard sodium_init() >= 0 else { throw .unavailable }
    self.cost = cost
    places = DispatchSemaphore(value: max(1, atOnce))
  }

  /// Makes the hash of a password.
  ///
  /// - Parameter password: its UTF-8 counts, whatever it holds.
  /// - Returns: fewer than 128 ASCII characters, other ones at every call.
  /// - Throws: `PasswordFailure.noMemory`.
  package func hash(_ password: String) throws(PasswordFailure) -> String {
    var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
    let status = holdingPlace {
      PasswordHasher.withCharacters(of: password) { start, count in
        crypto_pwhash_str(&text, start, count, cost.passes, cost.memory)
      }
    }
    guard status == 0 else { throw .noMemory(bytes: cost.memory) }
    return String(
      decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether a hash was made of this password. A text that is no hash was made of none, and a
  /// machine without memory lets nobody in.
  package func verify(_ password: String, against hash: String) -> Bool {
    // The library reads up to a NUL; one within the text would hide what follows.
    guard hash.utf8.count < crypto_pwhash_strbytes(), !hash.utf8.contains(0) else { return false }
    return holdingPlace {
      PasswordHasher.withCharacters(of: password) { start, count in
        crypto_pwhash_str_verify(hash, start, count)
      }
    } == 0
  }

  /// Whether a hash was made at another cost than new ones are, and is to be made anew when the
  /// password is at hand; also when it is none at all.
  package func needsRehash(_ hash: String) -> Bool {
    crypto_pwhash_str_needs_rehash(hash, cost.passes, cost.memory) != 0
  }

  private func holdingPlace(_ work: () -> Int32) -> Int32 {
    places.wait()
    defer { places.signal() }
    return work()
  }

  private static func withCharacters(
    of password: String, _ body: (UnsafePointer<CChar>, UInt64) -> Int32
  ) -> Int32 {
    var password = password
    // Safe: the library reads `count` bytes within the call and keeps none.
    return password.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        // An empty text may have no address.
        $0.baseAddress.map { body($0, UInt64(bytes.count)) } ?? body("", 0)
      }
    }
  }
}
