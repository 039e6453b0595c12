import Core
import FEEL
import Facts
import FactsSupport
import Testing
import TestSupport
import Vocabulary

/// Bases and studios that compete for the places of two years, with scores that tie again and again.
extension Worlds {
  /// So many owners, each of a base and a studio; of so many fields in a thousand nobody has told
  /// anything.
  static func quotas(seed: UInt64, owners: Int, open: Int) throws -> FactBase {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    var facts = FactBase(vocabulary: vocabulary, on: RandomPlace.wenzhou.on)
    var maker = QuotaWorld(
      vocabulary: vocabulary, open: open, random: SeededGenerator(seed: seed))
    for number in 0..<owners { maker.addOwner(number, to: &facts) }
    return facts
  }
}

private struct QuotaWorld {
  let vocabulary: Vocabulary
  let open: Int
  var random: SeededGenerator

  mutating func addOwner(_ number: Int, to facts: inout FactBase) {
    let id = "e\(number)"
    // Of one now and then nobody tells anything.
    if below(1000) >= open {
      add(
        "organisation", id, of: nil, ["region": text(pick(["330302", "330302", "310000"]))], &facts)
    }
    for type in ["base", "studio"] {
      let own = "\(type)-\(number)"
      add(
        type, own, of: id,
        [
          "level": text(pick(["city", "city", "city", "city", "province"])),
          "foundedOn": day(pick(["2018-05-01", "2019-12-31", "2020-01-01", "2020-12-31"])),
        ], &facts)
      for year in [2019, 2020] where below(4) > 0 {
        add(
          "evaluation", "\(own)-\(year)", of: id,
          [
            "of": text(own), "year": .known(.number(Decimal128(year))),
            "score": .known(.number(Decimal128(pick([95, 92, 90, 90, 85, 80, 75, 60])))),
          ], &facts)
      }
    }
  }

  private mutating func add(
    _ type: String, _ id: String, of party: String?, _ known: [String: FactValue],
    _ facts: inout FactBase
  ) {
    guard let index = vocabulary.typeIndex(type) else { return }
    let values = vocabulary.types[index].fields.map { field -> FactValue in
      guard let value = known[field.id] else { return .missing }
      if below(1000) >= open { return value }
      return below(3) == 0 ? .none : .missing
    }
    let record = Record(type: index, id: id, party: party, values: values)
    if party == nil { facts.add(party: record) } else { facts.add(record: record) }
  }

  private mutating func pick<Element>(_ items: [Element]) -> Element { items[below(items.count)] }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private func text(_ text: String) -> FactValue { .known(.string(text)) }

  private func day(_ text: String) -> FactValue {
    CivilDate(text).map { .known(.date($0)) } ?? .missing
  }
}
