import Core
import FEEL
import Facts
import Synthesis
import TestSupport
import Testing
import Vocabulary

@testable import Synthesis

/// A town of 20,000 has the shares and means of the source documents, within what chance allows.
@Suite struct MarginTests {
  /// One town for all tests: it takes a second or two to make.
  private static let margins = Result { try Margins(Town(20_000)) }

  private func margins() throws -> Margins { try Self.margins.get() }

  @Test(
    "records per worker",
    arguments: [
      ("certificate", 1.1, 0.05), ("insurance", 2.0, 0.15), ("employment", 1.5, 0.1),
      ("wage", 0.93, 0.1), ("award", 0.05, 0.01), ("training", 0.15, 0.02),
      ("apprenticeship", 0.02, 0.01), ("relocation", 0.005, 0.003), ("settlement", 0.006, 0.003),
      ("claim", 0.15, 0.05), ("hire", 0.09, 0.03), ("title", 0.025, 0.01),
      ("rating", 0.005, 0.003), ("grade", 0.027, 0.01),
    ])
  func rate(_ type: String, _ rate: Double, _ tolerance: Double) throws {
    let found = Double(try margins().counts[type, default: 0]) / 20_000
    #expect(abs(found - rate) <= tolerance, "\(type): \(found)")
  }

  @Test(
    "organisations and what they run",
    arguments: [
      ("organisation", 800...800), ("household", 400...400), ("studio", 20...70),
      ("base", 5...40), ("contest", 5...40), ("seminar", 4...30), ("evaluation", 40...250),
      ("demonstration", 8...40), ("indicator", 400...3000), ("selection", 3...40),
    ])
  func organisations(_ type: String, _ range: ClosedRange<Int>) throws {
    #expect(range.contains(try margins().counts[type, default: 0]))
  }

  @Test(
    "levels in ten thousand workers",
    arguments: [(1, 155), (2, 560), (3, 2750), (4, 2190), (5, 1990), (6, 2355)])
  func levels(_ level: Int, _ share: Int) throws {
    let found = try margins().levels[level, default: 0] / 2
    // Three standard deviations of a share of 20,000, and a little.
    #expect(abs(found - share) <= 110, "\(found)")
  }

  @Test("of technical workers 34 % hold level 3 or above, going by what is on record")
  func highSkilled() throws {
    let workers = try margins().technicalWorkers
    #expect((17_500...19_000).contains(workers.count), "\(workers.count)")
    let high = try margins().highSkilled.intersection(workers).count
    let permyriad = high * 10_000 / workers.count
    #expect((3370...3430).contains(permyriad), "\(permyriad)")
  }

  @Test("wages by level lie about the means of T4", arguments: Array(Pay.means.enumerated()))
  func wages(_ index: Int, _ mean: Int) throws {
    let wages = try margins().wages[index + 1, default: []]
    let found = wages.reduce(0, +) / max(1, wages.count) / 100
    #expect(abs(found - mean) * 100 <= mean * 3, "\(found)")
  }

  @Test("every county has organisations and workers") func regions() throws {
    #expect(try margins().regions == Set(Places.all.map(\.code)))
  }

  @Test("some of every kind of fact is missing, and most is there")
  func missing() throws {
    for field in ["certificate.level", "employment.post", "person.phone", "organisation.region"] {
      let (missing, all) = try margins().missing[field, default: (0, 0)]
      #expect(missing > 0 && missing * 20 < all, "\(field): \(missing) of \(all)")
    }
  }
}

/// What is counted in a town.
private struct Margins {
  var counts: [String: Int] = [:]
  var levels: [Int: Int] = [:]
  /// 分 of the last year, by level.
  var wages: [Int: [Int]] = [:]
  var regions: Set<String> = []
  var missing: [String: (missing: Int, all: Int)] = [:]
  /// Ids of those whose records say that they work as such on the last day.
  var technicalWorkers: Set<String> = []
  /// Ids of those who have a certificate of level 3 or above on record, its kind and day included.
  var highSkilled: Set<String> = []

  init(_ town: Town) throws {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    for index in 0..<town.workers { levels[Life(index, of: town).level, default: 0] += 1 }
    town.each { batch in
      for fact in batch.facts {
        let type = vocabulary.types[fact.type]
        counts[type.id, default: 0] += 1
        for (field, value) in zip(type.fields, fact.values) {
          var count = missing["\(type.id).\(field.id)", default: (0, 0)]
          if case .missing = value { count.missing += 1 }
          count.all += 1
          missing["\(type.id).\(field.id)"] = count
        }
        switch type.id {
        case "organisation":
          if case .known(.string(let code)) = fact.values[3] { regions.insert(code) }
        case "wage": add(wage: fact, town)
        case "employment":
          if case .known(.string(let post)) = fact.values[type.fieldIndex("post") ?? 0],
            ["technical-worker", "engineer"].contains(post), isOpen(fact, type)
          {
            technicalWorkers.insert(fact.party ?? "")
          }
        case "certificate": add(certificate: fact, type)
        default: break
        }
      }
    }
  }

  private func isOpen(_ job: Record, _ type: EntityType) -> Bool {
    if case .missing = job.values[type.fieldIndex("to") ?? 0] { true } else { false }
  }

  private mutating func add(certificate: Record, _ type: EntityType) {
    func value(_ name: String) -> FactValue { certificate.values[type.fieldIndex(name) ?? 0] }
    guard case .known(.number(let level)) = value("level"), level <= Decimal128(3),
      case .known(.string(let kind)) = value("kind"), kind != "special-ability",
      case .known(.date) = value("issuedOn")
    else { return }
    highSkilled.insert(certificate.party ?? "")
  }

  private mutating func add(wage: Record, _ town: Town) {
    guard case .known(.number(let year)) = wage.values[1], year.integer == Town.until.year,
      case .known(.number(let amount)) = wage.values[2], let fen = amount.units(scale: 2),
      let index = wage.party.flatMap({ Int($0.dropFirst()) })
    else { return }
    wages[Life(index - 1, of: town).level, default: []].append(Int(fen))
  }
}
