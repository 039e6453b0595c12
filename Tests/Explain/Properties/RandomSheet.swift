import Core
import FEEL
import Facts
import TestSupport
import Vocabulary

/// A random answer to every indicator that the vocabulary declares, at and around the edges of bands
/// more often than between them.
struct RandomSheet {
  static let on = CivilDate("2025-12-31") ?? CivilDate(dayNumber: 0)

  let vocabulary: Vocabulary
  private var random: SeededGenerator

  init(seed: UInt64, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    random = SeededGenerator(seed: seed)
  }

  /// The indicators, in the order of the vocabulary.
  var indicators: [Field] {
    guard let type = vocabulary.typeIndex("indicator"),
      let view = vocabulary.yearlyView(ofType: type).flatMap({ vocabulary.type($0) })
    else { return [] }
    return view.fields
  }

  /// One value for each indicator.
  mutating func make() -> [String: Value] {
    var values: [String: Value] = [:]
    for indicator in indicators { values[indicator.id] = value(indicator.type, of: indicator.id) }
    return values
  }

  /// A value that is worth at least as much to an enterprise, or at most as much where the indicator
  /// is one of its faults.
  mutating func more(_ value: Value, _ indicator: Field) -> Value {
    switch (indicator.type, value) {
    case (.boolean, _): return .boolean(true)
    case (.number(let range, _, _), .number(let number)):
      let steps = range.upperBound <= .one ? ["0.01", "0.05", "0.1"] : ["1", "10", "50"]
      let step = steps.randomElement(using: &random).flatMap { Decimal128($0) } ?? .one
      return .number(min(number.adding(step) ?? number, range.upperBound))
    case (.enumeration(let names), .string(let text)):
      let place = names.firstIndex { $0.id == text } ?? 0
      return .string(names[min(place + 1, names.count - 1)].id)
    case (.children(let fields), .list(let items)): return .list(items + [child(fields)])
    default: return value
    }
  }

  mutating func chance(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &random) < share }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &random)
  }

  private mutating func value(_ type: FieldType, of name: String) -> Value {
    switch type {
    case .boolean: return .boolean(chance(50))
    case .number(let range, let scale, _): return number(range, scale, name)
    case .enumeration(let names): return .string(names.randomElement(using: &random)?.id ?? "")
    case .children(let fields):
      return .list((0..<Int.random(in: 0...4, using: &random)).map { _ in child(fields) })
    default: return .string(pick(["a", "b", "c"]) ?? "")
    }
  }

  private mutating func child(_ fields: [Field]) -> Value {
    var context = Context()
    for field in fields { context[field.id] = value(field.type, of: field.id) }
    return .context(context)
  }

  private mutating func number(
    _ range: ClosedRange<Decimal128>, _ scale: Int, _ name: String
  ) -> Value {
    let edges: [String]
    switch name {
    case "people": edges = ["1", "4", "5", "6"]
    case "arbitrationCases": edges = ["0", "2", "3", "4", "6", "7", "10", "11"]
    case "prize": edges = ["1", "2", "3"]
    case "skillAllowance": edges = ["0", "1", "100", "149.99", "150", "220", "500", "1000"]
    case "wageGrowth": edges = ["-0.05", "0", "0.0001", "0.03", "0.04", "0.055", "0.11", "0.5"]
    default:
      edges =
        range.upperBound <= .one
        ? ["0", "0.2", "0.2001", "0.35", "0.36", "0.41", "0.5", "0.6", "0.7", "0.71", "1"]
        : ["0", "1", "9", "10", "19", "20", "49", "50", "99", "100", "500"]
    }
    if chance(70), let edge = edges.randomElement(using: &random), let number = Decimal128(edge) {
      return .number(min(max(number, range.lowerBound), range.upperBound))
    }
    let units = Int64.random(in: 0...10_000, using: &random)
    let number = Decimal128(units: units, scale: min(scale, 4))
    return .number(min(max(number, range.lowerBound), range.upperBound))
  }
}
