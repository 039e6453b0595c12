import Cryptography

/// What a browser carries to be known again: 256 random bits. Never taken from a client, only made
/// here; the store has its hash alone.
struct SessionToken: Sendable {
  /// Sixty-four hexadecimal digits, as they stand in the cookie.
  let text: String
  private let bytes: [UInt8]
  private static let length = 32

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    text = Hexadecimal.text(bytes)
  }

  /// A new one.
  static func make() throws(CryptographyFailure) -> SessionToken {
    SessionToken(bytes: try RandomBytes.make(length))
  }

  /// `nil` for what cannot be one; saves asking the store.
  init?(_ text: String) {
    guard text.utf8.count == 2 * SessionToken.length, let bytes = Hexadecimal.bytes(text) else {
      return nil
    }
    self.init(bytes: bytes)
  }

  /// What is kept. Without salt: nobody can guess what has 256 random bits.
  func hash() throws(CryptographyFailure) -> [UInt8] { try SM3.digest(bytes) }

  /// What forms of the session carry against those of other sites; tells nothing of the token, and
  /// is kept nowhere.
  func csrf() throws(CryptographyFailure) -> String {
    Hexadecimal.text(try HMACSM3(key: bytes).code(Array("csrf".utf8)))
  }
}
