/// The status codes that the service answers with (RFC 9110, 15; RFC 6585, 5).
package enum Status: Int, Sendable, CaseIterable {
  case ok = 200
  case seeOther = 303
  case permanentRedirect = 308
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case requestTimeout = 408
  case conflict = 409
  case gone = 410
  case contentTooLarge = 413
  case uriTooLong = 414
  case unsupportedMediaType = 415
  case misdirectedRequest = 421
  case unprocessableContent = 422
  case tooManyRequests = 429
  case headerFieldsTooLarge = 431
  case internalServerError = 500
  case serviceUnavailable = 503
}
