/// What a handler answers.
package struct Response: Sendable {
  package var status: Status
  package var headers: Headers
  package var body: [UInt8]

  package init(_ status: Status, headers: Headers = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// Media types that the service sends.
  package enum ContentType: String, Sendable {
    case html = "text/html; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case javascript = "text/javascript; charset=utf-8"
    case plainText = "text/plain; charset=utf-8"
    case json = "application/json"
    case svg = "image/svg+xml"
  }

  package init(
    _ status: Status = .ok, type: ContentType, text: String, headers: Headers = [:]
  ) {
    self.init(status, headers: headers, body: Array(text.utf8))
    self.headers["Content-Type"] = type.rawValue
  }

  /// Sends the reader on with GET, as after every accepted form (RFC 9110, 15.4.4).
  package static func seeOther(_ location: String) -> Response {
    Response(.seeOther, headers: ["Location": location])
  }

  /// Adds a cookie that scripts cannot read and other sites' forms do not carry (RFC 6265bis, 4.1).
  /// By HTTPS it is `Secure`, and its name says that no other host has set it. `request.cookie`
  /// reads it again.
  ///
  /// - Parameters:
  ///   - name: without the prefix.
  ///   - value: characters that a cookie may hold.
  ///   - seconds: how long the browser keeps it; 0 deletes it.
  ///   - request: the one that is answered.
  package mutating func setCookie(
    _ name: String, _ value: String, maxAge seconds: Int, answering request: Request
  ) {
    headers.add(
      "Set-Cookie",
      "\(Response.cookieName(name, isSecure: request.isSecure))=\(value); Path=/; "
        + "Max-Age=\(seconds); HttpOnly; SameSite=Lax" + (request.isSecure ? "; Secure" : ""))
  }

  /// The prefix makes browsers refuse it from anybody but this host, by HTTPS (RFC 6265bis, 4.1.3).
  static func cookieName(_ name: String, isSecure: Bool) -> String {
    isSecure ? "__Host-" + name : name
  }
}
