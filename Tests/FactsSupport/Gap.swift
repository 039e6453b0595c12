import Core
import FEEL
import Facts
package import Vocabulary

/// One fact that a world does not tell.
package enum Gap: Hashable, Sendable {
  /// A field of a record, or of a party, by position.
  case record(Int, field: Int)
  case party(Int, field: Int)
  /// A party has no record of an open type on the day, or perhaps none, and nobody has said that there is
  /// no other.
  case records(type: Int, party: String)
  /// A party has no record with a value of the field by which its type is open.
  case value(String, type: Int, party: String)
  /// Whether a list holds an occupation that year, where no edition was published.
  case edition(catalogue: String, year: Int)
}

extension RandomFacts.World {
  /// The region whose lists are told.
  fileprivate static let listed = "330300"

  /// Those that records name.
  fileprivate func occupations(_ vocabulary: Vocabulary) -> [String] {
    records.flatMap { record in
      zip(vocabulary.types[record.type].fields, record.values).compactMap { field, value in
        if case .occupation = field.type, case .known(.string(let code)) = value {
          code
        } else {
          nil
        }
      }
    }
  }

  /// Whether what a record says perhaps comes about only after the day.
  private func mayBeLater(_ record: Record, _ vocabulary: Vocabulary) -> Bool {
    guard let field = vocabulary.types[record.type].eventField else { return false }
    return switch record.values[field] {
    case .known(.date(let day)): on < day
    case .missing: true
    default: false
    }
  }

  /// The facts that are missing under the ids that determinations name them by.
  ///
  /// - Parameters:
  ///   - vocabulary: of the facts.
  ///   - years: that records may be of.
  /// - Returns: by `type.field`, `type` or `catalogue.id`.
  package func gaps(_ vocabulary: Vocabulary, years: ClosedRange<Int>) -> [String: [Gap]] {
    var gaps: [String: [Gap]] = [:]
    func note(_ record: Record, _ make: (Int) -> Gap) {
      let type = vocabulary.types[record.type]
      for (index, field) in type.fields.enumerated() {
        guard case .missing = record.values[index], field.absence == .unknown else { continue }
        gaps[type.id + "." + field.id, default: []].append(make(index))
      }
    }
    for (position, record) in records.enumerated() { note(record) { .record(position, field: $0) } }
    for (position, party) in parties.enumerated() { note(party) { .party(position, field: $0) } }
    for (index, type) in vocabulary.types.enumerated() {
      guard case .open(let name) = type.source else { continue }
      for party in parties where type.canBelong(to: vocabulary.types[party.type].id) {
        let id = party.id ?? ""
        if complete.contains(Complete(type: index, party: id)) { continue }
        let own = records.filter { $0.type == index && $0.party == id }
        if own.allSatisfy({ mayBeLater($0, vocabulary) }) {
          gaps[type.id, default: []].append(.records(type: index, party: id))
        }
        guard let name, let field = type.fieldIndex(name) else { continue }
        if case .enumeration(let values) = type.fields[field].type, !own.isEmpty {
          let told = own.compactMap { record -> String? in
            if case .known(.string(let text)) = record.values[field] { text } else { nil }
          }
          for value in values where !told.contains(value.id) {
            gaps[type.id, default: []].append(.value(value.id, type: index, party: id))
          }
        }
      }
    }
    for catalogue in vocabulary.catalogues {
      guard let field = catalogue.fieldIndex("year") else { continue }
      let place = catalogue.fieldIndex("region")
      let told = (catalogues[catalogue.id] ?? []).compactMap { row -> Int? in
        // A list of elsewhere is not that of here.
        if let place, case .known(.string(let code)) = row[place], code != Self.listed {
          return nil
        }
        return if case .known(.number(let year)) = row[field] { year.integer } else { nil }
      }
      for year in years where !told.contains(year) {
        gaps["catalogue." + catalogue.id, default: []].append(
          .edition(catalogue: catalogue.id, year: year))
      }
    }
    return gaps
  }
}

extension RandomFacts {
  /// Tells one fact that is missing.
  ///
  /// - Parameters:
  ///   - gap: of the world.
  ///   - world: which is changed.
  package mutating func tell(_ gap: Gap, in world: inout World) {
    switch gap {
    case .record(let position, let field):
      let type = world.records[position].type
      world.records[position].values[field] = told(
        vocabulary.types[type].fields[field], type, in: &world)
    case .party(let position, let field):
      let type = world.parties[position].type
      world.parties[position].values[field] = told(
        vocabulary.types[type].fields[field], type, in: &world)
    case .records(let type, let party):
      world.complete.insert(World.Complete(type: type, party: party))
      if world.records.contains(where: { $0.type == type && $0.party == party }) { return }
      // Several that name parties could be at odds about where theirs is; then others are asked
      // (catalogue, reading 2).
      let namesParties = vocabulary.types[type].fields.contains { field in
        if case .reference(let types) = field.type { types.contains("organisation") } else { false }
      }
      for _ in 0..<index(below: namesParties ? 2 : 3) { add(type, party, [:], to: &world) }
    case .value(let value, let type, let party):
      // One spell more, or a word that there is none of this kind.
      guard case .open(let name?) = vocabulary.types[type].source,
        let field = vocabulary.types[type].fieldIndex(name)
      else { return }
      if index(below: 3) > 0 { add(type, party, [field: .known(.string(value))], to: &world) }
      world.complete.insert(World.Complete(type: type, party: party))
    case .edition(let catalogue, let year): publish(catalogue, year, in: &world)
    }
  }

  /// Somebody or something that the world knows already, or somebody new; whoever says who that is says
  /// what is asked about them.
  private mutating func named(_ target: Int, in world: inout World) -> FactValue {
    let known = (world.parties + world.records).filter { $0.type == target }.compactMap(\.id)
    let isParty = vocabulary.types[target].role == .party
    if !isParty || index(below: 2) == 0, let id = known.randomElement(using: &random) {
      return .known(.string(id))
    }
    guard isParty else { return .none }
    let id = "told-party-\(world.parties.count)"
    let values = vocabulary.types[target].fields.map { told($0, target, in: &world) }
    world.parties.append(Record(type: target, id: id, party: nil, values: values))
    return .known(.string(id))
  }

  private mutating func told(_ field: Field, _ type: Int, in world: inout World) -> FactValue {
    if case .reference(let types) = field.type,
      let target = types.randomElement(using: &random).flatMap({ vocabulary.typeIndex($0) })
    {
      return named(target, in: &world)
    }
    if case .region = field.type, index(below: 2) == 0 {
      let places = RandomPlace.all.map(\.region) + ["331000", "310000"]
      return .known(.string(places[index(below: places.count)]))
    }
    let value = value(of: field, type)
    if case .missing = value { return .none }
    return value
  }

  private mutating func add(
    _ type: Int, _ party: String, _ known: [Int: FactValue], to world: inout World
  ) {
    let values = vocabulary.types[type].fields.indices.map { field in
      known[field] ?? told(vocabulary.types[type].fields[field], type, in: &world)
    }
    world.records.append(
      Record(
        type: type, id: "told-\(world.records.count)", party: party, values: values))
  }

  private mutating func publish(_ catalogue: String, _ year: Int, in world: inout World) {
    guard let type = vocabulary.catalogue(catalogue) else { return }
    let occupations = world.occupations(vocabulary)
    let occupation =
      index(below: 4) == 0
      ? "9-99-99-99" : occupations.randomElement(using: &random) ?? Self.occupations[0]
    world.catalogues[catalogue, default: []].append(
      type.fields.map { field in
        switch field.id {
        case "region": .known(.string(World.listed))
        case "year": .known(.number(Decimal128(year)))
        default: .known(.string(occupation))
        }
      })
  }
}
