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
