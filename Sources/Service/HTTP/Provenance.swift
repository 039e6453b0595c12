/// Where a request comes from, and whether it travelled encrypted.
struct Provenance: Sendable, Equatable {
  let client: IPAddress
  let isSecure: Bool

  /// What the other end of the connection says of itself, and where it is a trusted proxy what that
  /// says of others: `X-Forwarded-For`, the last address in it that is no such proxy, and
  /// `X-Forwarded-Proto`. `Forwarded` (RFC 7239) is not read: a proxy that does not set it passes
  /// on whatever a client has written there.
  init(
    peer: IPAddress, fields: [(name: [UInt8], value: [UInt8])], trusting proxies: TrustedProxies
  ) {
    guard proxies.contains(peer) else {
      self.init(client: peer, isSecure: false)
      return
    }
    var client = peer
    // From the end, where the nearest proxy has written; further on anybody may have.
    for entry in Self.list("x-forwarded-for", fields).reversed() {
      guard let address = IPAddress(entry) else { break }
      client = address
      if !proxies.contains(address) { break }
    }
    let scheme = Self.list("x-forwarded-proto", fields).last
    self.init(client: client, isSecure: scheme?.lowercased() == "https")
  }

  init(client: IPAddress, isSecure: Bool) {
    self.client = client
    self.isSecure = isSecure
  }

  /// The elements of every field of the name, one after the other (RFC 9110, 5.3).
  private static func list(
    _ name: String, _ fields: [(name: [UInt8], value: [UInt8])]
  ) -> [String] {
    fields.filter { $0.name.map(\.asciiLowercased).elementsEqual(name.utf8) }
      .flatMap { $0.value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) }
      .map { element in
        String(decoding: element, as: UTF8.self).filter { $0 != " " && $0 != "\t" }
      }
  }
}
