public import Core
package import XMLText

extension DecisionModel {
  /// Reads a model from its XML.
  ///
  /// - Throws: what keeps the file from being read as a DMN model: XML001–XML003, DMN001.
  public static func read(_ source: SourceText) throws(DiagnosticsError) -> DecisionModel {
    let root = try root(of: source)
    return ModelReader(root.within(root.namespace)).model
  }

  /// The element that holds a model, with what it has of other namespaces.
  ///
  /// - Throws: what keeps the file from being read as a DMN model: XML001–XML003, DMN001.
  package static func root(of source: SourceText) throws(DiagnosticsError) -> XMLElement {
    let root = try XMLElement.parse(source)
    guard root.name == "definitions", root.namespace.contains("/DMN/") else {
      throw DiagnosticsError(
        source: source,
        diagnostics: [
          Diagnostic(
            "DMN001", at: nil,
            message: Bilingual(
              zh: "这不是 DMN 模型：根元素是 \(root.name)",
              en: "this is no DMN model: its root element is \(root.name)"),
            advice: Bilingual(
              zh: "请给出 DMN 1.2–1.5 的 .dmn 文件。", en: "Give a .dmn file of DMN 1.2 to 1.5."))
        ])
    }
    return root
  }
}

/// Takes the elements of a model's XML apart.
private struct ModelReader {
  let root: XMLElement

  init(_ root: XMLElement) { self.root = root }

  var model: DecisionModel {
    DecisionModel(
      name: root["name"] ?? "", namespace: root["namespace"] ?? "",
      imports: root.all("import").map {
        DecisionModel.Import(
          name: ($0["name"] ?? "").collapsed, namespace: $0["namespace"] ?? "",
          isModel: $0["importType"]?.contains("/DMN/") ?? true)
      },
      itemDefinitions: root.all("itemDefinition").map(itemDefinition),
      inputs: root.all("inputData").map(element),
      decisions: root.all("decision").map { decision in
        DecisionModel.Decision(
          element: element(decision), requirements: requirements(decision),
          logic: decision.children.lazy.compactMap(LogicReader.logic).first)
      },
      knowledgeModels: root.all("businessKnowledgeModel").map(knowledgeModel),
      services: root.all("decisionService").map { service in
        DecisionModel.DecisionService(
          element: element(service), outputs: references(service, "outputDecision"),
          encapsulated: references(service, "encapsulatedDecision"),
          inputDecisions: references(service, "inputDecision"),
          inputData: references(service, "inputData"))
      })
  }

  private func element(_ node: XMLElement) -> DecisionModel.Element {
    let variable = node.first("variable")
    return DecisionModel.Element(
      id: node["id"] ?? node["name"] ?? "", name: (node["name"] ?? "").collapsed,
      typeName: variable?["typeRef"] ?? variable?.first("typeRef")?.text.trimmed)
  }

  private func requirements(_ node: XMLElement) -> [DecisionModel.Reference] {
    node.children.flatMap { requirement -> [DecisionModel.Reference] in
      switch requirement.name {
      case "informationRequirement":
        references(requirement, "requiredInput") + references(requirement, "requiredDecision")
      case "knowledgeRequirement": references(requirement, "requiredKnowledge")
      default: []
      }
    }
  }

  private func references(_ node: XMLElement, _ name: String) -> [DecisionModel.Reference] {
    node.all(name).compactMap { child in
      guard let href = child["href"] else { return nil }
      let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        return DecisionModel.Reference(namespace: nil, id: href)
      }
      return DecisionModel.Reference(
        namespace: parts[0].isEmpty ? nil : String(parts[0]), id: String(parts[1]))
    }
  }

  private func knowledgeModel(_ node: XMLElement) -> DecisionModel.KnowledgeModel {
    let logic = node.first("encapsulatedLogic")
    return DecisionModel.KnowledgeModel(
      element: element(node), requirements: requirements(node),
      parameters: logic.map(LogicReader.parameters) ?? [],
      logic: logic?.children.lazy.compactMap(LogicReader.logic).first,
      isFEEL: (logic?["kind"] ?? "FEEL") == "FEEL")
  }

  private func itemDefinition(_ node: XMLElement) -> ItemDefinition {
    ItemDefinition(
      name: node["name"] ?? "", typeName: node.first("typeRef")?.text.trimmed,
      isCollection: node["isCollection"] == "true",
      components: node.all("itemComponent").map(itemDefinition),
      allowedValues: node.first("allowedValues")?.first("text")?.text,
      typeConstraint: node.first("typeConstraint")?.first("text")?.text,
      function: node.first("functionItem").map { item in
        (LogicReader.parameters(item, "parameters"), item["outputTypeRef"])
      })
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Runs of blanks as single ones: names are compared that way.
  var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
