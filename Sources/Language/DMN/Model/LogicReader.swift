import XMLText

/// Boxed expressions from their XML.
enum LogicReader {
  /// The logic an element holds, or `nil` when it is no expression.
  static func logic(_ node: XMLElement) -> BoxedExpression? {
    kind(node).map { BoxedExpression(kind: $0, typeName: node["typeRef"]) }
  }

  private static func kind(_ node: XMLElement) -> BoxedExpression.Kind? {
    switch node.name {
    case "literalExpression": literal(node)
    case "decisionTable": .decisionTable(table(node))
    case "context": context(node)
    case "list": .list(node.children.compactMap(logic))
    case "relation":
      .relation(
        columns: parameters(node, "column"),
        rows: node.all("row").map { $0.children.compactMap(logic) })
    case "invocation": invocation(node)
    case "functionDefinition":
      .function(
        parameters(node), node.children.lazy.compactMap(logic).first,
        isFEEL: (node["kind"] ?? "FEEL") == "FEEL")
    case "conditional":
      .conditional(
        inner(node, "if"), then: inner(node, "then"), otherwise: inner(node, "else"))
    case "filter": .filter(inner(node, "in"), match: inner(node, "match"))
    case "for":
      .iteration(
        variable: (node["iteratorVariable"] ?? "").collapsed, inner(node, "in"),
        body: inner(node, "return"))
    case "some", "every":
      .quantified(
        isEvery: node.name == "every", variable: (node["iteratorVariable"] ?? "").collapsed,
        inner(node, "in"), body: inner(node, "satisfies"))
    default: nil
    }
  }

  private static func literal(_ node: XMLElement) -> BoxedExpression.Kind {
    guard let text = node.first("text")?.text else { return .missing("text") }
    if let language = node["expressionLanguage"], !language.uppercased().contains("FEEL") {
      return .unsupported(language)
    }
    return .literal(text)
  }

  /// The expression inside a part such as `if` or `in`; a missing one is null.
  private static func inner(_ node: XMLElement, _ name: String) -> BoxedExpression {
    node.first(name)?.children.lazy.compactMap(logic).first
      ?? BoxedExpression(kind: .missing(name), typeName: nil)
  }

  private static func context(_ node: XMLElement) -> BoxedExpression.Kind {
    var entries: [BoxedExpression.Entry] = []
    var result: BoxedExpression?
    for entry in node.all("contextEntry") {
      guard let value = entry.children.lazy.compactMap(logic).first else { continue }
      if let variable = entry.first("variable") {
        entries.append(
          BoxedExpression.Entry(
            name: (variable["name"] ?? "").collapsed, typeName: variable["typeRef"], value: value))
      } else {
        result = value
      }
    }
    return .context(entries, result: result)
  }

  private static func invocation(_ node: XMLElement) -> BoxedExpression.Kind {
    guard let callee = node.children.lazy.compactMap(logic).first else {
      return .missing("invocation")
    }
    let bindings = node.all("binding").compactMap { binding -> (String, BoxedExpression)? in
      guard let name = binding.first("parameter")?["name"],
        let value = binding.children.lazy.compactMap(logic).first
      else { return nil }
      return (name.collapsed, value)
    }
    return .invocation(callee, bindings)
  }

  static func parameters(_ node: XMLElement) -> [DecisionModel.Parameter] {
    parameters(node, "formalParameter")
  }

  static func parameters(_ node: XMLElement, _ name: String) -> [DecisionModel.Parameter] {
    node.all(name).map {
      DecisionModel.Parameter(name: ($0["name"] ?? "").collapsed, typeName: $0["typeRef"])
    }
  }

  private static func table(_ node: XMLElement) -> BoxedTable {
    BoxedTable(
      hitPolicy: node["hitPolicy"] ?? "UNIQUE", aggregation: node["aggregation"],
      inputs: node.all("input").map { input in
        let expression = input.first("inputExpression")
        return BoxedTable.Input(
          expression: expression?.first("text")?.text ?? "", typeName: expression?["typeRef"],
          allowedValues: input.first("inputValues")?.first("text")?.text)
      },
      outputs: node.all("output").map { output in
        BoxedTable.Output(
          name: output["name"]?.collapsed, typeName: output["typeRef"],
          allowedValues: output.first("outputValues")?.first("text")?.text,
          defaultValue: output.first("defaultOutputEntry")?.first("text")?.text)
      },
      rules: node.all("rule").map { rule in
        (
          tests: rule.all("inputEntry").map { $0.first("text")?.text ?? "-" },
          values: rule.all("outputEntry").map { $0.first("text")?.text ?? "null" }
        )
      })
  }
}
