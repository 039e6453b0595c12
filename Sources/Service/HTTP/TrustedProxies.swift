/// The reverse proxies whose word about a request is believed: who sent it, and by which scheme.
/// Anybody else can write the same fields, and is not.
package struct TrustedProxies: Sendable {
  private let addresses: Set<IPAddress>

  /// Nobody is believed.
  package static let none = TrustedProxies(addresses: [])

  private init(addresses: Set<IPAddress>) { self.addresses = addresses }

  /// - Parameter texts: the addresses from which the proxies connect.
  /// - Throws: `ListenError` HTTP010 for what is no address.
  package init(_ texts: [String]) throws(ListenError) {
    var addresses: Set<IPAddress> = []
    for text in texts {
      guard let address = IPAddress(text) else { throw .badProxy(text) }
      addresses.insert(address)
    }
    self.init(addresses: addresses)
  }

  func contains(_ address: IPAddress) -> Bool { addresses.contains(address) }
}
