import Core
import FEEL
import TestSupport

@testable import Lint

/// A small random table and all the values at which its cells can tell cases apart.
struct RandomTable {
  let table: BandTable
  /// By column, every value that matters within the column's domain.
  let points: [[Value]]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let kinds = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      Kind.allCases.randomElement(using: &random) ?? .whole
    }
    var rows: [BandTable.Row] = []
    let count = Int.random(in: 1...6, using: &random)
    for index in 0..<count {
      let tests = kinds.map { kind in
        Int.random(in: 0..<5, using: &random) == 0 ? .any : kind.test(&random, depth: 0)
      }
      rows.append(
        BandTable.Row(
          label: Bilingual("\(index)"), range: nil, tests: tests,
          values: [.number(Decimal128(Int.random(in: 0...1, using: &random)))]))
    }
    let priorities = rows.map { _ in Int.random(in: 0...2, using: &random) }
    let policies: [BandTable.Policy] = [.unique, .any, .first, .priority(priorities), .someOf]
    let columns = kinds.enumerated().map { index, kind in
      BandTable.Column(
        name: Bilingual("c\(index)"), measure: kind.measure, key: "c\(index)",
        domain: kind.domain(&random))
    }
    table = BandTable(
      name: Bilingual("random"), range: nil, columns: columns, rows: rows,
      policy: policies.randomElement(using: &random) ?? .unique)
    points = zip(columns, kinds).enumerated().map { position, column in
      let (column, kind) = column
      return kind.points(rows.flatMap { $0.tests[position].values }).filter { value in
        guard let domain = column.domain else { return true }
        return kind.holds(value, domain)
      }
    }
  }

  /// Every combination of the values that matter.
  var cases: [[Value]] {
    points.reduce([[]]) { cases, values in
      cases.flatMap { head in values.map { head + [$0] } }
    }
  }
}

extension RandomTable {
  enum Kind: CaseIterable {
    case whole, cents, dense, date, boolean, text

    var measure: Measure {
      switch self {
      case .whole: .number(digits: 0)
      case .cents: .number(digits: 2)
      case .dense: .number(digits: nil)
      case .date: .date
      case .boolean: .boolean
      case .text: .text
      }
    }

    private func value(_ random: inout SeededGenerator) -> Value {
      switch self {
      case .whole: .number(Decimal128(Int.random(in: 0...8, using: &random)))
      case .cents:
        .number(Decimal128(units: Int64.random(in: 0...6, using: &random), scale: 2))
      case .dense:
        .number(Decimal128(units: Int64.random(in: 0...8, using: &random), scale: 1))
      case .date: .date(CivilDate(dayNumber: 17_000 + Int.random(in: 0...6, using: &random)))
      case .boolean: .boolean(Bool.random(using: &random))
      case .text: .string(["甲", "乙", "丙"].randomElement(using: &random) ?? "甲")
      }
    }

    func test(_ random: inout SeededGenerator, depth: Int) -> Criterion {
      let choice = Int.random(in: 0..<(depth > 1 ? 4 : 6), using: &random)
      if measure.grid != nil, choice < 2 {
        return .range(
          low: value(&random), lowIncluded: Bool.random(using: &random), high: value(&random),
          highIncluded: Bool.random(using: &random))
      }
      if measure.grid != nil, choice == 2 {
        let signs: [ComparisonOperator] = [.less, .lessOrEqual, .greater, .greaterOrEqual]
        return .compare(signs.randomElement(using: &random) ?? .less, value(&random))
      }
      switch choice {
      case 3: return .compare(.notEqual, value(&random))
      case 4: return .not([test(&random, depth: depth + 1)])
      case 5: return .oneOf([test(&random, depth: depth + 1), test(&random, depth: depth + 1)])
      default: return .compare(.equal, value(&random))
      }
    }

    func domain(_ random: inout SeededGenerator) -> ValueSet? {
      switch self {
      case .boolean: return .all(.boolean)
      case .text:
        return Bool.random(using: &random) ? .words(WordSet(["甲", "乙", "丙", "丁"])) : .all(.text)
      default:
        let admission = Admission(test(&random, depth: 2), measure)
        return admission.possible.isEmpty ? .all(measure) : admission.possible
      }
    }

    /// The values named, one step to each side, and one beyond and between them all.
    func points(_ named: [Value]) -> [Value] {
      switch self {
      case .boolean: return [.boolean(true), .boolean(false)]
      case .text: return ["甲", "乙", "丙", "丁", "戊"].map(Value.string)
      case .date:
        return (16_998...17_008).map { .date(CivilDate(dayNumber: $0)) }
      case .whole: return (-2...10).map { .number(Decimal128($0)) }
      case .cents: return (-2...9).map { .number(Decimal128(units: $0, scale: 2)) }
      case .dense: return (-2...20).map { .number(Decimal128(units: Int64($0) * 5, scale: 2)) }
      }
    }

    func holds(_ value: Value, _ domain: ValueSet) -> Bool {
      if let word = measure.word(of: value) { return domain.texts?.contains(word) ?? false }
      guard let number = measure.position(of: value), let set = domain.intervals else {
        return false
      }
      return set.intervals.contains { $0.from <= .before(number) && .before(number) < $0.to }
    }
  }
}

extension Criterion {
  /// Whether a value passes, worked out from the values alone.
  func passes(_ value: Value) -> Bool {
    func holds(_ sign: ComparisonOperator, _ left: Value, _ right: Value) -> Bool {
      if case .boolean(true) = Operations.compare(sign, left, right) { true } else { false }
    }
    switch self {
    case .any: return true
    case .opaque: return false
    case .compare(let sign, let other): return holds(sign, value, other)
    case .not(let tests): return !tests.contains { $0.passes(value) }
    case .oneOf(let tests): return tests.contains { $0.passes(value) }
    case .range(let low, let lowIncluded, let high, let highIncluded):
      return low.map { holds(lowIncluded ? .greaterOrEqual : .greater, value, $0) } ?? true
        && high.map { holds(highIncluded ? .lessOrEqual : .less, value, $0) } ?? true
    }
  }
}
