import Core

/// List functions that ask (DMN 1.5, 10.3.4.4).
extension BuiltIns {
  static let lists: [BuiltIn] = [
    BuiltIn("not", .init(.init("negand", .any, acceptsNull: true), returns: .boolean, not)),
    BuiltIn(
      "list contains", .init(.list("list"), .any("element"), returns: .boolean, listContains)),
    BuiltIn("count", .init(.list("list"), returns: .number, count)),
    BuiltIn(
      "min", .init(.list("list"), returns: .elementOf(0), minimum),
      .init(.any("c"), isVariadic: true, returns: .elementOf(0), minimum)),
    BuiltIn(
      "max", .init(.list("list"), returns: .elementOf(0), maximum),
      .init(.any("c"), isVariadic: true, returns: .elementOf(0), maximum)),
    BuiltIn(
      "all", .init(.list("list"), returns: .boolean, all),
      .init(.any("b"), isVariadic: true, returns: .boolean, all)),
    BuiltIn(
      "any", .init(.list("list"), returns: .boolean, any),
      .init(.any("b"), isVariadic: true, returns: .boolean, any)),
    BuiltIn(
      "index of",
      .init(.list("list"), .any("match"), returns: .type(.list(.number)), indexOf)),
    BuiltIn(
      "sublist",
      .init(.list("list"), .number("start position"), returns: .sameAs(0), sublist),
      .init(
        .list("list"), .number("start position"), .number("length"), returns: .sameAs(0), sublist)),
  ]

  private static func not(_ arguments: Arguments) throws(NullReason) -> Value {
    Operations.not(arguments[0])
  }

  private static func listContains(_ arguments: Arguments) throws(NullReason) -> Value {
    .boolean(contains(try arguments.list(0), arguments[1]))
  }

  /// Whether an item of the list equals the value; a null only a null.
  static func contains(_ items: [Value], _ value: Value) -> Bool {
    items.contains { Operations.isEqual($0, value) == true }
  }

  private static func count(_ arguments: Arguments) throws(NullReason) -> Value {
    .number(Decimal128(try arguments.list(0).count))
  }

  private static func minimum(_ arguments: Arguments) throws(NullReason) -> Value {
    try extreme(arguments.list(0)) { $0 < 0 }
  }

  private static func maximum(_ arguments: Arguments) throws(NullReason) -> Value {
    try extreme(arguments.list(0)) { $0 > 0 }
  }

  private static func extreme(
    _ items: [Value], _ isBetter: (Int) -> Bool
  ) throws(NullReason) -> Value {
    guard var best = items.first else { throw .emptyList }
    for item in items {
      guard let order = Operations.order(item, best) else {
        if case .null(let reason) = item { throw reason ?? .nullOperand }
        throw .operands("<", item, best)
      }
      if isBetter(order) { best = item }
    }
    return best
  }

  /// The conjunction of the items: true for none.
  private static func all(_ arguments: Arguments) throws(NullReason) -> Value {
    try arguments.list(0).reduce(.boolean(true)) { Operations.and($0, $1) }
  }

  /// The disjunction of the items: false for none.
  private static func any(_ arguments: Arguments) throws(NullReason) -> Value {
    try arguments.list(0).reduce(.boolean(false)) { Operations.or($0, $1) }
  }

  private static func indexOf(_ arguments: Arguments) throws(NullReason) -> Value {
    let match = arguments[1]
    let places = try arguments.list(0).enumerated().filter {
      Operations.isEqual($0.element, match) == true
    }
    return .list(places.map { .number(Decimal128($0.offset + 1)) })
  }

  private static func sublist(_ arguments: Arguments) throws(NullReason) -> Value {
    let items = try arguments.list(0)
    let start = try place(arguments, 1, in: items)
    guard arguments.values.count > 2 else { return .list(Array(items[start...])) }
    let length = try arguments.integer(2)
    guard length >= 1, start + length <= items.count else {
      throw .outOfRange(Decimal128(length))
    }
    return .list(Array(items[start..<start + length]))
  }

  /// The index from 0 that a position from 1, or from −1 backwards, means.
  static func place(
    _ arguments: Arguments, _ argument: Int, in items: [Value]
  ) throws(NullReason) -> Int {
    let position = try arguments.integer(argument)
    guard position != 0, position.magnitude <= items.count else {
      throw .noItem(String(position), count: items.count)
    }
    return position > 0 ? position - 1 : items.count + position
  }
}
