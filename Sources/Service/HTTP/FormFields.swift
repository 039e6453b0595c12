/// Names and values of a query or a form, in the order they were sent.
package struct FormFields: Sendable {
  package var pairs: [(name: String, value: String)]

  package init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

  /// The first value with the name.
  package subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

  /// Every value with the name.
  package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// More pairs than any page of the service sends.
  static let maximum = 1_000

  /// Reads `application/x-www-form-urlencoded` (WHATWG URL, 5.1); `nil` when it is malformed or
  /// has too many pairs.
  package init?(urlEncoded bytes: some Collection<UInt8>) {
    pairs = []
    for pair in bytes.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard pairs.count < Self.maximum, let first = parts.first,
        let name = PercentEncoding.decode(first, plusIsSpace: true),
        let value = PercentEncoding.decode(
          parts.dropFirst().first ?? pair[..<pair.startIndex], plusIsSpace: true)
      else { return nil }
      pairs.append((name, value))
    }
  }

  /// The pairs as a query string, without the question mark.
  package var urlEncoded: String {
    pairs.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
      .joined(separator: "&")
  }
}
