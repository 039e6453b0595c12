import Core
import FEEL

extension Criterion {
  /// A unary test made of literals; any other is opaque.
  ///
  /// - Parameters:
  ///   - test: as parsed.
  ///   - takesWords: whether a bare name stands for a text, as in a table of the text itself.
  init(_ test: UnaryTest, takesWords: Bool) {
    switch test.kind {
    case .any: self = .any
    case .compare(let sign, let operand):
      self = Criterion.literal(operand, takesWords).map { .compare(sign, $0) } ?? .opaque
    case .not(let tests): self = .not(tests.map { Criterion($0, takesWords: takesWords) })
    case .expression(let expression): self.init(option: expression, takesWords)
    }
  }

  private init(option expression: Expression, _ takesWords: Bool) {
    switch expression.kind {
    case .range(let range) where range.comparison == nil:
      let low = range.low.flatMap { Criterion.literal($0, takesWords) }
      let high = range.high.flatMap { Criterion.literal($0, takesWords) }
      guard (range.low == nil) == (low == nil), (range.high == nil) == (high == nil) else {
        self = .opaque
        return
      }
      self = .range(
        low: low, lowIncluded: range.lowIncluded, high: high, highIncluded: range.highIncluded)
    case .list(let items): self = .oneOf(items.map { Criterion(option: $0, takesWords) })
    default:
      self = Criterion.literal(expression, takesWords).map { .compare(.equal, $0) } ?? .opaque
    }
  }

  private static func literal(_ expression: Expression, _ takesWords: Bool) -> Value? {
    switch expression.kind {
    case .literal(let value): return value
    case .name(let name): return takesWords ? .string(name) : nil
    case .negate(let operand):
      guard case .number(let number)? = literal(operand, takesWords) else { return nil }
      return .number(number.negated)
    default: return nil
    }
  }

  /// The values it compares with.
  var values: [Value] {
    switch self {
    case .any, .opaque: []
    case .compare(_, let value): [value]
    case .range(let low, _, let high, _): [low, high].compactMap { $0 }
    case .not(let tests), .oneOf(let tests): tests.flatMap(\.values)
    }
  }
}

extension Measure {
  /// The measure of the values that a column's cells name; whole numbers where all of them are.
  ///
  /// - Returns: `nil` where the cells name values of several kinds, or none.
  init?(of cells: [Criterion]) {
    let values = cells.flatMap(\.values).filter { if case .null = $0 { false } else { true } }
    guard let first = values.first else { return nil }
    let candidate: Measure
    switch first {
    case .number:
      let isWhole = values.allSatisfy {
        if case .number(let number) = $0 { number.isInteger } else { false }
      }
      candidate = .number(digits: isWhole ? 0 : nil)
    case .string: candidate = .text
    case .boolean: candidate = .boolean
    case .date: candidate = .date
    case .yearMonthDuration: candidate = .yearMonthDuration
    case .dayTimeDuration: candidate = .dayTimeDuration
    default: return nil
    }
    guard
      values.allSatisfy({ candidate.position(of: $0) != nil || candidate.word(of: $0) != nil })
    else { return nil }
    self = candidate
  }
}
