/// One request, complete and checked: nothing of it is left to decode or to doubt.
package struct Request: Sendable {
  package let method: Method
  /// The decoded path's segments: `/zh/政策` has two, `/` has one empty one.
  package let segments: [String]
  package let query: FormFields
  package let headers: Headers
  package let body: [UInt8]
  /// Who sent it: the other end of the connection, or whom a trusted proxy names.
  package let client: IPAddress
  /// Whether it came by HTTPS, as a trusted proxy says.
  package let isSecure: Bool
  /// What the route's pattern took from the path, by name.
  package var parameters: [String: String] = [:]

  /// A request from this machine.
  ///
  /// - Parameters:
  ///   - method: what is to be done.
  ///   - target: as it stands on the request line: encoded path, and query.
  ///   - headers: further fields.
  ///   - body: what was sent.
  ///   - isSecure: whether it shall have come by HTTPS.
  /// - Throws: `Refusal` when the target is malformed.
  package init(
    _ method: Method, _ target: String, headers: Headers = [:], body: [UInt8] = [],
    isSecure: Bool = false
  ) throws(Refusal) {
    self.init(
      method, try RequestTarget(Array(target.utf8)), headers: headers, body: body,
      origin: Provenance(client: .loopback, isSecure: isSecure))
  }

  init(
    _ method: Method, _ target: RequestTarget, headers: Headers, body: [UInt8], origin: Provenance
  ) {
    self.method = method
    segments = target.segments
    query = target.query
    self.headers = headers
    self.body = body
    client = origin.client
    isSecure = origin.isSecure
  }

  /// The path, encoded again, for links back to it.
  package var path: String {
    "/" + segments.map(PercentEncoding.encode).joined(separator: "/")
  }

  /// The value of a cookie that `Response.setCookie` has set for requests like this one.
  package func cookie(_ name: String) -> String? {
    cookies[Response.cookieName(name, isSecure: isSecure)]
  }

  /// Cookies by name; of several with one name the first (RFC 6265, 4.2).
  package var cookies: [String: String] {
    var cookies: [String: String] = [:]
    for header in headers.all("Cookie") {
      for pair in header.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { continue }
        let name = String(parts[0].drop { $0 == " " })
        if cookies[name] == nil { cookies[name] = String(parts[1]) }
      }
    }
    return cookies
  }
}
