import Core

/// Values written as Swift literals. There is none for numbers with a point: a Swift one is binary
/// and seldom the decimal that was written; `Decimal128("0.6")` is.
extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  public init(integerLiteral value: Int) { self = .number(Decimal128(value)) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Context: ExpressibleByDictionaryLiteral {
  /// A name given twice keeps its first place and its last value.
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}

extension Value: CustomStringConvertible {
  /// The value as FEEL writes it.
  public var description: String { literalText }
}
