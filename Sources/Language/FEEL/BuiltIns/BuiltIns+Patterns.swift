/// String functions with regular expressions (DMN 1.5, 10.3.4.3; XQuery and XPath Functions 5.6).
extension BuiltIns {
  static let patterns: [BuiltIn] = [
    BuiltIn(
      "matches", .init(.string("input"), .string("pattern"), returns: .boolean, matches),
      .init(
        .string("input"), .string("pattern"), .init("flags", .string, acceptsNull: true),
        returns: .boolean, matches)),
    BuiltIn(
      "replace",
      .init(
        .string("input"), .string("pattern"), .string("replacement"), returns: .string, replace),
      .init(
        .string("input"), .string("pattern"), .string("replacement"),
        .init("flags", .string, acceptsNull: true), returns: .string, replace)),
    BuiltIn(
      "split",
      .init(.string("string"), .string("delimiter"), returns: .type(.list(.string)), split)),
  ]

  private static func matches(_ arguments: Arguments) throws(NullReason) -> Value {
    let pattern = try Pattern(try arguments.string(1), flags: try flags(arguments, 2))
    return .boolean(try pattern.firstMatch(in: try arguments.string(0)) != nil)
  }

  private static func replace(_ arguments: Arguments) throws(NullReason) -> Value {
    let pattern = try Pattern(try arguments.string(1), flags: try flags(arguments, 3))
    return .string(
      try pattern.replacing(in: try arguments.string(0), with: try arguments.string(2)))
  }

  private static func split(_ arguments: Arguments) throws(NullReason) -> Value {
    let pattern = try Pattern(try arguments.string(1), flags: "")
    return .list(try pattern.splitting(try arguments.string(0)).map { .string($0) })
  }

  private static func flags(_ arguments: Arguments, _ place: Int) throws(NullReason) -> String {
    arguments[place].isNull ? "" : try arguments.string(place)
  }
}
