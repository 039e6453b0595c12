public import Core

/// Finds the type of every node of an expression, and what the types have against it.
///
/// A type that cannot be known before the run is `any`, and nothing is said against it; after an
/// error the node counts as `any`, so that one mistake is reported once.
public struct TypeChecker {
  let environment: any TypeEnvironment
  var types: TypeTable
  var diagnostics: [Diagnostic] = []
  /// Names given inside the expression, innermost last.
  var frames: [Frame] = []

  enum Frame {
    case names([String: FEELType])
    /// Inside a filter: the members of the item by their names, and `item`.
    case item(FEELType)
  }

  init(_ environment: any TypeEnvironment, nodeCount: Int) {
    self.environment = environment
    types = TypeTable(nodeCount: nodeCount)
  }

  /// Checks one expression.
  ///
  /// - Parameters:
  ///   - root: as `Parser` gave it.
  ///   - nodeCount: as `Parser` gave it.
  ///   - environment: the names in scope.
  ///   - expected: the type the whole must have, if it must.
  /// - Returns: the types by node, and every problem, `FEEL020`–`FEEL035`.
  public static func check(
    _ root: Expression, nodeCount: Int, in environment: any TypeEnvironment,
    expecting expected: FEELType? = nil
  ) -> (types: TypeTable, diagnostics: [Diagnostic]) {
    var checker = TypeChecker(environment, nodeCount: nodeCount)
    let found = checker.check(root)
    if let expected { checker.require(expected, found, root) }
    return (checker.types, checker.diagnostics)
  }

  /// Checks the unary tests of an input cell against the type of the input, which is `?` in them.
  ///
  /// Parameters and result are those of the check of an expression.
  public static func check(
    _ tests: [UnaryTest], nodeCount: Int, input: FEELType, in environment: any TypeEnvironment
  ) -> (types: TypeTable, diagnostics: [Diagnostic]) {
    var checker = TypeChecker(environment, nodeCount: nodeCount)
    checker.frames.append(.names(["?": input]))
    for test in tests { checker.check(test, of: input) }
    return (checker.types, checker.diagnostics)
  }

  /// The type of an expression, whatever may be wrong with it.
  static func type(of expression: Expression, in environment: any TypeEnvironment) -> FEELType {
    var checker = TypeChecker(environment, nodeCount: 0)
    return checker.check(expression)
  }

  mutating func report(_ problem: TypeProblem, _ range: SourceRange) {
    diagnostics.append(problem.diagnostic(at: range))
  }

  private mutating func require(_ expected: FEELType, _ found: FEELType, _ node: Expression) {
    if case .enumeration(let id) = expected {
      checkLiterals(node, in: id)
      if found.isText { return }
    }
    if expected.takes(found) { return }
    report(
      expected == .boolean ? .notBoolean(found) : .unexpectedType(expected: expected, found: found),
      node.range)
  }

  /// The type of a node, kept in the table.
  @discardableResult
  mutating func check(_ expression: Expression) -> FEELType {
    let type = infer(expression)
    types[expression.id] = type
    return type
  }

  private mutating func infer(_ expression: Expression) -> FEELType {
    let range = expression.range
    switch expression.kind {
    case .literal(let value): return value.type
    case .name(let name): return check(name: name, range)
    case .negate(let inner): return negation(check(inner), range)
    case .arithmetic(let sign, let left, let right):
      return arithmetic(sign, left, right, expression)
    case .comparison(let sign, let left, let right):
      return comparison(sign, left, right, range)
    case .conjunction(let left, let right), .disjunction(let left, let right):
      condition(left)
      condition(right)
      return .boolean
    case .between(let inner, let low, let high):
      let type = check(inner)
      compare(.greaterOrEqual, type, check(low), range)
      compare(.lessOrEqual, type, check(high), range)
      return .boolean
    case .isIn(let inner, let tests):
      let type = check(inner)
      for test in tests { check(test, of: type) }
      return .boolean
    case .conditional(let test, let yes, let no):
      condition(test)
      return check(yes).joined(check(no))
    case .iteration(let bindings, let body):
      return .list(scoped(bindings, partialOf: body) { $0.check(body) })
    case .quantified(_, let bindings, let test):
      scoped(bindings, partialOf: nil) { $0.condition(test) }
      return .boolean
    case .filter(let list, let test): return filter(list, test)
    case .path(let inner, let member, let place): return path(check(inner), member, place)
    case .call(let callee, let arguments): return call(callee, arguments, expression)
    case .instanceOf(let inner, let type):
      check(inner)
      _ = resolve(type, range)
      return .boolean
    case .list(let items):
      let elements = items.map { check($0) }
      guard let first = elements.first else { return .list(.any) }
      return .list(elements.dropFirst().reduce(first) { $0.joined($1) })
    case .context(let entries): return context(entries)
    case .range(let literal): return rangeType(literal, range)
    case .function(let parameters, let body, _): return function(parameters, body, range)
    }
  }

  /// A node that must be a condition.
  mutating func condition(_ expression: Expression) {
    let type = check(expression)
    if !FEELType.boolean.takes(type) { report(.notBoolean(type), expression.range) }
  }

  func resolve(_ name: TypeName) -> FEELType? {
    if let type = name.type { return type }
    switch name {
    case .named(let text): return environment.type(named: text)
    case .list(let element): return resolve(element).map { .list($0) }
    case .range(let element): return resolve(element).map { .range($0) }
    default: return .any
    }
  }

  mutating func resolve(_ name: TypeName, _ range: SourceRange) -> FEELType {
    if let type = resolve(name) { return type }
    report(.unknownType(name.text), range)
    return .any
  }
}

extension FEELType {
  /// Whether a value of type `other` may stand here, FEEL's implicit conversions included.
  func takes(_ other: FEELType) -> Bool {
    if accepts(other) { return true }
    if case .list(let element) = other, accepts(element) { return true }
    if case .list(let element) = self, element.accepts(other) { return true }
    return self == .dateTime && other == .date
  }

  /// A string, or an option of an enumeration.
  var isText: Bool {
    switch self {
    case .string, .enumeration, .any, .null: true
    default: false
    }
  }
}
