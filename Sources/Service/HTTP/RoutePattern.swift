/// A path with holes: `/zh/policies/{document}`. A hole takes one segment that is not empty.
package struct RoutePattern: Sendable, ExpressibleByStringLiteral {
  private enum Part: Sendable {
    case literal(String)
    case parameter(String)
  }

  private let parts: [Part]
  /// As it was written.
  package let text: String

  package init(_ pattern: String) {
    text = pattern
    parts = pattern.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      $0.hasPrefix("{") && $0.hasSuffix("}")
        ? .parameter(String($0.dropFirst().dropLast())) : .literal(String($0))
    }
  }

  package init(stringLiteral pattern: String) { self.init(pattern) }

  /// What the holes took, or `nil` when the path is another one.
  func match(_ segments: [String]) -> [String: String]? {
    guard segments.count == parts.count else { return nil }
    var parameters: [String: String] = [:]
    for (part, segment) in zip(parts, segments) {
      switch part {
      case .literal(let text): guard text == segment else { return nil }
      case .parameter(let name):
        guard !segment.isEmpty else { return nil }
        parameters[name] = segment
      }
    }
    return parameters
  }
}
