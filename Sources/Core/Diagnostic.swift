/// Something a reader of a document, a facts file or an expression must be told.
///
/// Every diagnostic has a stable code, a place, and says both what is wrong (`message`) and what to
/// do about it (`advice`), in both languages.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable { case error, warning }

  /// Stable and unique, such as `POL012`; never reused for another meaning.
  public let code: String
  public let severity: Severity
  public let message: Bilingual
  public let advice: Bilingual
  /// Where in the source, or `nil` for the file as a whole.
  public let range: SourceRange?
  /// The headings the place stands under, outermost first.
  public var headings: [String]

  public init(
    _ code: String, _ severity: Severity = .error, at range: SourceRange?, message: Bilingual,
    advice: Bilingual, headings: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.message = message
    self.advice = advice
    self.headings = headings
  }
}

/// Diagnostics thrown together: all that is wrong with one source.
public struct DiagnosticsError: Error, Sendable {
  public let source: SourceText
  public let diagnostics: [Diagnostic]

  public init(source: SourceText, diagnostics: [Diagnostic]) {
    self.source = source
    self.diagnostics = diagnostics
  }
}
