import Core
import FEEL
import Facts
import TestSupport
import Vocabulary

/// Random facts about some persons and the organisations they have to do with: mostly what benefits
/// ask for, so that answers of every kind come up, and here and there nothing, none, a day to come.
struct RandomTown {
  private let vocabulary: Vocabulary
  private var random: SeededGenerator
  private let persons: [String]
  private let organisations: [String]

  init(seed: UInt64, persons: Int, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    random = SeededGenerator(seed: seed)
    self.persons = (1...persons).map { "p\($0)" }
    organisations = (1...max(3, persons / 3)).map { "e\($0)" }
  }

  private static let likely: [String: [String]] = [
    "person.region": ["330302", "330300", "310000"], "organisation.kind": ["enterprise"],
    "organisation.region": ["330302", "330302", "330300", "310000"],
    "insurance.from": ["2015-01", "2018-02", "2019-03", "2020-01"],
    "insurance.to": ["2019-12", "2020-02", "2020-12", "2021-02"],
    "insurance.scheme": ["unemployment", "pension"],
    "employment.from": ["2016-05-01", "2018-03-01", "2019-08-15", "2020-05-04", "2021-01-20"],
    "employment.to": ["2019-03-31", "2020-04-15", "2020-06-30", "2021-03-15"],
    "certificate.kind": ["skill-level", "qualification"],
    "certificate.level": ["1", "2", "3", "4"],
    "certificate.occupation": ["6-18-01-01"],
    "certificate.issuedOn": ["2018-05-01", "2019-05-01", "2019-11-20", "2020-02-01", "2020-08-08"],
    "relocation.fromRegion": ["310000"], "relocation.contractMonths": ["36"],
    "relocation.confirmed": ["true"], "relocation.fullTime": ["true"],
    "relocation.arrivedOn": ["2019-12-01", "2020-04-01", "2020-09-10"],
    "award.series": ["contest", "leading-talent"], "award.contest": ["provincial-1", "national-1"],
    "award.rank": ["1", "2", "3"], "award.level": ["province", "nation"],
    "award.grantedOn": ["2018-06-01", "2020-06-01", "2020-06-02", "2021-01-05"],
    "award.name": ["首席技师", "优秀技能人才"], "training.kind": ["skill", "pre-job"],
    "training.from": ["2018-02-01", "2019-02-01", "2020-03-01"], "training.hours": ["48"],
    "apprenticeship.from": ["2019-09-01"], "apprenticeship.year": ["1", "2"],
    "hire.on": ["2019-02-01", "2020-05-05"], "hire.preJobHours": ["40", "8"],
    "evaluation.year": ["2019", "2020"], "base.level": ["city"], "studio.level": ["city"],
    "base.foundedOn": ["2018-05-01", "2020-11-01"], "studio.foundedOn": ["2018-05-01"],
    "claim.on": ["2019-06-01", "2020-03-03", "2020-12-12"],
    "claim.subject": [
      "certificate-p1-0", "training-p1-0", "training-p2-0", "training-p3-0",
      "apprenticeship-p1-0", "employment-p2-0",
    ],
    "claim.benefit": [
      "wenzhou-2018-242/skill-upgrade", "wenzhou-2018-242/contest-prize", "calendar/tenure",
      "wenzhou-2018-242/apprenticeship", "calendar/course",
    ],
  ]

  /// All of the town, as one facts base.
  ///
  /// - Parameter day: of the determination.
  /// - Returns: parties, records, lists, and which types some declared complete.
  mutating func facts(on day: CivilDate) -> FactBase {
    var facts = FactBase(vocabulary: vocabulary, on: day)
    for party in parties() { facts.add(party: party) }
    for record in (persons + organisations).flatMap({ records(of: $0) }) {
      facts.add(record: record)
    }
    for (id, rows) in catalogues() { facts.catalogues[id] = rows }
    for party in persons {
      for type in vocabulary.types.indices
      where vocabulary.types[type].source != .complete && chance(5) {
        facts.declareComplete(type: type, party: party)
      }
    }
    return facts
  }

  mutating func parties() -> [Record] {
    (persons + organisations).compactMap { party($0) }
  }

  /// A party of the town with other attributes.
  mutating func party(_ id: String) -> Record? {
    guard let type = vocabulary.typeIndex(id.hasPrefix("p") ? "person" : "organisation") else {
      return nil
    }
    return Record(type: type, id: id, party: nil, values: values(of: type))
  }

  /// Records of a party, a few of each type that it can have.
  mutating func records(of party: String) -> [Record] {
    let owner = party.hasPrefix("p") ? "person" : "organisation"
    return vocabulary.types.indices.filter { vocabulary.types[$0].canBelong(to: owner) }
      .flatMap { type in
        (0..<Int.random(in: 0...(owner == "person" ? 2 : 1), using: &random)).map { number in
          var values = values(of: type)
          if vocabulary.types[type].id == "evaluation", !chance(10),
            let field = vocabulary.types[type].fieldIndex("of")
          {
            // Of what is the party's own, so that many compete.
            values[field] = .known(.string("\(chance(50) ? "base" : "studio")-\(party)-0"))
          }
          return Record(
            type: type, id: "\(vocabulary.types[type].id)-\(party)-\(number)", party: party,
            values: values)
        }
      }
  }

  mutating func anyParty() -> String { pick(persons + organisations) ?? "p1" }

  mutating func catalogues() -> [String: CatalogueRows] {
    var short: CatalogueRows = []
    for year in 2018...2021 where !chance(20) {
      short.append([
        .known(.string("330300")), .known(.number(Decimal128(year))),
        .known(.string("6-18-01-01")),
      ])
    }
    let standards = (1...5).map { level -> [FactValue] in
      [
        .known(.string("6-18-01-01")), .known(.number(Decimal128(level))),
        .known(.number(Decimal128(level * 100))),
      ]
    }
    return ["shortage-occupations": short, "appraisal-standards": CatalogueRows(standards)]
  }

  mutating func shuffled<Element>(_ items: [Element]) -> [Element] {
    items.shuffled(using: &random)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func day(in years: ClosedRange<Int>) -> CivilDate {
    let first = CivilDate(year: years.lowerBound, month: 1, day: 1)?.dayNumber ?? 0
    let last = CivilDate(year: years.upperBound, month: 12, day: 31)?.dayNumber ?? 0
    return CivilDate(dayNumber: Int.random(in: first...max(first, last), using: &random))
  }

  private mutating func values(of type: Int) -> [FactValue] {
    vocabulary.types[type].fields.map { field in
      if field.absence == .openEnded, chance(50) { return .missing }
      if chance(6) { return .missing }
      if chance(2) { return .none }
      // Secret and formatted numbers are nothing that rules ask for.
      if field.format != nil || field.sensitivity == .identity { return .missing }
      let likely = Self.likely["\(vocabulary.types[type].id).\(field.id)"]
      if let text = likely?.randomElement(using: &random), !chance(15),
        let value = field.type.value(canonical: text)
      {
        return .known(value)
      }
      return value(of: field.type).map(FactValue.known) ?? .missing
    }
  }

  private mutating func value(of type: FieldType) -> Value? {
    switch type {
    case .boolean: return .boolean(chance(60))
    case .string:
      return pick(["合格", "首席技师"] + persons.prefix(4).map { "certificate-\($0)-0" })
        .map(Value.string)
    case .number(let range, _, _): return .number(number(in: range))
    case .date: return .date(day(in: 2018...2021))
    case .month: return .date(day(in: 2018...2021).firstOfMonth)
    case .enumeration(let values): return pick(values).map { .string($0.id) }
    case .region: return pick(["330302", "330300", "331002", "310000"]).map(Value.string)
    case .occupation: return pick(["6-18-01-01", "4-01-02-03"]).map(Value.string)
    case .reference(let targets): return reference(targets).map(Value.string)
    case .varying, .children: return nil
    }
  }

  private mutating func reference(_ targets: [String]) -> String? {
    guard let target = pick(targets) else { return nil }
    switch target {
    case "person": return pick(persons)
    case "organisation": return pick(organisations + ["nobody"])
    default: return pick(organisations).map { "\(target)-\($0)-0" }
    }
  }

  private mutating func number(in range: ClosedRange<Decimal128>) -> Decimal128 {
    let low = max(0, range.lowerBound.integer ?? 0)
    let high = min(range.upperBound.integer ?? 5000, low > 1000 ? 2021 : 5000)
    return Decimal128(Int.random(in: (low > 1000 ? 2018 : low)...max(low, high), using: &random))
  }

  private mutating func pick<Element>(_ items: [Element]) -> Element? {
    items.randomElement(using: &random)
  }
}
