import Core
import FEEL
import Facts
import TestSupport
import Vocabulary

/// A city that never was, the same from one seed: workers with certificates, insurance, employment,
/// awards and apprenticeships, and the organisations that employ them. Everything is known of
/// everybody, so that columns have all the work.
struct City {
  let vocabulary: Vocabulary
  let workers: Int
  let organisations: Int
  static let on = CivilDate(year: 2021, month: 6, day: 30) ?? CivilDate(dayNumber: 0)
  static let occupations = (0..<200).map { "6-\(10 + $0 / 20)-0\(1 + $0 % 9)-\(10 + $0 % 20)" }

  private var random: SeededGenerator
  private let types: [String: Int]

  init(_ vocabulary: Vocabulary, workers: Int, organisations: Int, seed: UInt64) {
    self.vocabulary = vocabulary
    self.workers = workers
    self.organisations = organisations
    random = SeededGenerator(seed: seed)
    types = Dictionary(
      uniqueKeysWithValues: vocabulary.types.enumerated().map { ($0.element.id, $0.offset) })
  }

  mutating func number(_ range: Range<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  mutating func holds(_ percent: Int) -> Bool { number(0..<100) < percent }

  mutating func day(_ first: Int, _ last: Int) -> CivilDate {
    CivilDate(dayNumber: number(first..<last))
  }

  /// A record with some of its fields.
  func record(
    _ type: String, _ id: String?, _ party: String?, _ values: [(String, Value)]
  ) -> Record {
    record(type, id, party, values.map { ($0.0, FactValue.known($0.1)) })
  }

  func record(
    _ type: String, _ id: String?, _ party: String?, _ values: [(String, FactValue)]
  ) -> Record {
    let index = types[type] ?? 0
    let declared = vocabulary.types[index]
    var all = [FactValue](repeating: .missing, count: declared.fields.count)
    for (name, value) in values {
      if let field = declared.fieldIndex(name) { all[field] = value }
    }
    return Record(type: index, id: id, party: party, values: all)
  }

  /// The shortage lists of the years.
  func catalogues() -> [String: CatalogueRows] {
    guard let catalogue = vocabulary.catalogue("shortage-occupations") else { return [:] }
    let rows = City.years.flatMap { year in
      City.shortage(year).map { place -> [FactValue] in
        catalogue.fields.map { field in
          switch field.id {
          case "region": .known(.string("330300"))
          case "year": .known(.number(Decimal128(year)))
          default: .known(.string(City.occupations[place]))
          }
        }
      }
    }
    return [catalogue.id: CatalogueRows(rows)]
  }

  /// The organisations, all at once.
  mutating func employers() -> FactBase {
    var facts = FactBase(vocabulary: vocabulary, on: City.on)
    facts.catalogues = catalogues()
    for number in 0..<organisations {
      let kind = holds(85) ? "enterprise" : "school"
      let region = holds(96) ? "330302" : "331002"
      facts.add(
        party: record(
          "organisation", "o\(number)", nil,
          [("kind", .string(kind)), ("region", .string(region))]))
    }
    return facts
  }

  /// Some of the workers with their records.
  mutating func workers(_ numbers: Range<Int>) -> FactBase {
    var facts = FactBase(vocabulary: vocabulary, on: City.on)
    for number in numbers { add(number, to: &facts) }
    return facts
  }

  private mutating func add(_ worker: Int, to facts: inout FactBase) {
    let id = "w\(worker)"
    facts.add(party: record("person", id, nil, [("region", .string("330302"))]))
    let begin = 14_600
    let today = City.on.dayNumber
    for job in 0..<(holds(50) ? 2 : 1) {
      let from = day(begin + job * 1500, begin + 1500 + job * 1500)
      var values: [(String, Value)] = [
        ("employer", .string("o\(number(0..<organisations))")), ("from", .date(from)),
        ("post", .string("technical-worker")), ("frontLine", .boolean(holds(70))),
      ]
      if holds(job == 0 ? 40 : 10) { values.append(("to", .date(day(from.dayNumber, today)))) }
      facts.add(record: record("employment", "j\(worker)-\(job)", id, values))
    }
    for spell in 0..<2 {
      let from = day(begin + spell * 2000, begin + 2000 + spell * 2000)
      var values: [(String, Value)] = [
        ("scheme", .string("unemployment")), ("from", .date(from.firstOfMonth)),
        ("region", .string("330302")),
      ]
      if spell == 0 || holds(10) {
        let to = day(from.dayNumber, from.dayNumber + 1800)
        values.append(("to", .date(to.firstOfMonth)))
      }
      facts.add(record: record("insurance", nil, id, values))
    }
    for place in 0..<(holds(85) ? 1 : holds(80) ? 2 : 0) {
      let level = [5, 5, 5, 4, 4, 4, 3, 3, 2, 1][number(0..<10)]
      let kind = ["skill-level", "skill-level", "skill-level", "qualification", "special-ability"]
      facts.add(
        record: record(
          "certificate", "c\(worker)-\(place)", id,
          [
            ("occupation", .string(City.occupations[number(0..<200)])),
            ("level", .number(Decimal128(level))), ("kind", .string(kind[number(0..<5)])),
            ("issuedOn", .date(day(16_500, today))),
          ]))
    }
    if holds(4) { addAwards(worker, id, to: &facts) }
    if holds(3) { addApprenticeship(worker, id, to: &facts) }
  }

  private mutating func addApprenticeship(_ worker: Int, _ id: String, to facts: inout FactBase) {
    let from = day(17_600, City.on.dayNumber - 100)
    facts.add(
      record: record(
        "apprenticeship", "l\(worker)", id,
        [
          ("employer", .string("o\(number(0..<organisations))")), ("from", .date(from)),
          ("feePaid", .number(Decimal128(number(2000..<14000)))),
          ("year", .number(Decimal128(number(1..<4)))), ("joined", .string("new-hire")),
        ]))
  }
}

extension City {
  /// Whether an occupation is on the list of a year: by year from the first, then occupation.
  static func shortageTable() -> [UInt8] {
    var table = [UInt8](repeating: 0, count: years.count * occupations.count)
    for (row, year) in years.enumerated() {
      for place in shortage(year) { table[row * occupations.count + place] = 1 }
    }
    return table
  }

  /// The years for which lists were published.
  static let years = PlainCity.firstYear...2021

  /// The places of the occupations that were short in a year.
  static func shortage(_ year: Int) -> [Int] {
    (0..<30).map { ($0 * 7 + year) % occupations.count }
  }
}
