package import Core
import FEEL
package import Facts
import TestSupport
package import Vocabulary

/// Random facts of the vocabulary's types: a person with records, the organisations they name, and
/// those organisations' own records. Four times of five a field takes a value that some benefit asks
/// for, so that answers of every kind come up; else anything.
package struct RandomFacts {
  /// The day of the facts where no other place is named.
  package static let on = RandomPlace.wenzhou.on

  let vocabulary: Vocabulary
  let place: RandomPlace
  var random: SeededGenerator
  private let persons: [String]
  private let organisations: [String]
  /// What ids begin with, so that several worlds can be one.
  private let tag: String

  package init(
    seed: UInt64, _ vocabulary: Vocabulary, in place: RandomPlace = .wenzhou, tag: String = ""
  ) {
    self.vocabulary = vocabulary
    self.place = place
    self.tag = tag
    random = SeededGenerator(seed: seed)
    persons = ["p1", "p2"].map { tag + $0 }
    organisations = ["e1", "e2", "e3"].map { tag + $0 }
  }

  static let occupations = ["6-18-01-01", "4-01-02-03"]
  private static let texts = ["省拔尖技能人才", "首席技师", "优秀", "合格", "x"]

  /// - Parameter share: how many of a hundred fields are known.
  /// - Returns: two persons, three organisations and their records.
  package mutating func make(knowing share: Int) -> World {
    var world = World(on: place.on)
    for (ids, type) in [(persons, "person"), (organisations, "organisation")] {
      guard let index = vocabulary.typeIndex(type) else { continue }
      for id in ids {
        world.parties.append(
          Record(type: index, id: id, party: nil, values: values(of: index, share)))
      }
    }
    for (index, type) in vocabulary.types.enumerated() {
      for (owner, ids) in [("person", persons), ("organisation", organisations)]
      where type.canBelong(to: owner) {
        for id in ids {
          for number in 0..<Int.random(in: (type.source == .complete ? 1 : 0)...3, using: &random) {
            world.records.append(
              Record(
                type: index, id: "\(type.id)-\(id)-\(number)", party: id,
                values: values(of: index, share)))
          }
        }
      }
    }
    world.catalogues = catalogues()
    return world
  }

  private mutating func catalogues() -> [String: CatalogueRows] {
    var listed: CatalogueRows = []
    for year in place.years where index(below: 5) > 0 {
      listed.append([
        .known(.string("330300")), .known(.number(Decimal128(year))),
        .known(.string(Self.occupations[0])),
      ])
    }
    var standards: CatalogueRows = []
    for level in 1...5 where index(below: 5) > 0 {
      standards.append([
        .known(.string(Self.occupations[0])), .known(.number(Decimal128(level))),
        .known(.number(Decimal128(1200 - 100 * level))),
      ])
    }
    return ["shortage-occupations": listed, "appraisal-standards": standards]
  }

  mutating func values(of type: Int, _ share: Int) -> [FactValue] {
    vocabulary.types[type].fields.map { field in
      guard Int.random(in: 0..<100, using: &random) < share else { return .missing }
      if Int.random(in: 0..<40, using: &random) == 0 { return .none }
      return value(of: field, type)
    }
  }

  /// What a field may say: mostly something that a benefit asks for.
  mutating func value(of field: Field, _ type: Int) -> FactValue {
    let likely = place.likely["\(vocabulary.types[type].id).\(field.id)"]
    if let text = likely?.randomElement(using: &random), index(below: 5) > 0,
      let value = field.type.value(canonical: text)
    {
      return .known(value)
    }
    return value(of: field.type).map(FactValue.known) ?? .missing
  }

  private mutating func pick<Element>(_ items: [Element]) -> Element? {
    items.randomElement(using: &random)
  }

  private mutating func value(of type: FieldType) -> Value? {
    switch type {
    case .boolean: return .boolean(Bool.random(using: &random))
    case .string:
      let ids = ["certificate-\(tag)p1-0", "award-\(tag)p1-0", "award-\(tag)p1-1"]
      let benefits = ["skill-upgrade", "contest-prize", "leading-talent", "training-and-appraisal"]
        .map { "wenzhou-2018-242/" + $0 }
      return pick(Self.texts + ids + benefits).map(Value.string)
    case .number(let range, _, _): return number(in: range)
    case .date: return .date(day())
    case .month: return .date(day().firstOfMonth)
    case .enumeration(let values): return pick(values).map { .string($0.id) }
    case .region: return pick(place.regions).map(Value.string)
    case .occupation: return pick(Self.occupations).map(Value.string)
    case .reference(let targets): return reference(targets)
    case .varying, .children: return nil
    }
  }

  private mutating func number(in range: ClosedRange<Decimal128>) -> Value {
    let low = range.lowerBound.integer ?? 0
    let high = range.upperBound.integer ?? 100_000
    // A year, a level, a rank; else something within the sums of the documents.
    let isNarrow = high - low < 400
    let top = isNarrow ? high : min(high, 120_000)
    let number = Int.random(in: (isNarrow ? low : max(low, 0))...max(low, top), using: &random)
    let isYear = low >= 1900 && high <= 2200
    return .number(Decimal128(isYear ? Int.random(in: place.years, using: &random) : number))
  }

  private mutating func day() -> CivilDate {
    CivilDate(
      dayNumber: Int.random(
        in: (place.on.dayNumber - 4 * 365)...(place.on.dayNumber + 60), using: &random))
  }

  private mutating func reference(_ targets: [String]) -> Value? {
    guard let target = pick(targets) else { return nil }
    switch target {
    case "person": return pick(persons).map(Value.string)
    case "organisation": return pick(organisations).map(Value.string)
    default:
      guard let owner = pick(organisations) else { return nil }
      return .string("\(target)-\(owner)-0")
    }
  }

  /// Every unknown field of these kinds, `type.field`, told.
  package mutating func telling(_ fields: [String], in world: World) -> World {
    var told = world
    for index in told.records.indices { tell(fields, &told.records[index]) }
    for index in told.parties.indices { tell(fields, &told.parties[index]) }
    return told
  }

  private mutating func tell(_ fields: [String], _ record: inout Record) {
    let type = vocabulary.types[record.type]
    for (index, field) in type.fields.enumerated() where fields.contains(type.id + "." + field.id) {
      guard case .missing = record.values[index] else { continue }
      record.values[index] = value(of: field.type).map(FactValue.known) ?? .none
    }
  }

  /// Another one that tells other things, from here on.
  package mutating func fork() -> RandomFacts {
    var other = self
    other.random = SeededGenerator(seed: random.next())
    return other
  }

  /// A number below `count`.
  package mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  package mutating func shuffled<Element>(_ items: [Element]) -> [Element] {
    items.shuffled(using: &random)
  }

  /// Facts that can still be changed.
  package struct World {
    package let on: CivilDate
    package var parties: [Record] = []
    package var records: [Record] = []
    package var catalogues: [String: CatalogueRows] = [:]
    /// Of whom it is known that there are no more records of a type.
    package var complete: Set<Complete> = []

    init(on: CivilDate) { self.on = on }

    /// - Parameter facts: without anything that was declared complete; parties that state no region
    ///   are in that of the facts.
    package init(_ facts: FactBase) {
      on = facts.on
      parties = facts.parties.map { party in
        var party = party
        if let region = facts.region, let field = facts.vocabulary.types[party.type].regionField,
          case .missing = party.values[field]
        {
          party.values[field] = .known(.string(region))
        }
        return party
      }
      records = facts.records
      catalogues = facts.catalogues
    }

    /// A type of which a party has no records but those that are told.
    package struct Complete: Hashable, Sendable {
      package let type: Int
      package let party: String

      package init(type: Int, party: String) {
        self.type = type
        self.party = party
      }
    }

    package func facts(_ vocabulary: Vocabulary) -> FactBase {
      var facts = FactBase(vocabulary: vocabulary, on: on)
      for party in parties { facts.add(party: party) }
      for record in records { facts.add(record: record) }
      for one in complete { facts.declareComplete(type: one.type, party: one.party) }
      facts.catalogues = catalogues
      return facts
    }
  }
}
