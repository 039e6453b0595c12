import Core

/// Where the service listens: an address of this machine for itself, and a port.
///
/// Anything else is refused until people can sign in: whoever reaches the service may use it, and
/// what it shows is about persons.
package struct ListenAddress: Sendable, Equatable, CustomStringConvertible {
  /// Of the loopback network, in its shortest form: `127.0.0.1` or `::1`.
  package let host: String
  /// 0 lets the system choose.
  package let port: UInt16

  /// `127.0.0.1:8080`.
  package static let standard = ListenAddress(host: "127.0.0.1", port: 8_080)

  init(host: String, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Reads `127.0.0.1:8080`, `localhost:8080`, `[::1]:8080`, or a port alone.
  /// - Throws: `ListenError`: HTTP001 malformed, HTTP002 not this machine's own address.
  package init(_ text: String) throws(ListenError) {
    let colon = text.lastIndex(of: ":")
    let host = colon.map { String(text[..<$0]) } ?? "localhost"
    let digits = colon.map { text[text.index(after: $0)...] } ?? text[...]
    guard !host.isEmpty, let port = Self.port(digits) else { throw Self.malformed(text) }
    switch host.lowercased() {
    case "localhost": self.init(host: "127.0.0.1", port: port)
    case "[::1]": self.init(host: "::1", port: port)
    case let name where IPv4Address(name)?.isLoopback == true: self.init(host: name, port: port)
    default: throw Self.notLoopback(host)
    }
  }

  package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  private static func port(_ digits: Substring) -> UInt16? {
    guard (1...5).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return UInt16(digits)
  }

  private static func malformed(_ text: String) -> ListenError {
    ListenError(
      "HTTP001",
      message: Bilingual(
        zh: "监听地址“\(text)”写得不对。", en: "“\(text)” is not an address to listen on."),
      advice: Bilingual(
        zh: "请写成“地址:端口”，端口为 0 到 65535，例如 127.0.0.1:8080。",
        en: "Write address:port with a port from 0 to 65535, for example 127.0.0.1:8080."))
  }

  private static func notLoopback(_ host: String) -> ListenError {
    ListenError(
      "HTTP002",
      message: Bilingual(
        zh: "不能在“\(host)”上监听：服务还没有登录功能，别的机器一旦连上就能看到个人信息。",
        en: "Refused to listen on “\(host)”: there is no sign-in yet, so any machine that "
          + "reached the service would see personal data."),
      advice: Bilingual(
        zh: "请使用本机地址，例如 127.0.0.1:8080。",
        en: "Use an address of this machine alone, for example 127.0.0.1:8080."))
  }
}
