/// All built-in functions of FEEL.
public enum BuiltIns {
  /// In the order of the specification's tables (DMN 1.5, 10.3.4.1–10.3.4.11).
  public static let all: [BuiltIn] =
    conversion + strings + patterns + lists + listChanges + numbers + rounding + statistics
    + dates + ranges + contexts

  /// By name.
  public static let byName: [String: BuiltIn] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The names, for the parser.
  static let knownNames = KnownNames(
    all.map(\.name), members: ["time offset", "start included", "end included"])
}

extension BuiltIn.Parameter {
  static func any(_ name: String) -> Self { Self(name, .any, acceptsNull: true) }
  static func string(_ name: String) -> Self { Self(name, .string) }
  static func number(_ name: String) -> Self { Self(name, .number) }
  static func list(_ name: String) -> Self { Self(name, .list(.any)) }
  static func context(_ name: String) -> Self { Self(name, .context([:])) }
  static func function(_ name: String) -> Self { Self(name, .function([], result: .any)) }
}

extension BuiltIn.ResultType {
  static let boolean = BuiltIn.ResultType.type(.boolean)
  static let number = BuiltIn.ResultType.type(.number)
  static let string = BuiltIn.ResultType.type(.string)
  static let date = BuiltIn.ResultType.type(.date)
  static let any = BuiltIn.ResultType.type(.any)
}
