/// A FEEL function as a value (DMN 1.5, 10.3.2.9): built in, written in FEEL, or lent by the host.
public enum FunctionValue: Sendable {
  case builtIn(BuiltIn)
  case closure(Closure)
  case host(HostFunction)

  /// `function(a, b) body`, with the scope it was written in.
  public struct Closure: Sendable {
    public let parameters: [Expression.Parameter]
    public let body: Expression
    public let isExternal: Bool
    let scope: Scope
  }

  /// The names of the parameters; for a built-in those of its first signature.
  public var parameterNames: [String] {
    switch self {
    case .builtIn(let builtIn): builtIn.signatures.first?.parameters.map(\.name) ?? []
    case .closure(let closure): closure.parameters.map(\.name)
    case .host(let function): function.parameters
    }
  }
}

/// A function the host gives to expressions: a decision service, a business knowledge model.
public struct HostFunction: Sendable {
  public let name: String
  public let parameters: [String]
  /// Takes as many arguments as there are parameters, in their order.
  public let body: @Sendable ([Value]) -> Value

  public init(
    name: String, parameters: [String], body: @escaping @Sendable ([Value]) -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }
}
