import Glibc

/// The address of a machine, IPv4 or IPv6.
package struct IPAddress: Sendable, Hashable, CustomStringConvertible {
  /// Four or sixteen of them, in the order they travel.
  let bytes: [UInt8]

  /// The address of a machine for itself (RFC 1122, 3.2.1.3).
  package static let loopback = IPAddress(bytes: [127, 0, 0, 1])

  /// None: the unspecified address (RFC 4291, 2.5.2), which nobody connects from.
  static let unknown = IPAddress(bytes: [UInt8](repeating: 0, count: 16))

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// An IPv4 address that travels as an IPv6 one (RFC 4291, 2.5.5.2), as on a socket of both, is
  /// the IPv4 address.
  init?(raw: [UInt8]) {
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    guard raw.count == 4 || raw.count == 16 else { return nil }
    self.init(bytes: raw.count == 16 && raw.starts(with: mapped) ? Array(raw.suffix(4)) : raw)
  }

  /// Reads four decimals without leading zeros, or an IPv6 address (RFC 4291, 2.2) without brackets
  /// and without a zone.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    guard !text.utf8.contains(0) else { return nil }
    var raw = [UInt8](repeating: 0, count: 16)
    // The library takes no leading zeros and no shortened forms.
    if inet_pton(AF_INET, text, &raw) == 1 {
      self.init(raw: Array(raw.prefix(4)))
    } else if inet_pton(AF_INET6, text, &raw) == 1 {
      self.init(raw: raw)
    } else {
      return nil
    }
  }

  package var isV6: Bool { bytes.count == 16 }

  /// Whether it is this machine for itself.
  package var isLoopback: Bool {
    isV6 ? bytes == [UInt8](repeating: 0, count: 15) + [1] : bytes.first == 127
  }

  /// The shortest form (RFC 5952).
  package var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    inet_ntop(isV6 ? AF_INET6 : AF_INET, bytes, &text, socklen_t(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whom a limit counts: the address, of IPv6 its first 64 bits, since a single customer has all
  /// the addresses behind them.
  package var network: String {
    guard isV6 else { return description }
    let prefix = IPAddress(bytes: bytes.prefix(8) + [UInt8](repeating: 0, count: 8))
    return "\(prefix)/64"
  }
}
