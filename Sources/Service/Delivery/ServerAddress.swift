import Foundation

/// Where letters are handed over: a scheme, a host, perhaps a port and a path.
struct ServerAddress: Sendable, Equatable {
  let scheme: String
  let text: String
  /// Whether the host is this machine, by its number: names can be made to mean anything.
  let isLoopback: Bool

  /// Reads the address of a server of mail: `smtp://host:587`, `smtps://host`.
  static func mail(_ text: String) throws(DeliveryProblem) -> ServerAddress {
    guard let address = ServerAddress(text, ["smtp", "smtps"], hasPath: false) else {
      throw .notAMailServer(text)
    }
    return address
  }

  /// Reads the address of a gateway: `https://host/path`; `http` on this machine alone.
  static func hook(_ text: String) throws(DeliveryProblem) -> ServerAddress {
    guard let address = ServerAddress(text, ["http", "https"], hasPath: true) else {
      throw .notAGateway(text)
    }
    guard address.isLoopback || address.scheme == "https" else { throw .gatewayInClear(text) }
    return address
  }

  private init?(_ text: String, _ schemes: [String], hasPath: Bool) {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      var parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
      schemes.contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty,
      parts.user == nil, parts.password == nil, parts.fragment == nil,
      parts.port.map({ (1...65_535).contains($0) }) ?? true
    else { return nil }
    parts.scheme = scheme
    if host == "localhost" { parts.host = "127.0.0.1" }
    if !hasPath {
      guard ["", "/"].contains(parts.path), parts.query == nil else { return nil }
      parts.path = ""
    }
    guard let url = parts.string else { return nil }
    self.scheme = scheme
    self.text = url
    isLoopback = Self.isLoopback(host)
  }

  private static func isLoopback(_ host: String) -> Bool {
    if ["localhost", "::1", "[::1]"].contains(host) { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127"
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && UInt8(part) != nil
      }
  }
}
