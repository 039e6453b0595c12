import Core
import FEEL
import Testing

/// An expression, its diagnostic, and every word of it.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
  let text: String
  let code: String
  let range: SourceRange
  let zh: [String]
  let en: [String]

  init(
    _ text: String, _ code: String, _ start: Int, _ end: Int, zh message: String, _ advice: String,
    en englishMessage: String, _ englishAdvice: String
  ) {
    self.text = text
    self.code = code
    range = SourceRange(start, end)
    zh = [message, advice]
    en = [englishMessage, englishAdvice]
  }

  var testDescription: String { text }

  /// Whether a diagnostic is the one expected, in every word.
  func matches(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code == code && diagnostic.range == range
      && [diagnostic.message.zh, diagnostic.advice.zh] == zh
      && [diagnostic.message.en, diagnostic.advice.en] == en
  }
}

/// The value of an expression, or a text of its diagnostics.
func evaluated(
  _ text: String, names: [String: Value] = [:], interpreter: Interpreter = Interpreter()
) -> Result<Value, DiagnosticsError> {
  let source = SourceText(name: "<expression>", text: text)
  do throws(DiagnosticsError) {
    let parsed = try Parser.expression(source, names: KnownNames(names.keys))
    let scope = Scope(Context(names.map { ($0.key, $0.value) }))
    return .success(interpreter.evaluate(parsed.root, in: scope))
  } catch {
    return .failure(error)
  }
}

/// The value of an expression as FEEL text, or the codes of its diagnostics.
func result(of text: String, names: [String: Value] = [:]) -> String {
  switch evaluated(text, names: names) {
  case .success(let value): value.literalText
  case .failure(let error): error.diagnostics.map(\.code).joined(separator: " ")
  }
}
