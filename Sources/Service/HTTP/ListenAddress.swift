import Core

/// Where the service listens: an address of this machine, and a port.
///
/// Unless people have to sign in, only an address of this machine for itself is taken: whoever
/// reaches the service may use it, and what it shows is about persons.
package struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
  /// In its shortest form: `127.0.0.1` or `::1`; `0.0.0.0` and `::` are all addresses of the
  /// machine.
  package let host: String
  /// 0 lets the system choose.
  package let port: UInt16

  /// `127.0.0.1:8080`.
  package static let standard = ListenAddress(host: "127.0.0.1", port: 8_080)

  init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Reads `127.0.0.1:8080`, `localhost:8080`, `[::1]:8080`, or a port alone, which is one of this
  /// machine for itself.
  ///
  /// - Parameters:
  ///   - text: as it was written.
  ///   - hasSignIn: whether nobody sees personal data without signing in; then other addresses of
  ///     the machine are taken as well.
  /// - Throws: `ListenError`: HTTP001 malformed, HTTP002 not this machine's own address.
  package init(_ text: String, hasSignIn: Bool = false) throws(ListenError) {
    let colon = text.lastIndex(of: ":")
    let host = colon.map { String(text[..<$0]) } ?? "localhost"
    let digits = colon.map { text[text.index(after: $0)...] } ?? text[...]
    guard !host.isEmpty, let port = Self.port(digits) else { throw .malformed(text) }
    guard host.lowercased() != "localhost" else {
      self.init(host: "127.0.0.1", port: port)
      return
    }
    guard let address = Self.address(host) else {
      throw hasSignIn ? .malformed(text) : .notLoopback(host)
    }
    guard hasSignIn || address.isLoopback else { throw .notLoopback(host) }
    self.init(host: address.description, port: port)
  }

  /// Whether no other machine can reach it.
  package var isLoopback: Bool { IPAddress(host)?.isLoopback == true }

  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  private static func address(_ host: String) -> IPAddress? {
    guard host.hasPrefix("["), host.hasSuffix("]") else {
      return IPAddress(host).flatMap { $0.isV6 ? nil : $0 }
    }
    return IPAddress(host.dropFirst().dropLast()).flatMap { $0.isV6 ? $0 : nil }
  }

  private static func port(_ digits: Substring) -> UInt16? {
    guard (1...5).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return UInt16(digits)
  }
}
