/// All built-in functions of FEEL.
public enum BuiltIns {
  /// In the order of the specification's tables.
  public static let all: [BuiltIn] = []

  /// By name.
  public static let byName: [String: BuiltIn] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The names, for the parser.
  static let knownNames = KnownNames(
    all.map(\.name), members: ["time offset", "start included", "end included"])
}
