import Core
import FEEL

/// The values that the cells of a column speak of, and the segments into which they cut all values:
/// below the first, the first itself, between it and the second, and so on.
///
/// Two values in one segment are told apart by no cell of the column that is made of literals.
enum ColumnScale: Sendable {
  case numbers([Decimal128])
  /// Dates, durations, and texts that are compared by their order.
  case ordered([Value])
  /// Texts that are only compared for equality. Swift holds canonically equivalent texts for one,
  /// which FEEL does not: they share a segment.
  case texts([String: Int])
  case booleans

  /// The scale of a column; `nil` where its cells speak of no values, of values of several types, or
  /// of such as have no order.
  init?(_ column: some Sequence<[FixedTest]>) {
    var values: [Value] = []
    var isOrdered = false
    for tests in column { for test in tests { test.gather(&values, &isOrdered) } }
    guard let first = values.first, values.allSatisfy({ $0.isOfKind(of: first) }) else {
      return nil
    }
    switch first {
    case .boolean: self = .booleans
    case .number: self = .numbers(ColumnScale.cuts(values.compactMap(\.number), <))
    case .string where !isOrdered:
      var places: [String: Int] = [:]
      for case .string(let text) in values where places[text] == nil {
        places[text] = places.count
      }
      self = .texts(places)
    case .string, .date, .yearMonthDuration, .dayTimeDuration:
      self = .ordered(ColumnScale.cuts(values) { (Operations.order($0, $1) ?? 0) < 0 })
    default: return nil
    }
  }

  /// The values in order, each once.
  private static func cuts<Item>(_ items: [Item], _ precedes: (Item, Item) -> Bool) -> [Item] {
    var cuts: [Item] = []
    for item in items.sorted(by: precedes) {
      if let last = cuts.last, !precedes(last, item) { continue }
      cuts.append(item)
    }
    return cuts
  }

  /// How many segments there are.
  var count: Int {
    switch self {
    case .numbers(let cuts): 2 * cuts.count + 1
    case .ordered(let cuts): 2 * cuts.count + 1
    // The last one is that of every other text.
    case .texts(let places): places.count + 1
    case .booleans: 2
    }
  }

  /// Whether segments lie in the order of their values.
  var isOrdered: Bool {
    switch self {
    case .numbers, .ordered: true
    case .texts, .booleans: false
    }
  }

  /// The segment a value lies in; `nil` for a value of another type.
  func segment(of value: Value) -> Int? {
    switch (self, value) {
    case (.numbers(let cuts), .number(let number)):
      return ColumnScale.segment(cuts.count) { number == cuts[$0] ? 0 : number < cuts[$0] ? -1 : 1 }
    case (.ordered(let cuts), _):
      guard let first = cuts.first, value.isOfKind(of: first) else { return nil }
      return ColumnScale.segment(cuts.count) { Operations.order(value, cuts[$0]) ?? 0 }
    case (.texts(let places), .string(let text)): return places[text] ?? places.count
    case (.booleans, .boolean(let truth)): return truth ? 1 : 0
    default: return nil
    }
  }

  /// Finds a value among so many sorted cuts by halving; `order` says how the value stands to the
  /// cut at a place.
  private static func segment(_ count: Int, _ order: (Int) -> Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let found = order(middle)
      if found == 0 { return 2 * middle + 1 }
      if found < 0 { high = middle } else { low = middle + 1 }
    }
    return 2 * low
  }
}

extension Value {
  fileprivate var number: Decimal128? { if case .number(let number) = self { number } else { nil } }

  /// Whether two values are of one simple type.
  fileprivate func isOfKind(of other: Value) -> Bool {
    switch (self, other) {
    case (.number, .number), (.string, .string), (.boolean, .boolean), (.date, .date),
      (.yearMonthDuration, .yearMonthDuration), (.dayTimeDuration, .dayTimeDuration):
      true
    default: false
    }
  }
}

extension FixedTest {
  /// Adds the values that the test speaks of; a null is none of them.
  fileprivate func gather(_ values: inout [Value], _ isOrdered: inout Bool) {
    switch self {
    case .any: return
    case .compare(let sign, let operand):
      if sign != .equal, sign != .notEqual { isOrdered = true }
      gather(operand, &values, &isOrdered)
    case .option(let option): gather(option, &values, &isOrdered)
    case .not(let tests): for test in tests { test.gather(&values, &isOrdered) }
    }
  }

  private func gather(_ option: Value, _ values: inout [Value], _ isOrdered: inout Bool) {
    switch option {
    case .null: return
    case .list(let items): for item in items { gather(item, &values, &isOrdered) }
    case .range(let range):
      isOrdered = true
      values += [range.low, range.high].compactMap { $0 }
    default: values.append(option)
    }
  }
}
