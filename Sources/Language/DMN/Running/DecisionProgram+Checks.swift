import Core

extension DecisionProgram {
  /// Every model that is imported must be there.
  func checkImports() throws(DiagnosticsError) {
    for model in models {
      for imported in model.imports
      where imported.isModel && self.model(imported.namespace) == nil {
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

  /// No node may require itself, however far around (DMN 1.5, 6.2.2), and no chain of requirements
  /// may be longer than a thread's stack holds.
  func checkRequirements() throws(DiagnosticsError) {
    var walk = Walk()
    for model in models {
      for node in model.nodes { _ = try visit(Visit(node: node, service: nil), &walk) }
    }
  }

  /// Longest chain of requirements.
  static let requirementLimit = 500

  /// A node as it is reached: within a decision service what the service takes as its inputs is
  /// given and requires nothing.
  private struct Visit {
    let node: Node
    let service: Node?

    var stop: Stop { Stop(node: node.key, service: service?.key) }
  }

  private struct Stop: Hashable {
    let node: NodeKey
    let service: NodeKey?
  }

  /// Where the search stands: the way from its start, and how long the longest chain from each
  /// place is that was left.
  private struct Walk {
    var path: [Visit] = []
    var open: Set<Stop> = []
    var heights: [Stop: Int] = [:]
  }

  /// - Returns: how long the longest chain of requirements from here is.
  private func visit(_ visit: Visit, _ walk: inout Walk) throws(DiagnosticsError) -> Int {
    if let height = walk.heights[visit.stop] { return height }
    guard walk.open.insert(visit.stop).inserted else {
      let start = walk.path.firstIndex { $0.stop == visit.stop } ?? 0
      throw circle((walk.path[start...] + [visit]).map(\.node.element.name), visit.node.model)
    }
    guard walk.path.count <= DecisionProgram.requirementLimit else { throw tooLong(visit.node) }
    walk.path.append(visit)
    var height = 0
    for next in requirements(of: visit) {
      height = max(height, try self.visit(next, &walk) + 1)
      guard height <= DecisionProgram.requirementLimit else { throw tooLong(visit.node) }
    }
    walk.path.removeLast()
    walk.open.remove(visit.stop)
    walk.heights[visit.stop] = height
    return height
  }

  private func requirements(of visit: Visit) -> [Visit] {
    let model = visit.node.model
    func nodes(_ references: [DecisionModel.Reference], _ service: Node?) -> [Visit] {
      references.compactMap { node($0, from: model) }.map { Visit(node: $0, service: service) }
    }
    switch visit.node.kind {
    case .input: return []
    case .knowledge(let knowledge): return nodes(knowledge.requirements, nil)
    case .service(let service): return nodes(service.outputs, visit.node)
    case .decision(let decision):
      if case .service(let service)? = visit.service?.kind, let home = visit.service?.model,
        parameters(of: service, in: home).contains(where: { $0.key == visit.node.key })
      {
        return []
      }
      return nodes(decision.requirements, visit.service)
    }
  }

  private func circle(_ names: [String], _ model: DecisionModel) -> DiagnosticsError {
    let path = names.joined(separator: " → ")
    return refusal(
      model,
      Diagnostic(
        "DMN002", at: nil,
        message: Bilingual(zh: "依赖成环：\(path)", en: "requirements go in a circle: \(path)"),
        advice: Bilingual(zh: "请去掉其中一条依赖。", en: "Remove one of these requirements.")))
  }

  private func tooLong(_ node: Node) -> DiagnosticsError {
    let (name, limit) = (node.element.name, DecisionProgram.requirementLimit)
    return refusal(
      node.model,
      Diagnostic(
        "DMN005", at: nil,
        message: Bilingual(
          zh: "“\(name)”的依赖超过 \(limit) 层",
          en: "the requirements of “\(name)” are more than \(limit) levels deep"),
        advice: Bilingual(zh: "请合并一些决策。", en: "Merge some of the decisions.")))
  }

  private func refusal(_ model: DecisionModel, _ diagnostic: Diagnostic) -> DiagnosticsError {
    DiagnosticsError(source: SourceText(name: model.name, text: ""), diagnostics: [diagnostic])
  }
}
