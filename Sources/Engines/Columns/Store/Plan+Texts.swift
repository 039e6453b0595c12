import FEEL
import PolicyPlan

extension Plan {
  /// The texts that rules name: constants, and the values of figures.
  var texts: [String] {
    let constants = nodes.compactMap { node -> Value? in
      if case .constant(let value) = node.operation { value } else { nil }
    }
    let figures =
      parameters.flatMap { $0.values.map(\.value) + $0.locals.map(\.value) }
      + assumptions.flatMap { [$0.value] + $0.locals.map(\.value) }
    return (constants + figures).compactMap { value in
      if case .string(let text) = value { text } else { nil }
    }
  }
}
