import Core

/// Functions over lists of numbers (DMN 1.5, 10.3.4.4). Each takes a list, or its items as arguments.
extension BuiltIns {
  static let statistics: [BuiltIn] = [
    statistic("sum", returns: .number, sum),
    statistic("product", returns: .number, product),
    statistic("mean", returns: .number, mean),
    statistic("median", returns: .number, median),
    statistic("stddev", returns: .number, standardDeviation),
    statistic("mode", returns: .type(.list(.number)), mode),
  ]

  private static func statistic(
    _ name: String, returns result: BuiltIn.ResultType,
    _ body: @escaping @Sendable ([Decimal128]) throws(NullReason) -> Value
  ) -> BuiltIn {
    let onList: @Sendable (Arguments) throws(NullReason) -> Value = {
      (arguments) throws(NullReason) in try body(arguments.numbers(0))
    }
    return BuiltIn(
      name, .init(.init("list", .list(.number)), returns: result, onList),
      .init(.init("n", .number, acceptsNull: true), isVariadic: true, returns: result, onList))
  }

  private static func sum(_ numbers: [Decimal128]) throws(NullReason) -> Value {
    .number(try total(numbers))
  }

  private static func total(_ numbers: [Decimal128]) throws(NullReason) -> Decimal128 {
    guard var result = numbers.first else { throw .emptyList }
    for number in numbers.dropFirst() { result = try finite(result.adding(number)) }
    return result
  }

  private static func product(_ numbers: [Decimal128]) throws(NullReason) -> Value {
    guard var result = numbers.first else { throw .emptyList }
    for number in numbers.dropFirst() { result = try finite(result.multiplied(by: number)) }
    return .number(result)
  }

  private static func mean(_ numbers: [Decimal128]) throws(NullReason) -> Value {
    .number(try average(numbers))
  }

  private static func average(_ numbers: [Decimal128]) throws(NullReason) -> Decimal128 {
    try finite(total(numbers).divided(by: Decimal128(numbers.count)))
  }

  private static func median(_ numbers: [Decimal128]) throws(NullReason) -> Value {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    guard !sorted.isEmpty else { throw .emptyList }
    return .number(
      sorted.count % 2 == 1 ? sorted[middle] : try average(Array(sorted[middle - 1...middle])))
  }

  /// The standard deviation of a sample, which has two numbers at least.
  private static func standardDeviation(_ numbers: [Decimal128]) throws(NullReason) -> Value {
    guard numbers.count > 1 else { throw .emptyList }
    let mean = try average(numbers)
    var squares: [Decimal128] = []
    for number in numbers {
      let distance = try finite(number.subtracting(mean))
      squares.append(try finite(distance.multiplied(by: distance)))
    }
    let variance = try finite(total(squares).divided(by: Decimal128(numbers.count - 1)))
    return .number(try finite(variance.squareRoot()))
  }

  /// The most frequent numbers, ascending.
  private static func mode(_ numbers: [Decimal128]) throws(NullReason) -> Value {
    let counts = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.values.max() ?? 0
    let modes = counts.filter { $0.value == most }.keys.sorted()
    return .list(modes.map { .number($0) })
  }

  private static func finite(_ number: Decimal128?) throws(NullReason) -> Decimal128 {
    guard let number else { throw .noFiniteNumber }
    return number
  }
}
