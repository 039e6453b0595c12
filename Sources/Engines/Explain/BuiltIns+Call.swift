import FEEL

extension BuiltIns {
  /// Calls a FEEL built-in by its name; the plan compiler has checked that there is one.
  static func call(_ name: String, _ arguments: [Value]) -> Value {
    guard let builtIn = byName[name] else { return .null }
    return Interpreter().call(.builtIn(builtIn), arguments)
  }
}
