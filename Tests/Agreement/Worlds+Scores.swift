import Core
import FEEL
import Facts
import FactsSupport
import Testing
import TestSupport
import Vocabulary

/// Random enterprises with the indicators of this year and the last: each told once, twice alike, twice
/// otherwise, as none, or not at all; and with what was selected.
extension Worlds {
  static func scored(
    _ seeds: Range<UInt64>, knowing share: Int
  ) throws -> FactBase {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    var facts = FactBase(vocabulary: vocabulary, on: RandomPlace.wuxing.on)
    for seed in seeds {
      var maker = ScoredWorld(vocabulary, seed: seed, share: share)
      maker.add(to: &facts)
    }
    return facts
  }
}

private struct ScoredWorld {
  let vocabulary: Vocabulary
  let share: Int
  let tag: String
  var random: SeededGenerator

  init(_ vocabulary: Vocabulary, seed: UInt64, share: Int) {
    self.vocabulary = vocabulary
    self.share = share
    tag = "\(seed)"
    random = SeededGenerator(seed: seed)
  }

  mutating func add(to facts: inout FactBase) {
    for name in ["甲", "乙"] { add(party: "person", tag + name, [:], to: &facts) }
    for number in 0..<3 {
      let id = "\(tag)-\(number)"
      add(
        party: "organisation", id,
        [
          "kind": text(below(8) == 0 ? "school" : "enterprise"),
          "region": text(below(8) == 0 ? "310000" : "330502"),
        ], to: &facts)
      addIndicators(of: id, to: &facts)
      for _ in 0..<below(3) { addSelection(of: id, to: &facts) }
    }
  }

  private mutating func add(
    party type: String, _ id: String, _ known: [String: FactValue], to facts: inout FactBase
  ) {
    guard let index = vocabulary.typeIndex(type) else { return }
    let values = vocabulary.types[index].fields.map { known[$0.id] ?? .missing }
    facts.add(party: Record(type: index, id: id, party: nil, values: values))
  }

  private mutating func addSelection(of party: String, to facts: inout FactBase) {
    guard let index = vocabulary.typeIndex("selection") else { return }
    let values = vocabulary.types[index].fields.map { field -> FactValue in
      if below(100) >= share { return below(2) == 0 ? .missing : .none }
      switch field.id {
      case "year": return .known(.number(Decimal128(year())))
      case "result": return below(3) == 0 ? .none : value(of: field.type)
      case "reviewScore":
        return .known(.number(Decimal128(units: [595, 600, 799, 800, 950][below(5)], scale: 1)))
      default: return value(of: field.type)
      }
    }
    facts.add(
      record: Record(
        type: index, id: "s\(facts.records.count)-\(tag)", party: party, values: values))
  }

  /// The last year's now and then; of a year to come nothing counts.
  private mutating func year() -> Int {
    let this = RandomPlace.wuxing.on.year
    return [this, this, this, this - 1, this + 1][below(5)]
  }

  private mutating func addIndicators(of party: String, to facts: inout FactBase) {
    guard let index = vocabulary.typeIndex("indicator"),
      let fields = YearlyFields(index, vocabulary)
    else { return }
    for year in [RandomPlace.wuxing.on.year, RandomPlace.wuxing.on.year - 1] {
      for member in fields.view.fields where below(1000) < share * 10 - 2 {
        let told = below(60) == 0 ? FactValue.none : value(of: member.type)
        add(member, told, year, party, index, to: &facts)
        switch below(90) {
        case 0: add(member, told, year, party, index, to: &facts)
        case 1: add(member, value(of: member.type), year, party, index, to: &facts)
        case 2: add(member, .missing, year, party, index, to: &facts)
        default: break
        }
      }
    }
  }

  private mutating func add(
    _ member: Field, _ value: FactValue, _ year: Int, _ party: String, _ type: Int,
    to facts: inout FactBase
  ) {
    let values = vocabulary.types[type].fields.map { field -> FactValue in
      switch field.id {
      case "year": .known(.number(Decimal128(year)))
      case "name": text(member.id)
      default: value
      }
    }
    facts.add(
      record: Record(
        type: type, id: "i\(facts.records.count)-\(tag)", party: party, values: values))
  }

  private mutating func value(of type: FieldType) -> FactValue {
    switch type {
    case .boolean: return .known(.boolean(below(2) == 0))
    case .enumeration(let values): return text(values[below(values.count)].id)
    case .number(let range, let scale, _):
      let wanted = Self.edges.compactMap { Decimal128($0) }
        .filter { range.contains($0) && $0.units(scale: scale) != nil }
      return wanted.isEmpty ? .missing : .known(.number(wanted[below(wanted.count)]))
    case .reference: return text(tag + ["甲", "乙", "丙"][below(3)])
    case .children(let fields):
      return .known(.list((0..<below(4)).map { _ in child(fields) }))
    default: return .missing
    }
  }

  /// Where points change.
  private static let edges = [
    "-0.5", "0.0299", "0.03", "0.2", "0.3499", "0.35", "0.41", "0.6", "0.7", "0", "1", "2", "3",
    "5",
    "6", "7", "10", "11", "19", "20", "49", "50", "99", "100", "150", "825",
  ]

  private mutating func child(_ fields: [Field]) -> Value {
    var context = Context()
    for field in fields where below(200) > 0 {
      if below(80) == 0 {
        context[field.id] = .null
      } else if case .known(let value) = value(of: field.type) {
        context[field.id] = value
      }
    }
    return .context(context)
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private func text(_ text: String) -> FactValue { .known(.string(text)) }
}
