import Core
import FEEL
import Facts
import TestSupport
import Vocabulary

/// Random facts of the yard: every field is known, unknown and none now and then.
struct Yard {
  static let on = CivilDate("2020-06-30") ?? CivilDate(dayNumber: 0)

  /// What may be the case with a field.
  enum State: CaseIterable { case known, unknown, none }

  private(set) var facts: FactBase
  /// By `type.field`, the states that came up.
  private(set) var met: [String: Set<State>] = [:]
  private let vocabulary: Vocabulary
  private var random: SeededGenerator

  /// - Parameters:
  ///   - vocabulary: the yard's.
  ///   - workers: how many; each has one item.
  ///   - seed: of the random numbers.
  init(_ vocabulary: Vocabulary, workers: Int, seed: UInt64) {
    self.vocabulary = vocabulary
    random = SeededGenerator(seed: seed)
    facts = FactBase(vocabulary: vocabulary, on: Yard.on)
    for number in 1...24 { addParty("firm", "f\(number)") }
    for number in 1...24 {
      for _ in 0..<number % 4 { addRecord("machine", of: "f\(number)") }
    }
    for number in 1...workers {
      let worker = "w\(number)"
      addParty("worker", worker)
      addRecord("item", of: worker)
      for type in ["part", "stint", "dues"] {
        for _ in 0..<below(4) { addRecord(type, of: worker) }
      }
      addGauges(of: worker)
      for type in ["stint", "dues"] where below(2) == 0 {
        if let index = vocabulary.typeIndex(type) {
          facts.declareComplete(type: index, party: worker)
        }
      }
    }
    facts.catalogues = [
      "shortage-occupations": CatalogueRows(
        [2019, 2020].map { year in
          [text("330300"), .known(.number(Decimal128(year))), text(Yard.occupations[0])]
        }),
      "appraisal-standards": CatalogueRows(
        (1...4).map { level in
          [text(Yard.occupations[0]), number(level), number(level < 3 ? 800 : 600)]
        }),
    ]
  }

  private mutating func addParty(_ type: String, _ id: String) {
    guard let index = vocabulary.typeIndex(type) else { return }
    facts.add(party: Record(type: index, id: id, party: nil, values: values(of: index)))
  }

  private mutating func addRecord(_ type: String, of party: String) {
    guard let index = vocabulary.typeIndex(type) else { return }
    let id = "\(type)\(facts.records.count)"
    facts.add(record: Record(type: index, id: id, party: party, values: values(of: index)))
  }

  /// What is told by name and year: now and then as none, or twice.
  private mutating func addGauges(of party: String) {
    guard let index = vocabulary.typeIndex("gauge"),
      let view = YearlyFields(index, vocabulary)?.view
    else { return }
    for year in 2018...2021 where below(8) > 0 {
      for member in view.fields where below(8) > 0 {
        for _ in 0..<[1, 1, 1, 2][below(4)] {
          let told = [value(of: member.type), value(of: member.type), .none, .missing][below(4)]
          facts.add(
            record: Record(
              type: index, id: "gauge\(facts.records.count)", party: party,
              values: [number(year), text(member.id), told]))
        }
      }
    }
  }

  private mutating func child(_ fields: [Field]) -> Value {
    var context = Context()
    for field in fields where below(16) > 0 {
      if case .known(let value) = below(16) == 0 ? .none : value(of: field.type) {
        context[field.id] = value
      } else {
        context[field.id] = .null
      }
    }
    return .context(context)
  }

  private mutating func values(of type: Int) -> [FactValue] {
    let declared = vocabulary.types[type]
    return declared.fields.map { field in
      // Where nobody knows the place there is no answer to compare.
      if field.id == "region" { return text("330302") }
      let state: State = [.known, .known, .known, .unknown, .none][below(5)]
      met["\(declared.id).\(field.id)", default: []].insert(state)
      switch state {
      case .unknown: return .missing
      case .none: return .none
      case .known: return value(of: field.type)
      }
    }
  }

  private mutating func value(of type: FieldType) -> FactValue {
    switch type {
    case .boolean: return .known(.boolean(below(2) == 0))
    case .number(let range, let scale, _):
      if range.contains(Decimal128(2020)), range.lowerBound >= Decimal128(1900) {
        return number(2018 + below(4))
      }
      // Small ones, so that two fields are the same now and then; in parts where there may be any.
      let part = scale > 0 && below(2) == 0 ? Decimal128(units: 5, scale: 1) : nil
      let whole = Decimal128(below(range.contains(.zero) ? 6 : 5))
      return .known(.number((part ?? .zero).adding(range.contains(whole) ? whole : .one) ?? whole))
    case .date: return .known(.date(day()))
    case .month: return .known(.date(day().firstOfMonth))
    case .enumeration(let values): return text(values[below(values.count)].id)
    case .region: return text(["330302", "310000"][below(2)])
    case .occupation: return text(Yard.occupations[below(2)])
    // Of the last firm nobody tells anything.
    case .reference(["firm"]): return text("f\(below(25) + 1)")
    case .reference(["worker"]): return text("w\(below(8) + 1)")
    case .reference: return text(["machine", "part"][below(2)] + "\(below(60))")
    case .children(let fields): return .known(.list((0..<below(4)).map { _ in child(fields) }))
    default: return text(["甲", "乙", "丙"][below(3)])
    }
  }

  private static let occupations = ["6-18-01-01", "4-01-02-03"]

  private static let days = [
    "2018-05-01", "2019-12-31", "2020-01-01", "2020-02-29", "2020-03-01", "2020-06-30",
    "2020-12-31",
  ].compactMap { CivilDate($0) }

  private mutating func day() -> CivilDate { Yard.days[below(Yard.days.count)] }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private func text(_ text: String) -> FactValue { .known(.string(text)) }

  private func number(_ number: Int) -> FactValue { .known(.number(Decimal128(number))) }
}
