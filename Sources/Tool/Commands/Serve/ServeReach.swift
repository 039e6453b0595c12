import HTTP

/// From where the site can be reached: where it listens, under which names, and whose word counts.
struct ServeReach {
  let address: ListenAddress
  let hosts: HostPolicy
  let proxies: TrustedProxies
  /// The first of the names.
  private let publicName: String?
  private let hasProxy: Bool

  /// - Parameters:
  ///   - arguments: of `serve`.
  ///   - hasSignIn: whether nobody sees personal data without signing in. Else the site stays on this
  ///     machine, also behind a proxy that would carry it to others.
  /// - Throws: `ListenError`.
  init(_ arguments: Arguments, hasSignIn: Bool) throws(ListenError) {
    address =
      if let text = arguments[.listen] {
        try ListenAddress(text, hasSignIn: hasSignIn)
      } else {
        .standard
      }
    let names = arguments[.hosts].map(Self.parts)
    hosts = if let names { try HostPolicy(names: names) } else { .loopback }
    if !hasSignIn, !hosts.isLoopback {
      throw .publicWithoutSignIn(names?.joined(separator: ", ") ?? "")
    }
    publicName = names?.first
    hasProxy = arguments.has(.trustedProxies)
    proxies = try TrustedProxies(arguments[.trustedProxies].map(Self.parts) ?? [])
  }

  /// Whether nobody but this machine can open the site, as far as it can know.
  var isThisMachineAlone: Bool { address.isLoopback && hosts.isLoopback && !hasProxy }

  /// What links that are sent to people begin with: the public name, by HTTPS behind a proxy; else
  /// the address where the service listens.
  func site(_ served: ListenAddress) -> String {
    guard let publicName else { return "http://\(served)" }
    return hasProxy ? "https://\(publicName)" : "http://\(publicName):\(served.port)"
  }

  private static func parts(_ list: String) -> [String] {
    list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
