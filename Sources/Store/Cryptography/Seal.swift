/// Keeps single values secret in a database: SM4-CBC, and HMAC-SM3 over what it gives.
///
/// OpenSSL 3.0 has no authenticated mode of SM4, so the two are joined as encrypt-then-MAC. A
/// sealed value is bound to its place (type, field and party): moved elsewhere it does not open.
///
/// Layout: version 1 (1 byte) · vector (16) · cipher text · code (first 16 bytes of HMAC-SM3 over
/// the place and all that stands before).
package struct Seal: Sendable {
  private static let version: UInt8 = 1
  private static let codeLength = 16
  /// Bytes of a `fingerprint`.
  package static let fingerprintLength = 16

  private let vectors = RandomVectors(length: SM4CBC.blockLength)
  private let cipher: SM4CBC
  private let authentication: HMACSM3
  private let lookup: HMACSM3
  /// Tells one master key from another without telling anything about it.
  package let check: [UInt8]

  /// Derives a key per purpose from a master key of 32 bytes, by HKDF-Expand (RFC 5869, 2.3) with
  /// SM3; one block of it is as long as any key here.
  package init(masterKey: [UInt8]) throws(CryptographyFailure) {
    let master = try HMACSM3(key: masterKey)
    func derive(_ purpose: String) throws(CryptographyFailure) -> [UInt8] {
      try master.code(Array("gongjiang \(purpose)".utf8) + [1])
    }
    cipher = try SM4CBC(key: Array(derive("cipher").prefix(SM4CBC.keyLength)))
    authentication = try HMACSM3(key: derive("authentication"))
    lookup = try HMACSM3(key: derive("lookup"))
    check = try derive("check")
  }

  /// Seals a text.
  ///
  /// - Parameters:
  ///   - text: what is to be kept secret.
  ///   - place: where it will stand, as `person.idNumber/p1`.
  /// - Returns: the sealed form, different at every call.
  /// - Throws: `CryptographyFailure` when the library fails.
  package func seal(_ text: String, at place: String) throws(CryptographyFailure) -> [UInt8] {
    let vector = try vectors.next()
    var sealed = [Seal.version]
    sealed.reserveCapacity(text.utf8.count + 3 * SM4CBC.blockLength + 1)
    sealed += vector
    sealed += try cipher.encrypt(Array(text.utf8), vector: vector)
    sealed += try code(sealed, place)
    return sealed
  }

  /// - Returns: the text, or `nil` when the bytes were not sealed with this key for this place.
  package func open(_ sealed: [UInt8], at place: String) throws(CryptographyFailure) -> String? {
    let bodyLength = sealed.count - Seal.codeLength
    guard bodyLength > SM4CBC.blockLength, sealed[0] == Seal.version else { return nil }
    let body = Array(sealed.prefix(bodyLength))
    guard try ConstantTime.equal(code(body, place), sealed.suffix(Seal.codeLength)) else {
      return nil
    }
    let plain = cipher.decrypt(
      Array(body.dropFirst(1 + SM4CBC.blockLength)),
      vector: Array(body[1...SM4CBC.blockLength]))
    return plain.flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// A keyed hash by which a value is found again without being opened.
  ///
  /// - Parameters:
  ///   - text: the value as people write it.
  ///   - field: what kind of value it is, as `person.idNumber`.
  /// - Returns: the same for equal texts of one field; without the key nobody can try texts out.
  /// - Throws: `CryptographyFailure` when the library fails.
  package func fingerprint(_ text: String, of field: String) throws(CryptographyFailure) -> [UInt8]
  {
    try Array(lookup.code(Array("\(field)\u{0}\(text)".utf8)).prefix(Seal.fingerprintLength))
  }

  private func code(_ body: [UInt8], _ place: String) throws(CryptographyFailure) -> [UInt8] {
    try Array(authentication.code(Array(place.utf8) + [0] + body).prefix(Seal.codeLength))
  }
}
