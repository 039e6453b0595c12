import Core
import FEEL

/// Evaluates expressions one after the other with names that have values.
struct FeelCalculator {
  private(set) var names: Context

  /// An expression, and the name under which its value is to be kept.
  struct Question {
    let name: String?
    let expression: Expression
  }

  init(names: Context) { self.names = names }

  /// - Throws: all that is wrong with the writing.
  func read(_ source: SourceText) throws(DiagnosticsError) -> Question {
    Question(name: nil, expression: try Parser.expression(source, names: known).root)
  }

  /// Reads `name: expression` or an expression.
  ///
  /// - Throws: all that is wrong with the writing.
  func readLine(_ source: SourceText) throws(DiagnosticsError) -> Question {
    // A context of one entry has just this form, and its grammar knows where the name ends.
    let context = SourceText(name: source.name, text: "{\(source.text)\n}")
    if let entry = try? Parser.expression(context, names: known).root,
      case .context(let entries) = entry.kind, entries.count == 1, let only = entries.first
    {
      return Question(name: only.key, expression: only.value)
    }
    return try read(source)
  }

  /// Prints the value, and why it is null where it is; keeps it under the name, if one is given.
  mutating func answer(
    _ question: Question, of source: SourceText, _ session: Session
  ) -> ExitStatus {
    let value = Interpreter().evaluate(question.expression, in: Scope(names))
    if let name = question.name { names[name] = value }
    session.output.line(value.literalText)
    guard case .null(let reason?) = value else { return .success }
    // What a name holds arose on a line before: its place is none of this one.
    let isHere = (reason.range?.end ?? 0) <= source.bytes.count
    session.tell([reason.diagnostic(isHere: isHere && question.name == nil)], of: source)
    return .findings
  }

  private var known: KnownNames {
    KnownNames(names.keys, members: Value.context(names).memberNames)
  }
}

extension Value {
  /// Names of members of contexts anywhere within.
  fileprivate var memberNames: Set<String> {
    switch self {
    case .list(let items): items.reduce(into: []) { $0.formUnion($1.memberNames) }
    case .context(let context):
      context.entries.reduce(into: Set(context.keys)) { $0.formUnion($1.value.memberNames) }
    default: []
    }
  }
}

extension NullReason {
  /// The reason as a warning: the expression has a value, and the value is null.
  fileprivate func diagnostic(isHere: Bool) -> Diagnostic {
    Diagnostic(
      code, .warning, at: isHere ? range : nil, message: message,
      advice: Bilingual(
        zh: "所以结果是空值（null）。", en: "That is why the result is null."))
  }
}
