import Core
import FEEL
import Facts
import FactsSupport
import Testing
import TestSupport
import Vocabulary

/// Facts at the edges of what there can be.
extension Worlds {
  static func edges() throws -> [World] {
    let days = ["2020-02-29", "2021-02-28", "2020-12-31", "2021-01-01", "2018-01-01"]
    return try days.compactMap { CivilDate($0) }.map { try edge(on: $0) } + [
      World(name: "parties without records", facts: try bare()),
      World(name: "a thousand records", facts: try crowded(1000)),
    ]
  }

  /// Every date a month's end, a leap day or its neighbour; every number one of its bounds.
  private static func edge(on: CivilDate) throws -> World {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    var facts = FactBase(vocabulary: vocabulary, on: on)
    var number = 0
    for seed in 0..<6 as Range<UInt64> {
      var random = RandomFacts(seed: seed, vocabulary, tag: "\(seed)-")
      let world = random.make(knowing: 98)
      func edged(_ record: Record) -> Record {
        var edged = record
        for (place, field) in vocabulary.types[record.type].fields.enumerated() {
          guard case .known = record.values[place] else { continue }
          number += 1
          if number % 3 == 0 { continue }
          edged.values[place] = edge(field.type, number, on) ?? record.values[place]
        }
        return edged
      }
      for party in world.parties { facts.add(party: edged(party)) }
      for record in world.records { facts.add(record: edged(record)) }
      facts.catalogues = world.catalogues
    }
    return World(name: "edges on \(on)", facts: facts)
  }

  private static func edge(_ type: FieldType, _ number: Int, _ on: CivilDate) -> FactValue? {
    let offsets = [
      -60_000, -45_000, -1461, -1096, -731, -730, -366, -365, -31, -30, -29, -28, -1, 0,
    ]
    switch type {
    case .date:
      let day = CivilDate(dayNumber: on.dayNumber + offsets[number % offsets.count])
      return .known(.date(number % 2 == 0 ? day : day.lastOfMonth))
    case .month:
      return .known(.date(on.firstOfMonth.adding(months: offsets[number % offsets.count] / 30)))
    case .number(let range, let scale, _):
      if range.lowerBound >= Decimal128(1900) { return nil }
      let units = [range.lowerBound, range.upperBound, Decimal128(units: 5, scale: scale)]
      let picked = units[number % units.count]
      return range.contains(picked) ? .known(.number(picked)) : nil
    default: return nil
    }
  }

  private static func bare() throws -> FactBase {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    var facts = FactBase(vocabulary: vocabulary, on: RandomFacts.on, region: "330302")
    for (type, declared) in vocabulary.types.enumerated() where declared.role == .party {
      let values = [FactValue](repeating: .missing, count: declared.fields.count)
      facts.add(party: Record(type: type, id: declared.id, party: nil, values: values))
    }
    return facts
  }

  /// All records of many worlds as one party's.
  private static func crowded(_ count: Int) throws -> FactBase {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    var facts = FactBase(vocabulary: vocabulary, on: RandomFacts.on)
    var seed: UInt64 = 0
    while facts.records.count < count {
      var random = RandomFacts(seed: seed, vocabulary)
      let world = random.make(knowing: 100)
      if seed == 0 { for party in world.parties { facts.add(party: party) } }
      for (place, record) in world.records.enumerated() {
        guard let owner = record.party, owner.hasSuffix("1") else { continue }
        facts.add(
          record: Record(
            type: record.type, id: "\(seed)-\(place)", party: owner, values: record.values))
      }
      facts.catalogues = world.catalogues
      seed += 1
    }
    return facts
  }
}
