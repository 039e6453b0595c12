package import Core

/// Why a request is not served: the status, what is wrong, and what to do.
package struct Refusal: Error, Sendable {
  package let status: Status
  package let message: Bilingual
  package let advice: Bilingual
  /// Fields the status requires, such as `Allow`.
  package var headers: Headers

  package init(_ status: Status, message: Bilingual, advice: Bilingual, headers: Headers = [:]) {
    self.status = status
    self.message = message
    self.advice = advice
    self.headers = headers
  }

  /// How a refusal looks to its reader.
  package typealias Page = @Sendable (Refusal, RefusedRequest) -> Response

  /// The refusal as plain text in both languages, for clients that nobody renders a page for.
  package var plainResponse: Response {
    let text = """
      \(message.zh)\(advice.zh)
      \(message.en) \(advice.en)

      """
    return Response(
      status, type: .plainText, text: text, headers: headers)
  }
}

/// What is known of a request that is refused: perhaps no more than how it was written.
package struct RefusedRequest: Sendable {
  /// The path or what stands in its place, undecoded.
  package let target: String
  package let acceptLanguage: String?

  init(_ request: Request) {
    target = request.path
    acceptLanguage = request.headers["Accept-Language"]
  }

  init(_ head: RequestHead) {
    target = String(decoding: head.target, as: UTF8.self)
    acceptLanguage = head.fields.first { field in
      field.name.map(\.asciiLowercased) == Array("accept-language".utf8)
    }.map { String(decoding: $0.value, as: UTF8.self) }
  }
}
