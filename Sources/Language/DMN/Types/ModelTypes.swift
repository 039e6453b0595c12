import Core
import FEEL

/// The types that a set of models define, by namespace and name.
struct ModelTypes: Sendable {
  private struct Key: Hashable {
    let namespace: String
    let name: String
  }

  private let models: [DecisionModel]
  private var definitions: [Key: ItemDefinition] = [:]
  private var resolved: [Key: ModelType] = [:]
  /// Types that are being resolved: one that comes up again refers to itself, and Any stands for
  /// it there.
  private var open: Set<Key> = []
  /// Levels at which types may rest on types; beyond them Any stands.
  private static let depthLimit = 200

  init(_ models: [DecisionModel]) {
    self.models = models
    for model in models {
      for definition in model.itemDefinitions {
        definitions[Key(namespace: model.namespace, name: definition.name)] = definition
      }
    }
    for model in models {
      for definition in model.itemDefinitions { resolve(definition, model) }
    }
  }

  /// The type a model calls by this name; Any for none and for names nobody defines.
  func type(_ name: String?, in model: DecisionModel) -> ModelType {
    guard let name = name?.trimmed, !name.isEmpty else { return .any }
    return named(name, in: model) ?? .any
  }

  /// The type by name, or `nil` when there is no such type.
  func named(_ name: String, in model: DecisionModel) -> ModelType? {
    if let (definition, home) = definition(name, in: model) {
      return resolved[Key(namespace: home.namespace, name: definition.name)]
    }
    return ModelTypes.builtIn(name)
  }

  /// Where the type of a name is defined: in the model, or in one that it imports. Names are
  /// written plainly, with an XML prefix (`feel:string`), or behind the name of an import.
  private func definition(
    _ name: String, in model: DecisionModel
  ) -> (ItemDefinition, DecisionModel)? {
    func own(_ name: String, _ model: DecisionModel) -> (ItemDefinition, DecisionModel)? {
      definitions[Key(namespace: model.namespace, name: name)].map { ($0, model) }
    }
    if let found = own(name, model) ?? own(ModelTypes.withoutPrefix(name), model) { return found }
    for imported in model.imports {
      guard let other = models.first(where: { $0.namespace == imported.namespace }),
        other.namespace != model.namespace
      else { continue }
      if imported.name.isEmpty {
        if let found = own(name, other) { return found }
      } else if name.hasPrefix(imported.name + "."),
        let found = definition(String(name.dropFirst(imported.name.count + 1)), in: other)
      {
        return found
      }
    }
    return nil
  }

  private static func withoutPrefix(_ name: String) -> String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  private static func builtIn(_ name: String) -> ModelType? {
    let source = SourceText(name: "typeRef", text: withoutPrefix(name))
    return (try? Parser.typeName(source)).flatMap(\.type).map(ModelType.feel)
  }
}

extension ModelTypes {
  @discardableResult
  private mutating func resolve(_ definition: ItemDefinition, _ model: DecisionModel) -> ModelType {
    let key = Key(namespace: model.namespace, name: definition.name)
    if let known = resolved[key] { return known }
    guard open.count < ModelTypes.depthLimit, open.insert(key).inserted else { return .any }
    let type = structure(of: definition, model)
    open.remove(key)
    resolved[key] = type
    return type
  }

  private mutating func structure(
    of definition: ItemDefinition, _ model: DecisionModel
  ) -> ModelType {
    var type = ModelType.any
    if let function = definition.function {
      type = .function(
        function.parameters.map { typeName($0.typeName) }, result: typeName(function.result))
    } else if !definition.components.isEmpty {
      var members: [(name: String, type: ModelType)] = []
      for component in definition.components {
        members.append((component.name.collapsed, structure(of: component, model)))
      }
      type = .structure(members)
    } else if let name = definition.typeName {
      if let (named, home) = self.definition(name, in: model) {
        type = resolve(named, home)
      } else {
        type = ModelTypes.builtIn(name) ?? .any
      }
    }
    type = narrowed(type, definition.allowedValues, isOfItems: true)
    if definition.isCollection { type = .list(type) }
    return narrowed(type, definition.typeConstraint, isOfItems: false)
  }

  /// The written type of a function's parameter or result; Any where none is given.
  private func typeName(_ name: String?) -> TypeName {
    let source = SourceText(name: "typeRef", text: name?.trimmed ?? "Any")
    return (try? Parser.typeName(source)) ?? .named("Any")
  }

  private func narrowed(_ type: ModelType, _ text: String?, isOfItems: Bool) -> ModelType {
    guard let text, case .success(let tests) = ModelTypes.tests(text), !tests.isEmpty else {
      return type
    }
    return .narrowed(type, ModelType.Constraint(tests: tests, isOfItems: isOfItems))
  }

  /// The unary tests of allowed values; no text narrows nothing.
  private static func tests(_ text: String) -> Result<[UnaryTest], DiagnosticsError> {
    guard !text.trimmed.isEmpty else { return .success([]) }
    return Result { () throws(DiagnosticsError) in
      try Parser.unaryTests(SourceText(name: "allowedValues", text: text)).tests
    }
  }

  /// What of a definition does not hold: types that nobody defines, allowed values that cannot be
  /// read.
  func reasons(of definition: ItemDefinition, in model: DecisionModel) -> [NullReason] {
    let names = [definition.typeName].compactMap { $0 }
    let texts = [definition.allowedValues, definition.typeConstraint].compactMap { $0 }
    return names.filter { named($0, in: model) == nil }.map(NullReason.noType)
      + texts.compactMap { text in
        if case .failure(let error) = ModelTypes.tests(text) { .unreadable(error) } else { nil }
      } + definition.components.flatMap { reasons(of: $0, in: model) }
  }
}
