import Synchronization

/// Random vectors of a cipher, drawn from OpenSSL many at a time: each call has a price of its own.
final class RandomVectors: Sendable {
  private let length: Int
  private let drawn = Mutex<[UInt8]>([])
  private static let atOnce = 256

  /// - Parameter length: bytes of a vector.
  init(length: Int) { self.length = length }

  /// A vector that was never given before.
  ///
  /// - Throws: `CryptographyFailure` when the system has no randomness to give.
  func next() throws(CryptographyFailure) -> [UInt8] {
    try drawn.withLock { (drawn) throws(CryptographyFailure) in
      if drawn.isEmpty { drawn = try RandomBytes.make(length * RandomVectors.atOnce) }
      let vector = Array(drawn.suffix(length))
      drawn.removeLast(length)
      return vector
    }
  }
}
