import Core
public import FEEL

extension KitTests {
  /// How one expected value came out.
  public struct Verdict: Sendable {
    public let test: String
    public let result: Result
    /// `nil` when there is no decision or service of that name.
    public let found: Value?
    public let passed: Bool
  }

  /// Runs every case against a program.
  public func run(_ program: DecisionProgram) -> [Verdict] {
    cases.flatMap { test in
      test.results.map { result in
        let name = test.invocable ?? result.name
        var found = program.evaluate(name, inputs: test.inputs, imported: test.imported)
        // A service with several outputs is asked for one of them by name.
        if test.invocable != nil, case .context(let outputs)? = found,
          let output = outputs[result.name], !KitTests.agrees(.context(outputs), result.expected)
        {
          found = output
        }
        return Verdict(
          test: test.id, result: result, found: found,
          passed: found.map { KitTests.agrees($0, result.expected) } ?? false)
      }
    }
  }

  /// Numbers agree to eight digits after the point, as the kit's own runners hold them; everything
  /// else must be the same.
  static func agrees(_ found: Value, _ expected: Value) -> Bool {
    switch (found, expected) {
    case (.null, .null): return true
    case (.number(let left), .number(let right)):
      guard let distance = left.subtracting(right)?.magnitude else { return false }
      return distance < Decimal128(units: 1, scale: 8)
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { agrees($0, $1) }
    case (.context(let left), .context(let right)):
      return left.count == right.count
        && right.entries.allSatisfy { entry in
          left[entry.key].map { agrees($0, entry.value) } ?? false
        }
    case (.time(let left), .time(let right)):
      return left == right || left.description == right.description
    case (.dateTime(let left), .dateTime(let right)):
      return left == right || left.description == right.description
    default: return Operations.isEqual(found, expected) == true
    }
  }
}
