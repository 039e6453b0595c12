import Core

/// A request while it arrives: checks the head, collects the body, gives the whole. Knows of no
/// socket; the server feeds it.
struct RequestAssembly {
  private let method: Method
  private let target: RequestTarget
  private let headers: Headers
  private let bodyLimit: Int
  private var body: [UInt8] = []
  private var received = 0
  private let declared: Int?
  let origin: Provenance
  /// For the case that the body is refused.
  let refused: RefusedRequest

  /// - Throws: `Refusal` for a head that is not served; the connection must then be closed, since
  ///   nobody knows where the next request begins.
  init(_ head: RequestHead, _ configuration: ServerConfiguration) throws(Refusal) {
    let limits = configuration.limits
    method = Method(rawValue: head.method)
    refused = RefusedRequest(head)
    origin = Provenance(peer: head.peer, fields: head.fields, trusting: configuration.proxies)
    headers = try head.headers()
    let framing = try Framing(headers, version: head.version)
    target = try RequestTarget(head.target)
    bodyLimit = limits.body
    let hosts = headers.all("Host")
    guard hosts.count == 1, let host = hosts.first else {
      throw .badHeader(.init(zh: "必须恰有一个 Host", en: "it must have exactly one Host"))
    }
    let authority = target.authority ?? host
    guard configuration.hosts.accepts(authority: authority) else {
      throw .wrongHost(configuration.hosts)
    }
    if !method.isSafe && isCrossSite(headers, authority: authority, isSecure: origin.isSecure) {
      throw .crossSite
    }
    switch framing {
    case .chunked: declared = nil
    case .declared(let length):
      declared = length
      let waits = headers["Expect"] != nil
      if length > (waits ? limits.body : limits.drainedBody) {
        throw .bodyTooLarge(limit: limits.body)
      }
    }
  }

  /// Takes the next bytes of the body; beyond the limit they are only counted.
  mutating func receive(_ bytes: some Collection<UInt8>) {
    received += bytes.count
    if received <= bodyLimit {
      body += bytes
    } else {
      body = []
    }
  }

  /// The request, when its body has come to an end.
  func finish() throws(Refusal) -> Request {
    guard received <= bodyLimit else { throw .bodyTooLarge(limit: bodyLimit) }
    if let declared, declared != received { throw .bodyIncomplete }
    return Request(method, target, headers: headers, body: body, origin: origin)
  }
}
