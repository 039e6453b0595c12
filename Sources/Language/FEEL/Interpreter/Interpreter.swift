public import Core

/// Evaluates expressions by walking their trees (DMN 1.5, 10.3.2).
///
/// Never fails: an error gives null with its reason and place. For decision models and ad-hoc
/// expressions; policies run on their plan, through the same `Operations`.
public struct Interpreter: Sendable {
  /// Nested evaluations before the interpreter gives up, so that recursion ends in null. More than
  /// any expression is high, and few enough for the stack of a thread.
  public static let depthLimit = 600
  /// Steps of one evaluation, so that nothing written runs forever.
  public static let stepLimit = 10_000_000
  /// Levels of lists and contexts that a result built upon earlier results may have.
  static let nestingLimit = 200
  /// Items a range may be gone through.
  public static let itemLimit = 1_000_000

  /// What the host gives, in one place: an interpreter is copied for every evaluation.
  private final class Host: Sendable {
    let clock: @Sendable () -> DateTime
    let type: @Sendable (Value, String) -> Bool?
    let named: @Sendable (String) -> FEELType?

    init(
      clock: @escaping @Sendable () -> DateTime,
      type: @escaping @Sendable (Value, String) -> Bool?,
      named: @escaping @Sendable (String) -> FEELType?
    ) {
      self.clock = clock
      self.type = type
      self.named = named
    }
  }

  private let host: Host
  /// The present moment, for `now()` and `today()`.
  public var clock: @Sendable () -> DateTime { host.clock }
  /// Whether a value has a type of the host's by name; `nil` for an unknown name.
  public var hostType: @Sendable (Value, String) -> Bool? { host.type }
  /// What FEEL knows of a type of the host's by name, for the types of functions.
  var typeNamed: @Sendable (String) -> FEELType? { host.named }

  private var depth = 0
  var steps = 0

  /// - Parameters:
  ///   - clock: what `now()` gives; the system's clock by default.
  ///   - hostType: types beyond those of FEEL, for `instance of` and parameters.
  ///   - typeNamed: the FEEL type beneath such a type, where it stands in the type of a function.
  public init(
    clock: @escaping @Sendable () -> DateTime = { DateTime.now },
    hostType: @escaping @Sendable (Value, String) -> Bool? = { _, _ in nil },
    typeNamed: @escaping @Sendable (String) -> FEELType? = { _ in nil }
  ) {
    host = Host(clock: clock, type: hostType, named: typeNamed)
  }

  /// The value of an expression.
  public func evaluate(_ expression: Expression, in scope: Scope = Scope()) -> Value {
    var running = self
    return running.value(of: expression, in: scope)
  }

  /// Whether an input satisfies the tests of a cell: true when any does. `?` stands for the input.
  public func evaluate(_ tests: [UnaryTest], for input: Value, in scope: Scope = Scope()) -> Value {
    var running = self
    return running.anyHolds(tests, for: input, in: scope.extended("?", input))
  }

  /// The result of a function for arguments by position.
  public func call(_ function: FunctionValue, _ arguments: [Value]) -> Value {
    var running = self
    return running.invoke(function, arguments, named: "function")
  }

  /// The value of a node; nulls get the node's place.
  mutating func value(of expression: Expression, in scope: Scope) -> Value {
    depth += 1
    steps += 1
    defer { depth -= 1 }
    guard depth <= Interpreter.depthLimit else {
      return .null(.tooDeep(limit: Interpreter.depthLimit)).located(at: expression.range)
    }
    guard steps <= Interpreter.stepLimit else {
      return .null(.tooMany(limit: Interpreter.stepLimit)).located(at: expression.range)
    }
    let result = compute(expression, in: scope)
    return result.isNull ? result.located(at: expression.range) : result
  }

  private mutating func compute(_ expression: Expression, in scope: Scope) -> Value {
    switch expression.kind {
    case .literal(let value): value
    case .name(let name): scope.value(of: name) ?? .null(.unknownName(name))
    case .negate(let inner): Operations.negate(value(of: inner, in: scope))
    case .arithmetic(let sign, let left, let right):
      Operations.arithmetic(sign, value(of: left, in: scope), value(of: right, in: scope))
    case .comparison(let sign, let left, let right):
      Operations.compare(sign, value(of: left, in: scope), value(of: right, in: scope))
    case .conjunction(let left, let right): conjunction(left, right, in: scope)
    case .disjunction(let left, let right): disjunction(left, right, in: scope)
    case .between(let inner, let low, let high):
      Operations.between(
        value(of: inner, in: scope), low: value(of: low, in: scope),
        high: value(of: high, in: scope))
    case .isIn(let inner, let tests): membership(inner, tests, in: scope)
    case .conditional(let condition, let yes, let no):
      conditional(condition, yes, no, in: scope)
    case .iteration(let bindings, let body): iteration(bindings, body, in: scope)
    case .quantified(let quantifier, let bindings, let condition):
      quantified(quantifier, bindings, condition, in: scope)
    case .filter(let list, let condition): filter(list, condition, in: scope)
    case .path(let inner, let member, _):
      Operations.member(member, of: value(of: inner, in: scope))
    case .call(let callee, let arguments): call(callee, arguments, in: scope)
    case .instanceOf(let inner, let type): instance(inner, of: type, in: scope)
    case .list(let items): list(items, in: scope)
    case .context(let entries): context(entries, in: scope)
    case .range(let literal): range(literal, in: scope)
    case .function(let parameters, let body, let isExternal):
      .function(
        .closure(
          .init(parameters: parameters, body: body, isExternal: isExternal, scope: scope)))
    }
  }
}
