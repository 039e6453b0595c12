import Core
import FEEL
import JSONText
import Workbench

/// Names and values for expressions from a JSON object; text stays text, and numbers keep every
/// digit.
enum FeelNames {
  /// - Throws: JSON001–JSON008, DMN007 for a number that is none, DMN008 for what is no object.
  static func read(_ arguments: Arguments, _ session: Session) throws -> Context {
    guard let path = arguments[.givenNames] else { return Context() }
    if path == "-", arguments.operands.first.map({ $0 == "-" }) ?? true {
      throw UsageError.valueMissing(.givenNames)
    }
    let source =
      path == "-"
      ? try SourceText.decode(session.environment.readInput(), name: "<stdin>")
      : try SourceText.read(path)
    let json = try JSON.parse(source)
    guard let members = json.members else {
      throw DiagnosticsError(
        source: source, diagnostics: [InputProblem.noObject.diagnostic(at: json.range, [])])
    }
    var names = Context()
    for member in members { names[member.key] = try value(member.value, source, [member.key]) }
    return names
  }

  private static func value(
    _ json: JSON, _ source: SourceText, _ path: [String]
  ) throws(DiagnosticsError) -> Value {
    switch json.kind {
    case .null: return .null
    case .boolean(let truth): return .boolean(truth)
    case .string(let text): return .string(text)
    case .number(let text):
      if let number = Decimal128(text) { return .number(number) }
      let problem = InputProblem.unreadable(text, FEELType.number.name)
      throw DiagnosticsError(
        source: source, diagnostics: [problem.diagnostic(at: json.range, path)])
    case .array(let items):
      var values: [Value] = []
      for (place, item) in items.enumerated() {
        values.append(try value(item, source, path + ["[\(place)]"]))
      }
      return .list(values)
    case .object(let members):
      var context = Context()
      for member in members {
        context[member.key] = try value(member.value, source, path + [member.key])
      }
      return .context(context)
    }
  }
}
