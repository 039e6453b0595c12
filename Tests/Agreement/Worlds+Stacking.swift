import Core
import FEEL
import Facts
import FactsSupport
import Testing
import TestSupport
import Vocabulary

/// Persons with many records that benefits of a small document are about, close together in time; and
/// organisations whose bases are evaluated.
extension Worlds {
  static func stacked(_ seeds: Range<UInt64>, knowing share: Int) throws -> FactBase {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    var facts = FactBase(
      vocabulary: vocabulary, on: try #require(CivilDate("2020-12-31")), region: "330302")
    for seed in seeds {
      var maker = StackedWorld(
        vocabulary: vocabulary, share: share, random: SeededGenerator(seed: seed))
      maker.add("p\(seed)", to: &facts)
    }
    return facts
  }
}

private struct StackedWorld {
  let vocabulary: Vocabulary
  let share: Int
  var random: SeededGenerator

  mutating func add(_ name: String, to facts: inout FactBase) {
    add("person", name, of: nil, [:], to: &facts)
    add("organisation", "e-" + name, of: nil, [:], to: &facts)
    for number in 0..<below(7) {
      add(anyRecord(), "\(number)-" + name, of: name, to: &facts)
    }
    if below(12) == 0 {
      let claimed = (["test/grant", "test/course", "test/prize"][below(3)], "\(below(4))-" + name)
      add(
        "claim", "claim-" + name, of: name,
        [
          "benefit": text(claimed.0), "subject": text(claimed.1), "on": day(),
          "amount": self.number(900),
        ],
        to: &facts)
    }
    for number in 0..<below(3) {
      add(
        "base", "b\(number)-" + name, of: "e-" + name, ["foundedOn": day()], to: &facts)
      add(
        "evaluation", "v\(number)-" + name, of: "e-" + name,
        [
          "rating": text("合格"), "year": self.number(2019 + below(2)),
          "score": self.number([60, 70, 80, 80, 90][below(5)]),
        ], to: &facts)
    }
  }

  private mutating func anyRecord() -> (type: String, fields: [String: FactValue]) {
    switch below(4) {
    case 0:
      return (
        "certificate",
        [
          "occupation": text(["6-18-01-01", "6-18-01-02"][below(2)]),
          "level": number(1 + below(5)), "kind": text("skill-level"), "issuedOn": day(),
        ]
      )
    case 1:
      return ("training", ["kind": text("skill"), "cost": number(below(7) * 700), "from": day()])
    case 2:
      return (
        "award",
        [
          "series": text(["contest", "leading-talent"][below(2)]), "rank": number(1 + below(5)),
          "grantedOn": day(),
        ]
      )
    default:
      return (
        "relocation",
        [
          "fullTime": .known(.boolean(true)), "confirmed": .known(.boolean(below(3) > 0)),
          "contractMonths": number(20 + below(100)), "arrivedOn": day(),
        ]
      )
    }
  }

  private mutating func add(
    _ record: (type: String, fields: [String: FactValue]), _ id: String, of party: String?,
    to facts: inout FactBase
  ) {
    add(record.type, id, of: party, record.fields, to: &facts)
  }

  private mutating func add(
    _ type: String, _ id: String, of party: String?, _ known: [String: FactValue],
    to facts: inout FactBase
  ) {
    guard let index = vocabulary.typeIndex(type) else { return }
    let values = vocabulary.types[index].fields.map { field -> FactValue in
      guard let value = known[field.id] else { return .missing }
      if below(100) < share { return value }
      return below(4) == 0 ? .none : .missing
    }
    let record = Record(type: index, id: id, party: party, values: values)
    if party == nil { facts.add(party: record) } else { facts.add(record: record) }
  }

  /// Some days come up again and again.
  private mutating func day() -> FactValue {
    let base = 18_000
    return .known(.date(CivilDate(dayNumber: base + [0, 30, 31, 200, 365, below(600)][below(6)])))
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private func text(_ text: String) -> FactValue { .known(.string(text)) }

  private func number(_ number: Int) -> FactValue { .known(.number(Decimal128(number))) }
}
