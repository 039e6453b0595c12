import Core
import FEEL

/// The types that a set of models define, by namespace and name.
struct ModelTypes: Sendable {
  private var resolved: [String: [String: ModelType]] = [:]
  private let models: [DecisionModel]

  /// Types that refer to each other in a circle are cut off as Any at this depth.
  private static let depthLimit = 50

  init(_ models: [DecisionModel]) {
    self.models = models
    for model in models {
      for definition in model.itemDefinitions {
        resolved[model.namespace, default: [:]][definition.name] = resolve(definition, model, 0)
      }
    }
  }

  /// The type a model calls by this name; Any for none and for names nobody defines.
  func type(_ name: String?, in model: DecisionModel) -> ModelType {
    guard let name = name?.trimmed, !name.isEmpty else { return .any }
    return find(name, model, 0) ?? .any
  }

  /// The type by name, or `nil` when there is no such type.
  func named(_ name: String, in model: DecisionModel) -> ModelType? { find(name, model, 0) }

  private func find(_ name: String, _ model: DecisionModel, _ depth: Int) -> ModelType? {
    guard depth < ModelTypes.depthLimit else { return .any }
    if let known = resolved[model.namespace]?[name] { return known }
    if let definition = model.itemDefinitions.first(where: { $0.name == name }) {
      return resolve(definition, model, depth + 1)
    }
    let plain = name.split(separator: ":").last.map(String.init) ?? name
    if plain != name, let definition = model.itemDefinitions.first(where: { $0.name == plain }) {
      return resolve(definition, model, depth + 1)
    }
    if let dot = name.firstIndex(of: "."),
      let imported = model.imports.first(where: { $0.name == name[..<dot] }),
      let other = models.first(where: { $0.namespace == imported.namespace })
    {
      return find(String(name[name.index(after: dot)...]), other, depth + 1)
    }
    let source = SourceText(name: "typeRef", text: plain)
    return (try? Parser.typeName(source)).flatMap(\.type).map(ModelType.feel)
  }

  private func resolve(
    _ definition: ItemDefinition, _ model: DecisionModel, _ depth: Int
  ) -> ModelType {
    var type: ModelType
    if let function = definition.function {
      type = .function(
        function.parameters.map { typeName($0.typeName) }, result: typeName(function.result))
    } else if !definition.components.isEmpty {
      type = .structure(
        definition.components.map { ($0.name.collapsed, resolve($0, model, depth + 1)) })
    } else if let name = definition.typeName {
      type = find(name, model, depth) ?? .any
    } else {
      type = .any
    }
    type = narrowed(type, definition.allowedValues)
    if definition.isCollection { type = .list(type) }
    return narrowed(type, definition.typeConstraint)
  }

  /// The written type of a function's parameter or result; Any where none is given.
  private func typeName(_ name: String?) -> TypeName {
    let source = SourceText(name: "typeRef", text: name?.trimmed ?? "Any")
    return (try? Parser.typeName(source)) ?? .named("Any")
  }

  private func narrowed(_ type: ModelType, _ text: String?) -> ModelType {
    guard let text, !text.trimmed.isEmpty,
      let parsed = try? Parser.unaryTests(SourceText(name: "allowedValues", text: text))
    else { return type }
    return .allowing(type, parsed.tests, text: text)
  }
}
