import Core

extension DecisionProgram {
  /// Every model that is imported must be there.
  func checkImports() throws(DiagnosticsError) {
    for model in models {
      for imported in model.imports
      where self.model(imported.namespace) == nil && imported.namespace.contains("/") {
        // Other kinds of import (XSD, PMML) are no models and are not followed.
        guard !imported.name.isEmpty, isReferred(imported.namespace, in: model) else { continue }
        throw refusal(
          model,
          Diagnostic(
            "DMN003", at: nil,
            message: Bilingual(
              zh: "找不到被引用的模型 \(imported.name)（\(imported.namespace)）",
              en: "the imported model \(imported.name) (\(imported.namespace)) is not there"),
            advice: Bilingual(
              zh: "请把它的 .dmn 文件放在同一目录。", en: "Put its .dmn file into the same folder.")))
      }
    }
  }

  private func isReferred(_ namespace: String, in model: DecisionModel) -> Bool {
    let references =
      model.decisions.flatMap(\.requirements) + model.knowledgeModels.flatMap(\.requirements)
    return references.contains { $0.namespace == namespace }
  }

  /// No node may require itself, however far around (DMN 1.5, 6.2.2).
  func checkLoops() throws(DiagnosticsError) {
    var finished: Set<NodeKey> = []
    for model in models {
      let nodes =
        model.decisions.map { Node(kind: .decision($0), element: $0.element, model: model) }
        + model.knowledgeModels.map {
          Node(kind: .knowledge($0), element: $0.element, model: model)
        }
      for node in nodes { try visit(node, [], &finished) }
    }
  }

  private func visit(
    _ node: Node, _ path: [Node], _ finished: inout Set<NodeKey>
  ) throws(DiagnosticsError) {
    if let start = path.firstIndex(where: { $0.key == node.key }) {
      let names = (path[start...] + [node]).map(\.element.name).joined(separator: " → ")
      throw refusal(
        node.model,
        Diagnostic(
          "DMN002", at: nil,
          message: Bilingual(zh: "依赖成环：\(names)", en: "requirements go in a circle: \(names)"),
          advice: Bilingual(
            zh: "请去掉其中一条依赖。", en: "Remove one of these requirements.")))
    }
    guard !finished.contains(node.key) else { return }
    for reference in node.requirements {
      guard let next = self.node(reference, from: node.model) else { continue }
      try visit(next, path + [node], &finished)
    }
    finished.insert(node.key)
  }

  private func refusal(_ model: DecisionModel, _ diagnostic: Diagnostic) -> DiagnosticsError {
    DiagnosticsError(source: SourceText(name: model.name, text: ""), diagnostics: [diagnostic])
  }
}

extension DecisionProgram.Node {
  /// What the node requires directly. A decision service stands for its own decisions only when
  /// it is called.
  var requirements: [DecisionModel.Reference] {
    switch kind {
    case .input, .service: []
    case .decision(let decision): decision.requirements
    case .knowledge(let knowledge): knowledge.requirements
    }
  }
}
