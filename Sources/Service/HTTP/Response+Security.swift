extension Response {
  /// The response with the fields that every one of them carries. A field the handler has set
  /// itself stays.
  ///
  /// - Parameter isSecure: whether the request came by HTTPS: then browsers shall never use less.
  /// - Returns: the response.
  func secured(isSecure: Bool) -> Response {
    var response = self
    if isSecure, response.headers["Strict-Transport-Security"] == nil {
      response.headers.add("Strict-Transport-Security", "max-age=31536000")
    }
    for (name, value) in Self.securityFields where response.headers[name] == nil {
      response.headers.add(name, value)
    }
    return response
  }

  /// Nothing inline, nothing from elsewhere, no framing, no sniffing, no referrer; and nothing is
  /// stored unless a handler says so, because most pages speak about one person.
  private static let securityFields = [
    (
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
  ]
}
