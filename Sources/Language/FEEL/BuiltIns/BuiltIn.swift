/// A function of FEEL's own library (DMN 1.5, 10.3.4), declared once: parser, type checker,
/// interpreter and help read the same entry.
public struct BuiltIn: Sendable {
  /// `string length`.
  public let name: String
  /// Ways to call it; the first that fits the arguments is taken.
  public let signatures: [Signature]

  init(_ name: String, _ signatures: Signature...) { self.init(name, signatures) }

  init(_ name: String, _ signatures: [Signature]) {
    self.name = name
    self.signatures = signatures
  }

  /// One way to call a built-in function.
  public struct Signature: Sendable {
    public let parameters: [Parameter]
    /// The last parameter takes any number of arguments, at least one, and gets them as a list.
    public let isVariadic: Bool
    public let result: ResultType
    let body: Body

    init(
      _ parameters: Parameter..., isVariadic: Bool = false, returns result: ResultType,
      _ body: @escaping Body
    ) {
      self.parameters = parameters
      self.isVariadic = isVariadic
      self.result = result
      self.body = body
    }

    /// A signature whose body needs nothing but its arguments.
    init(
      _ parameters: Parameter..., isVariadic: Bool = false, returns result: ResultType,
      _ body: @escaping @Sendable (Arguments) throws(NullReason) -> Value
    ) {
      self.parameters = parameters
      self.isVariadic = isVariadic
      self.result = result
      self.body = { (arguments, _) throws(NullReason) in try body(arguments) }
    }
  }

  /// A parameter, and whether null may be given for it; else a null argument gives null.
  public struct Parameter: Sendable {
    public let name: String
    public let type: FEELType
    public let acceptsNull: Bool

    init(_ name: String, _ type: FEELType, acceptsNull: Bool = false) {
      self.name = name
      self.type = type
      self.acceptsNull = acceptsNull
    }
  }

  /// The type of the result, where it depends on the arguments by the place of the argument.
  public enum ResultType: Sendable {
    case type(FEELType)
    case sameAs(Int)
    case elementOf(Int)
    case listOf(Int)
    case flattened(Int)
  }

  /// Computes the result from arguments that fit the signature; throws why there is none.
  typealias Body = @Sendable (Arguments, inout Interpreter) throws(NullReason) -> Value
}
