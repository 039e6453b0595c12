extension BuiltIns {
  /// Calls a built-in by its name; null where there is none of that name.
  public static func call(_ name: String, _ arguments: [Value]) -> Value {
    guard let builtIn = byName[name] else { return .null }
    return Interpreter().call(.builtIn(builtIn), arguments)
  }
}
