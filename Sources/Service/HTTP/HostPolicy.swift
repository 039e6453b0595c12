/// Under which host names the service answers. A page of another site can make a browser send
/// requests here under a name of its own that resolves to this machine (DNS rebinding); such
/// requests carry that name, so the names are a closed list.
package struct HostPolicy: Sendable {
  /// `nil` for those of this machine for itself.
  let names: Set<String>?

  private init(names: Set<String>?) { self.names = names }

  /// The names of this machine for itself (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3).
  package static let loopback = HostPolicy(names: nil)

  /// These names and no other, not even those of this machine for itself.
  ///
  /// - Parameter names: host names or addresses, those of IPv6 in brackets; at least one.
  /// - Throws: `ListenError` HTTP007 for what can be no host name, or for none.
  package init(names: [String]) throws(ListenError) {
    for name in names where !Self.isHostName(name.lowercased()) { throw .badHostName(name) }
    guard !names.isEmpty else { throw .badHostName("") }
    self.init(names: Set(names.map { $0.lowercased() }))
  }

  /// Whether nobody but this machine can mean it by any of the names.
  package var isLoopback: Bool { names?.allSatisfy(Self.isLoopback) ?? true }

  /// Whether an authority, `name` or `name:port`, is one of the names. The port is left open: a
  /// tunnel may stand in between.
  func accepts(authority: String) -> Bool {
    var name = Substring(authority)
    if let colon = name.lastIndex(of: ":"), !name.hasSuffix("]") {
      guard name[name.index(after: colon)...].utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return false }
      name = name[..<colon]
    }
    let plain = name.lowercased()
    return names?.contains(plain) ?? Self.isLoopback(plain)
  }

  private static func isLoopback(_ name: String) -> Bool {
    name == "localhost" || address(name)?.isLoopback == true
  }

  private static func address(_ name: String) -> IPAddress? {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return IPAddress(name.dropFirst().dropLast()).flatMap { $0.isV6 ? $0 : nil }
    }
    return IPAddress(name).flatMap { $0.isV6 ? nil : $0 }
  }

  /// Labels of letters, digits and hyphens (RFC 1123, 2.1); names in other scripts in their `xn--`
  /// form, as browsers send them.
  private static func isHostName(_ name: String) -> Bool {
    if address(name) != nil { return true }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return name.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
          }
      }
  }
}
