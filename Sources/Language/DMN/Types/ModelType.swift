import Core
import FEEL

/// A type of a model, with everything it names resolved.
indirect enum ModelType: Sendable {
  case feel(FEELType)
  case list(ModelType)
  /// A structure with named components.
  case structure([(name: String, type: ModelType)])
  case function([TypeName], result: TypeName)
  /// A type narrowed by unary tests; on a list they speak of each item.
  case allowing(ModelType, [UnaryTest], text: String)

  static let any = ModelType.feel(.any)

  /// The FEEL type that a value of this type has.
  var feelType: FEELType {
    switch self {
    case .feel(let type): type
    case .list(let element): .list(element.feelType)
    case .structure(let members):
      .context(Dictionary(members.map { ($0.name, $0.type.feelType) }, uniquingKeysWith: { $1 }))
    case .function(let parameters, let result):
      .function(parameters.map { $0.type ?? .any }, result: result.type ?? .any)
    case .allowing(let base, _, _): base.feelType
    }
  }
}

extension ModelType {
  /// A value as one of this type, with FEEL's implicit conversions (DMN 1.5, 10.3.2.9.4); `nil`
  /// when it is none. Null is a value of every type.
  func converted(_ value: Value, _ interpreter: Interpreter) -> Value? {
    if value.isNull { return value }
    switch self {
    case .feel(let type): return value.converted(to: type, converting: true)
    case .function:
      if case .function = value { return value }
      return nil
    case .list(let element):
      guard case .list(let items) = value else {
        return element.converted(value, interpreter).map { .list([$0]) }
      }
      var converted: [Value] = []
      for item in items {
        guard let item = element.converted(item, interpreter) else { return nil }
        converted.append(item)
      }
      return .list(converted)
    case .structure(let members):
      if case .list(let items) = value, items.count == 1 {
        return converted(items[0], interpreter)
      }
      guard case .context(var context) = value else { return nil }
      for member in members {
        guard let part = context[member.name] else { return nil }
        guard let part = member.type.converted(part, interpreter) else { return nil }
        context[member.name] = part
      }
      return .context(context)
    case .allowing(let base, let tests, _):
      guard let value = base.converted(value, interpreter) else { return nil }
      let items: [Value]
      if case .list(let list) = value, case .list = base { items = list } else { items = [value] }
      for item in items {
        guard case .boolean(true) = interpreter.evaluate(tests, for: item) else { return nil }
      }
      return value
    }
  }

  /// Whether a value is `instance of` this type: without any conversion, and whatever values are
  /// allowed (DMN 1.5, 10.3.2.9.2).
  func accepts(_ value: Value, _ interpreter: Interpreter) -> Bool {
    if value.isNull { return false }
    switch self {
    case .feel(let type): return value.conforms(to: type)
    case .list(let element):
      guard case .list(let items) = value else { return false }
      return items.allSatisfy { element.accepts($0, interpreter) }
    case .structure(let members):
      guard case .context(let context) = value else { return false }
      return members.allSatisfy { member in
        context[member.name].map { $0.isNull || member.type.accepts($0, interpreter) } ?? false
      }
    case .function(let parameters, let result):
      let whole = SourceRange(0, 0)
      let literal = Expression(.literal(value), whole, id: 0)
      let test = Expression(
        .instanceOf(literal, .function(parameters, result: result)), whole, id: 1)
      return Operations.isEqual(interpreter.evaluate(test), .boolean(true)) == true
    case .allowing(let base, _, _): return base.accepts(value, interpreter)
    }
  }
}
