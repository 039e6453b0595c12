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

  /// Adds a cookie that scripts cannot read and other sites' forms do not carry (RFC 6265bis).
  package mutating func setCookie(_ name: String, _ value: String, maxAge seconds: Int) {
    headers.add(
      "Set-Cookie", "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax")
  }
}
