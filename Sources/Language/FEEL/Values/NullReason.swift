public import Core

/// Why an evaluation gave null: a stable code, the words, and where in the expression.
public struct NullReason: Sendable, Hashable {
  /// Stable and unique, such as `FEEL-N03`.
  public let code: String
  public let message: Bilingual
  public var range: SourceRange?

  public init(_ code: String, _ message: Bilingual, at range: SourceRange? = nil) {
    self.code = code
    self.message = message
    self.range = range
  }
}
