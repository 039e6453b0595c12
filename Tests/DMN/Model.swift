import Core
import DMN
import FEEL
import Testing

/// A model of its elements alone; the namespace is that of DMN 1.5 unless another is given.
func modelText(
  _ elements: String, namespace: String = "urn:test", edition: String = "20230324"
) -> String {
  """
  <definitions xmlns="https://www.omg.org/spec/DMN/\(edition)/MODEL/" id="m" name="测试 test"
    namespace="\(namespace)">
  \(elements)
  </definitions>
  """
}

/// A decision with a boxed expression; what it requires are hrefs.
func decision(
  _ name: String, type: String? = nil, needs inputs: [String] = [],
  decisions: [String] = [], knows knowledge: [String] = [], _ logic: String
) -> String {
  func requirement(_ kind: String, _ part: String, _ href: String) -> String {
    "<\(kind)><\(part) href=\"\(href)\"/></\(kind)>"
  }
  let requirements =
    inputs.map { requirement("informationRequirement", "requiredInput", $0) }
    + decisions.map { requirement("informationRequirement", "requiredDecision", $0) }
    + knowledge.map { requirement("knowledgeRequirement", "requiredKnowledge", $0) }
  let typeRef = type.map { " typeRef=\"\($0)\"" } ?? ""
  return """
    <decision id="\(name)" name="\(name)"><variable name="\(name)"\(typeRef)/>
    \(requirements.joined())\(logic)</decision>
    """
}

func input(_ name: String, type: String? = nil) -> String {
  let typeRef = type.map { " typeRef=\"\($0)\"" } ?? ""
  return """
    <inputData id="\(name)" name="\(name)"><variable name="\(name)"\(typeRef)/></inputData>
    """
}

/// A literal expression; `<`, `&` and `>` may be written as they are.
func feel(_ text: String, type: String? = nil) -> String {
  "<literalExpression\(type.map { " typeRef=\"\($0)\"" } ?? "")>\(cell(text))</literalExpression>"
}

/// `<text>` of a cell or a literal expression.
func cell(_ text: String) -> String { "<text><![CDATA[\(text)]]></text>" }

func program(_ text: String, imported: [String] = []) throws -> DecisionProgram {
  try DecisionProgram(
    DecisionModel.read(SourceText(name: "model.dmn", text: text)),
    imported: imported.map { try DecisionModel.read(SourceText(name: "other.dmn", text: $0)) })
}

/// The value of a FEEL expression.
func value(_ text: String) throws -> Value {
  Interpreter().evaluate(try Parser.expression(SourceText(name: "value", text: text)).root)
}

/// Inputs written as a FEEL context.
func inputs(_ text: String) throws -> Context {
  guard case .context(let context) = try value(text) else { return Context() }
  return context
}

/// What a decision of a model gives, as FEEL; behind a null the code of its reason.
func result(
  of decision: String = "d", in elements: String, _ given: String = "{}", imported: [String] = []
) throws -> String {
  try result(of: decision, program(modelText(elements), imported: imported), given)
}

/// What a decision gives, as FEEL; behind a null the code of its reason.
func result(
  of decision: String, _ program: DecisionProgram, _ given: String = "{}"
) throws -> String {
  guard let value = program.evaluate(decision, inputs: try inputs(given)) else { return "none" }
  guard case .null(let reason?) = value else { return value.literalText }
  return "null \(reason.code)"
}

/// The rendered diagnostics a text is refused with.
func refusal(_ language: Language, _ body: () throws -> Void) -> String {
  do {
    try body()
    return "accepted"
  } catch let error as DiagnosticsError {
    return error.diagnostics.map { $0.rendered(in: error.source, language) }
      .joined(separator: "\n")
  } catch {
    return "\(error)"
  }
}
