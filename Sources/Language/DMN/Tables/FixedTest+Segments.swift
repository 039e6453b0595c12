import FEEL

extension ColumnScale {
  /// The segments in which a cell may hold; `nil` for all.
  ///
  /// May name too many and never too few: rows are held against their cells afterwards.
  func segments(of tests: [FixedTest]) -> [ClosedRange<Int>]? {
    var all: [ClosedRange<Int>] = []
    for test in tests {
      guard let some = segments(of: test) else { return nil }
      all += some
    }
    return all
  }

  private func segments(of test: FixedTest) -> [ClosedRange<Int>]? {
    switch test {
    case .any, .not: nil
    case .compare(let sign, let operand): segments(sign, operand)
    case .option(let option): segments(of: option)
    }
  }

  private func segments(_ sign: ComparisonOperator, _ operand: Value) -> [ClosedRange<Int>]? {
    guard let place = segment(of: operand) else { return nil }
    switch sign {
    case .equal: return [place...place]
    case .notEqual: return nil
    case .less: return isOrdered ? between(0, place - 1) : nil
    case .lessOrEqual: return isOrdered ? between(0, place) : nil
    case .greater: return isOrdered ? between(place + 1, count - 1) : nil
    case .greaterOrEqual: return isOrdered ? between(place, count - 1) : nil
    }
  }

  private func segments(of option: Value) -> [ClosedRange<Int>]? {
    switch option {
    case .null: return []
    case .list(let items):
      var all: [ClosedRange<Int>] = []
      for item in items {
        guard let some = segments(of: item) else { return nil }
        all += some
      }
      return all
    case .range(let range): return segments(of: range)
    default: return segment(of: option).map { [$0...$0] }
    }
  }

  private func segments(of range: RangeValue) -> [ClosedRange<Int>]? {
    guard isOrdered, range.comparison != .notEqual else { return nil }
    var (first, last) = (0, count - 1)
    if let low = range.low {
      guard let place = segment(of: low) else { return nil }
      first = range.lowIncluded ? place : place + 1
    }
    if let high = range.high {
      guard let place = segment(of: high) else { return nil }
      last = range.highIncluded ? place : place - 1
    }
    return between(first, last)
  }

  private func between(_ first: Int, _ last: Int) -> [ClosedRange<Int>] {
    first <= last ? [first...last] : []
  }
}
