/// A setting of a rule, which may depend on an assumption that is true or false: a reading that the
/// source leaves open and that a region may change.
package enum Setting<Value: Sendable>: Sendable {
  case fixed(Value)
  /// Indexes of `Plan.assumptions`, and what holds while it is true or false.
  case depends(on: Int, then: Value, otherwise: Value)

  /// The assumption it depends on.
  package var assumption: Int? {
    if case .depends(let index, _, _) = self { index } else { nil }
  }

  /// What holds while the assumption is true or false.
  package func value(where truth: Bool) -> Value {
    switch self {
    case .fixed(let value): value
    case .depends(_, let then, let otherwise): truth ? then : otherwise
    }
  }

  /// Whether it is a value, whatever is assumed.
  package func isAlways(_ matches: (Value) -> Bool) -> Bool {
    if case .fixed(let value) = self { matches(value) } else { false }
  }
}
