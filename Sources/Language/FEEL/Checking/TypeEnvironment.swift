/// What a host knows of the names, records and enumerations that expressions speak about.
///
/// Names may be aliases (Chinese or English); the checker passes them on as they are written.
public protocol TypeEnvironment: Sendable {
  /// The type of a name in scope; a host function is `.function`. `nil` for an unknown name.
  func type(ofName name: String) -> FEELType?
  /// All names in scope, for "did you mean".
  var names: [String] { get }
  /// The type of a member of a record, or `nil` when it has none of that name.
  func type(ofMember member: String, of record: String) -> FEELType?
  /// The names of a record's members, for "did you mean".
  func members(of record: String) -> [String]
  /// The value an enumeration holds for a literal as documents may write it (`"企业"` for
  /// `"enterprise"`), or `nil` when the literal is outside the set.
  func canonicalValue(of enumeration: String, for literal: Value) -> Value?
  /// The literals of an enumeration as a document may write them.
  func literals(of enumeration: String) -> [Value]
  /// A type of the host's by the name written behind `instance of`.
  func type(named name: String) -> FEELType?
}

extension TypeEnvironment {
  public var names: [String] { [] }
  public func type(ofMember member: String, of record: String) -> FEELType? { nil }
  public func members(of record: String) -> [String] { [] }
  public func canonicalValue(of enumeration: String, for literal: Value) -> Value? { literal }
  public func literals(of enumeration: String) -> [Value] { [] }
  public func type(named name: String) -> FEELType? { nil }
}

/// An environment of plain names and types.
public struct NamedTypes: TypeEnvironment {
  private let types: [String: FEELType]

  public init(_ types: [String: FEELType] = [:]) { self.types = types }

  public func type(ofName name: String) -> FEELType? { types[name] }
  public var names: [String] { types.keys.sorted() }
}
