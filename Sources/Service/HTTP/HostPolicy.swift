/// Under which host names the service answers. A page of another site can make a browser send
/// requests here under a name of its own that resolves to this machine (DNS rebinding); such
/// requests carry that name, so the names are a closed list.
package struct HostPolicy: Sendable {
  private let accepts: @Sendable (String) -> Bool

  package init(_ accepts: @escaping @Sendable (_ name: String) -> Bool) { self.accepts = accepts }

  /// The names of this machine for itself (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3).
  package static let loopback = HostPolicy { name in
    name == "localhost" || name == "[::1]" || IPv4Address(name)?.isLoopback == true
  }

  /// Whether an authority, `name` or `name:port`, is one of the names. The port is left open: a
  /// tunnel may stand in between.
  func accepts(authority: String) -> Bool {
    var name = Substring(authority)
    if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") {
      guard name[name.index(after: colon)...].utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return false }
      name = name[..<colon]
    }
    return accepts(name.lowercased())
  }
}

/// An IPv4 address in dotted decimals, four of them and no leading zeros.
struct IPv4Address: Equatable {
  let octets: [UInt8]

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.first == "0" && part.count > 1 || part.first == "+" ? nil : UInt8(part)
    }
    guard parts.count == 4, numbers.count == 4 else { return nil }
    octets = numbers
  }

  var isLoopback: Bool { octets.first == 127 }
}
