import Core
import DMN
import FEEL
import JSONText

/// Inputs of a model from JSON: the model's types say which strings are dates, times or durations,
/// and numbers keep every digit.
struct InputReader {
  private let program: DecisionProgram
  private var diagnostics: [Diagnostic] = []

  /// - Throws: JSON001–JSON008, and all that is wrong with the inputs: DMN006 a name the model does
  ///   not know, DMN007 text or a number that is none, DMN008 a value that is not of the type.
  static func read(
    _ source: SourceText, for program: DecisionProgram
  ) throws(DiagnosticsError) -> Context {
    let json = try JSON.parse(source)
    var reader = InputReader(program: program)
    let inputs = reader.inputs(json)
    guard reader.diagnostics.isEmpty else {
      throw DiagnosticsError(source: source, diagnostics: reader.diagnostics)
    }
    return inputs
  }

  private init(program: DecisionProgram) { self.program = program }

  private mutating func inputs(_ json: JSON) -> Context {
    guard let members = json.members else {
      refuse(.noObject, at: json.range, [])
      return Context()
    }
    var inputs = Context()
    let imports = Set(program.inputs.compactMap(\.importName))
    for member in members {
      if imports.contains(member.key), let inner = member.value.members {
        var group = Context()
        for part in inner { read(part, of: member.key, [member.key, part.key], into: &group) }
        inputs[member.key] = .context(group)
      } else {
        read(member, of: nil, [member.key], into: &inputs)
      }
    }
    return inputs
  }

  private mutating func read(
    _ member: JSON.Member, of importName: String?, _ path: [String], into inputs: inout Context
  ) {
    let known = program.inputs.filter { $0.importName == importName }
    guard let input = known.first(where: { $0.name == member.key }) else {
      let near = Suggestion.nearest(to: member.key, among: known.map(\.name))
      refuse(.unknown(member.key, near: near), at: member.keyRange, path)
      return
    }
    let before = diagnostics.count
    let value = value(member.value, input.type, path)
    if before == diagnostics.count, !input.type.takes(value) {
      refuse(.wrongType(input.type.name), at: member.value.range, path)
    }
    inputs[input.name] = value
  }

  private mutating func value(_ json: JSON, _ type: InputType, _ path: [String]) -> Value {
    switch json.kind {
    case .null: return .null
    case .boolean(let truth): return .boolean(truth)
    case .number(let text):
      if let number = Decimal128(text) { return .number(number) }
      refuse(.unreadable(text, FEELType.number.name), at: json.range, path)
    case .string(let text):
      if let value = type.value(of: text) { return value }
      refuse(.unreadable(text, type.item.name), at: json.range, path)
    case .array(let items):
      var values: [Value] = []
      for (place, item) in items.enumerated() {
        values.append(value(item, type.item, path + ["[\(place)]"]))
      }
      return .list(values)
    case .object(let members):
      var context = Context()
      for member in members {
        context[member.key] = value(member.value, type.member(member.key), path + [member.key])
      }
      return .context(context)
    }
    return .null
  }

  private mutating func refuse(_ problem: InputProblem, at range: SourceRange, _ path: [String]) {
    diagnostics.append(problem.diagnostic(at: range, path))
  }
}
