/// When values are the same to whoever reads facts.
extension Value {
  /// Known to be none: null that is no error.
  package var isNone: Bool {
    if case .null(nil) = self { true } else { false }
  }

  /// Whether two values are the same, none included.
  package func equals(_ other: Value) -> Bool {
    if case .string(let text) = self, case .string(let said) = other {
      return Operations.isSame(text, said)
    }
    if isNone || other.isNone { return isNone && other.isNone }
    if case .boolean(true) = Operations.compare(.equal, self, other) { return true }
    return false
  }
}
