public import Core

/// A FEEL expression read once, to be evaluated many times, also by several threads at once.
///
/// ```swift
/// let subsidy = try Formula("fee * share", names: ["fee", "share"])
/// let value = subsidy.value(with: ["fee": 8000, "share": 1])
/// ```
///
/// What is wrong with the writing is thrown; what goes wrong in evaluating gives a null that says
/// why.
public struct Formula: Sendable {
  /// The tree, for whoever wants to look into it.
  public let expression: Expression
  private let interpreter: Interpreter

  /// - Parameters:
  ///   - text: the expression.
  ///   - names: names it may use, of which those must be given that hold blanks or operator signs:
  ///     `monthly income`, `follow-up`.
  ///   - clock: what `now()` gives; the system's clock by default.
  /// - Throws: all that is wrong with the writing, with places and advice.
  public init(
    _ text: String, names: [String] = [],
    clock: @escaping @Sendable () -> DateTime = { DateTime.now }
  ) throws(DiagnosticsError) {
    let source = SourceText(name: "<expression>", text: text)
    expression = try Parser.expression(source, names: KnownNames(names, members: names)).root
    interpreter = Interpreter(clock: clock)
  }

  /// The value for these values of names; null, with the reason, where there is none.
  public func value(with names: Context = Context()) -> Value {
    interpreter.evaluate(expression, in: Scope(names))
  }
}
