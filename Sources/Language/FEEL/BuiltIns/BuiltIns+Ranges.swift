import Core

/// Range functions (DMN 1.5, 10.3.4.7) and `range()`. A point counts as the range that holds it
/// alone.
extension BuiltIns {
  static let ranges: [BuiltIn] =
    [BuiltIn("range", .init(.string("from"), returns: .type(.range(.any)), range))]
    + [
      relation("before", [.points, .pointRange, .rangePoint, .ranges]) { $0.high < $1.low },
      relation("after", [.points, .pointRange, .rangePoint, .ranges]) { $0.low > $1.high },
      relation("meets", [.ranges]) { $0.high == $1.low },
      relation("met by", [.ranges]) { $0.low == $1.high },
      relation("overlaps", [.ranges]) { $0.high >= $1.low && $0.low <= $1.high },
      relation("overlaps before", [.ranges]) {
        $0.low < $1.low && $0.high >= $1.low && $0.high <= $1.high
      },
      relation("overlaps after", [.ranges]) {
        $1.low < $0.low && $1.high >= $0.low && $1.high <= $0.high
      },
      relation("finishes", [.pointRange, .ranges]) { $0.high == $1.high && $0.low >= $1.low },
      relation("finished by", [.rangePoint, .ranges]) { $0.high == $1.high && $0.low <= $1.low },
      relation("includes", [.rangePoint, .ranges]) { $0.low <= $1.low && $0.high >= $1.high },
      relation("during", [.pointRange, .ranges]) { $1.low <= $0.low && $1.high >= $0.high },
      relation("starts", [.pointRange, .ranges]) { $0.low == $1.low && $0.high <= $1.high },
      relation("started by", [.rangePoint, .ranges]) { $0.low == $1.low && $0.high >= $1.high },
      relation("coincides", [.points, .ranges]) { $0.low == $1.low && $0.high == $1.high },
    ]

  /// What a relation may be asked of.
  private enum Form {
    case points, pointRange, rangePoint, ranges

    var parameters: (BuiltIn.Parameter, BuiltIn.Parameter) {
      let range = FEELType.range(.any)
      return switch self {
      case .points: (.init("point1", .any), .init("point2", .any))
      case .pointRange: (.init("point", .any), .init("range", range))
      case .rangePoint: (.init("range", range), .init("point", .any))
      case .ranges: (.init("range1", range), .init("range2", range))
      }
    }
  }

  private static func relation(
    _ name: String, _ forms: [Form], _ holds: @escaping @Sendable (Extent, Extent) -> Bool
  ) -> BuiltIn {
    let body: @Sendable (Arguments) throws(NullReason) -> Value = {
      (arguments) throws(NullReason) in
      let (left, right) = (Extent(arguments[0]), Extent(arguments[1]))
      guard left.isComparable(with: right) else {
        throw .operands(name, arguments[0], arguments[1])
      }
      return .boolean(holds(left, right))
    }
    // Ranges first: a range would also pass for a point of any type.
    let signatures = forms.reversed().map { form in
      let (first, second) = form.parameters
      return BuiltIn.Signature(first, second, returns: .boolean, body)
    }
    return BuiltIn(name, signatures)
  }

  /// The range a text writes; its ends are literals, or dates and durations made from literals.
  private static func range(_ arguments: Arguments) throws(NullReason) -> Value {
    let text = try arguments.string(0)
    let source = SourceText(name: "range", text: text)
    guard let parsed = try? Parser.expression(source),
      case .range(let literal) = parsed.root.kind, literal.comparison == nil,
      let low = literal.low, let high = literal.high, isConstant(low), isConstant(high)
    else { throw .notReadable(text, as: .range(.any)) }
    return Interpreter().evaluate(parsed.root)
  }

  private static func isConstant(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .literal: return true
    case .negate(let inner): return isConstant(inner)
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.kind, arguments.count == 1,
        case .literal(.string) = arguments[0].value.kind
      else { return false }
      return ["date", "time", "date and time", "duration"].contains(name)
    default: return false
    }
  }
}

/// A range or a point, as the first and last place it holds.
private struct Extent {
  let low: Edge
  let high: Edge

  init(_ value: Value) {
    guard case .range(let range) = value else {
      low = .at(value, shift: 0)
      high = .at(value, shift: 0)
      return
    }
    low = range.low.map { .at($0, shift: range.lowIncluded ? 0 : 1) } ?? .beforeAll
    high = range.high.map { .at($0, shift: range.highIncluded ? 0 : -1) } ?? .behindAll
  }

  func isComparable(with other: Extent) -> Bool {
    [low, high].allSatisfy { mine in
      [other.low, other.high].allSatisfy { Edge.order(mine, $0) != nil }
    }
  }
}

/// A place on the scale of values: at a value, or next to it where a range leaves it out.
private enum Edge: Comparable {
  case beforeAll
  case at(Value, shift: Int)
  case behindAll

  /// Negative, zero or positive; `nil` for values without an order.
  static func order(_ left: Edge, _ right: Edge) -> Int? {
    switch (left, right) {
    case (.beforeAll, .beforeAll), (.behindAll, .behindAll): return 0
    case (.beforeAll, _), (_, .behindAll): return -1
    case (.behindAll, _), (_, .beforeAll): return 1
    case (.at(let a, let shiftA), .at(let b, let shiftB)):
      guard let order = Operations.order(a, b) else { return nil }
      return order != 0 ? order : shiftA - shiftB
    }
  }

  static func == (left: Edge, right: Edge) -> Bool { order(left, right) == 0 }
  static func < (left: Edge, right: Edge) -> Bool { order(left, right).map { $0 < 0 } ?? false }
}
