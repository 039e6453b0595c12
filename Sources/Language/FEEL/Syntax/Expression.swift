public import Core

/// A FEEL expression as written (DMN 1.5, 10.3.1.2): a kind, and where it stands in its source.
///
/// Made by `Parser`; read by `TypeChecker`, `Interpreter` and the plan compiler.
public struct Expression: Sendable {
  public let kind: Kind
  public let range: SourceRange
  /// Unique within one parse, counted from 0: the index of this node in a `TypeTable`.
  public let id: Int

  public init(_ kind: Kind, _ range: SourceRange, id: Int) {
    self.kind = kind
    self.range = range
    self.id = id
  }

  public indirect enum Kind: Sendable {
    /// A literal: `null`, `true`, `12.5`, `"text"`, `@"2019-01-01"`.
    case literal(Value)
    /// A name resolved by scope; names with spaces come as one, blanks normalised to single ones.
    case name(String)
    case negate(Expression)
    case arithmetic(ArithmeticOperator, Expression, Expression)
    case comparison(ComparisonOperator, Expression, Expression)
    case conjunction(Expression, Expression)
    case disjunction(Expression, Expression)
    case between(Expression, low: Expression, high: Expression)
    /// `value in test` and `value in (test, test)`: true when any test holds.
    case isIn(Expression, [UnaryTest])
    case conditional(Expression, then: Expression, otherwise: Expression)
    case iteration([Binding], body: Expression)
    case quantified(Quantifier, [Binding], satisfies: Expression)
    /// `list[condition]` and `list[index]`.
    case filter(Expression, Expression)
    /// `value.member`; the range is that of the member's name.
    case path(Expression, member: String, SourceRange)
    case call(Expression, [Argument])
    case instanceOf(Expression, TypeName)
    case list([Expression])
    case context([Entry])
    case range(RangeLiteral)
    case function([Parameter], body: Expression, isExternal: Bool)
  }

  /// `name in domain` of `for`, `some` and `every`. Where the domain is `a..b`, `upTo` is b.
  public struct Binding: Sendable {
    public let name: String
    public let nameRange: SourceRange
    public let domain: Expression
    public let upTo: Expression?
  }

  /// An argument of a call, by position or by name.
  public struct Argument: Sendable {
    public let name: String?
    public let value: Expression
  }

  public struct Entry: Sendable {
    public let key: String
    public let keyRange: SourceRange
    public let value: Expression
  }

  public struct Parameter: Sendable {
    public let name: String
    public let type: TypeName?
  }

  /// `[a..b]`, `(a..b)`, `]a..b[` …; `nil` for an open end written by `< a` or `>= a`.
  public struct RangeLiteral: Sendable {
    /// The sign of a range written `< a`, `>= a`, `= a` or `!= a`: the endpoint is `low` or `high`
    /// as the sign says, and for `=` and `!=` both.
    public let comparison: ComparisonOperator?
    public let low: Expression?
    public let lowIncluded: Bool
    public let high: Expression?
    public let highIncluded: Bool
  }
}

/// One test of `in (…)` or of a decision table's input cell (DMN 1.5, 10.3.1.2, 7 and 10–18).
public struct UnaryTest: Sendable {
  public let kind: Kind
  public let range: SourceRange

  public indirect enum Kind: Sendable {
    /// `-`: always true.
    case any
    /// `< 5`, `= "x"`, `!= 3`.
    case compare(ComparisonOperator, Expression)
    /// A value, range or list to compare with, or — where it uses `?` or is Boolean — a condition.
    case expression(Expression)
    /// `not(test, test)`.
    case not([UnaryTest])
  }

  public init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

public enum ArithmeticOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "**"
}

public enum ComparisonOperator: String, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

public enum Quantifier: String, Sendable { case some, every }

/// A type as written behind `instance of` or in a function's signature.
public indirect enum TypeName: Sendable {
  /// `number`, `years and months duration`, or a model's own `tPerson`; a dotted name keeps its dots.
  case named(String)
  case list(TypeName)
  case range(TypeName)
  case context([(key: String, type: TypeName)])
  case function([TypeName], result: TypeName)
}
