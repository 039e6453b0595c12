/// A request method (RFC 9110, 9); case matters, as the standard has it.
package struct Method: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package static let get = Method(rawValue: "GET")
  package static let head = Method(rawValue: "HEAD")
  package static let post = Method(rawValue: "POST")

  /// Whether the method only reads (RFC 9110, 9.2.1).
  package var isSafe: Bool {
    ["GET", "HEAD", "OPTIONS", "TRACE"].contains(rawValue)
  }
}
