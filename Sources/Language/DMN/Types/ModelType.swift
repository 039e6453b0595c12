import Core
import FEEL

/// A type of a model, with everything it names resolved.
indirect enum ModelType: Sendable {
  case feel(FEELType)
  case list(ModelType)
  /// A structure with named components.
  case structure([(name: String, type: ModelType)])
  case function([TypeName], result: TypeName)
  /// A type narrowed by unary tests.
  case narrowed(ModelType, Constraint)

  static let any = ModelType.feel(.any)

  /// Unary tests that values of a type must pass.
  struct Constraint: Sendable {
    let tests: [UnaryTest]
    /// Whether the tests speak of a list's items, as allowed values do, and not of the list as a
    /// whole, as a type constraint does (DMN 1.5, 7.3.3).
    let isOfItems: Bool
  }
}

/// The types that most names and cells have, for a check that takes no time; `other` says nothing.
enum SimpleType: Sendable {
  case any, boolean, number, string, date, other

  init(_ type: ModelType) {
    self =
      switch type {
      case .feel(.any): .any
      case .feel(.boolean): .boolean
      case .feel(.number): .number
      case .feel(.string): .string
      case .feel(.date): .date
      default: .other
      }
  }

  /// Whether a value is certainly one of the type as it is.
  func takes(_ value: Value) -> Bool {
    switch (self, value) {
    case (.any, _), (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date):
      true
    default: false
    }
  }
}

extension ModelType {
  /// What people call the type.
  var name: Bilingual {
    switch self {
    case .feel(let type): type.name
    case .list(let element):
      Bilingual(zh: "列表<\(element.name.zh)>", en: "list<\(element.name.en)>")
    case .structure: FEELType.context([:]).name
    case .function: FEELType.function([], result: .any).name
    case .narrowed(let base, _): base.name
    }
  }

  /// The type as FEEL knows it: what it allows of its values is left out.
  var feelType: FEELType {
    switch self {
    case .feel(let type): type
    case .list(let element): .list(element.feelType)
    case .structure(let members):
      .context(
        Dictionary(members.map { ($0.name, $0.type.feelType) }, uniquingKeysWith: { $1 }))
    case .function(let parameters, let result):
      .function(parameters.map { $0.type ?? .any }, result: result.type ?? .any)
    case .narrowed(let base, _): base.feelType
    }
  }

  /// Whether values of the type are lists.
  private var isList: Bool {
    switch self {
    case .feel(.list), .list: true
    case .narrowed(let base, _): base.isList
    default: false
    }
  }

  /// The tests that narrow the type, for tables that name no output values of their own.
  var allowedValues: [UnaryTest]? {
    switch self {
    case .narrowed(_, let constraint): constraint.tests
    case .list(let element): element.allowedValues
    default: nil
    }
  }

  /// A value as one of this type, with FEEL's implicit conversions (DMN 1.5, 10.3.2.9.4); `nil`
  /// when it is none. Null is a value of every type.
  ///
  /// A list of one and its item stand for each other, and a date for its midnight in UTC; what
  /// lies within lists and contexts is not converted.
  func converted(_ value: Value, _ interpreter: Interpreter) -> Value? {
    if holds(value, interpreter) { return value }
    var candidate: Value?
    switch value {
    case .list(let items): candidate = items.count == 1 ? items[0] : nil
    case .date(let date): candidate = .dateTime(date.midnight)
    default: break
    }
    if let candidate, holds(candidate, interpreter) { return candidate }
    guard isList, holds(.list([value]), interpreter) else { return nil }
    return .list([value])
  }

  /// Whether a value is of this type and among its allowed values, without any conversion.
  private func holds(_ value: Value, _ interpreter: Interpreter) -> Bool {
    if value.isNull { return true }
    switch self {
    case .feel(let type): return value.conforms(to: type)
    case .list(let element):
      guard case .list(let items) = value else { return false }
      return items.allSatisfy { element.holds($0, interpreter) }
    case .structure(let members):
      guard case .context(let context) = value else { return false }
      return members.allSatisfy { member in
        context[member.name].map { member.type.holds($0, interpreter) } ?? false
      }
    case .function(let parameters, _):
      guard case .function(let function) = value else { return false }
      return function.takes(parameters.count)
    case .narrowed(let base, let constraint):
      return base.holds(value, interpreter) && constraint.allows(value, interpreter)
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
      return items.allSatisfy { $0.isNull || element.accepts($0, interpreter) }
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
    case .narrowed(let base, _): return base.accepts(value, interpreter)
    }
  }
}

extension FunctionValue {
  /// Whether it may be called with so many arguments.
  fileprivate func takes(_ count: Int) -> Bool {
    guard case .builtIn(let builtIn) = self else { return parameterNames.count == count }
    return builtIn.signatures.contains {
      $0.parameters.count == count || ($0.isVariadic && $0.parameters.count < count)
    }
  }
}

extension ModelType.Constraint {
  /// Whether a value, or each item of a list, passes one of the tests.
  func allows(_ value: Value, _ interpreter: Interpreter) -> Bool {
    let subjects: [Value]
    if isOfItems, case .list(let items) = value { subjects = items } else { subjects = [value] }
    return subjects.allSatisfy {
      Operations.isEqual(interpreter.evaluate(tests, for: $0), .boolean(true)) == true
    }
  }
}
