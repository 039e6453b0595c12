import Core
import Cryptography
import Facts
import Foundation
import Registry
import Statistics
import TestSupport
import Testing
import Vocabulary

/// Who counts as what. Every person of a table stands for five alike, so that no count is hidden.
@Suite struct FiguresTests {
  private let folder: TemporaryFolder
  private let registry: Registry

  init() throws {
    folder = try TemporaryFolder()
    let vocabulary = try #require(ProjectFiles.vocabulary)
    registry = try Registry.open(
      at: folder.url.appending(path: "town.db").path,
      keyFile: KeyFile(path: folder.url.appending(path: "town.key").path), vocabulary: vocabulary)
  }

  /// Records of one person, as the inner parts of JSON objects; `job` is a job at `e1` since 2020.
  private static let job =
    #""type": "employment", "id": "j", "employer": "e1", "from": "2020-01-01", "post": "technical-worker""#

  private func figures(
    _ records: [String], on: String = "2025-12-31", people: Int = 5
  ) throws -> TownFigures {
    var all: [String] = []
    for person in 1...people {
      all += records.map { #"{"party": "p\#(person)", \#($0)}"# }
    }
    let persons = (1...people).map { #"{"type": "person", "id": "p\#($0)", "region": "331002"}"# }
    let text = """
      {"on": "2020-06-30", "parties": [
        {"type": "organisation", "id": "e1", "region": "330302"},
        {"type": "organisation", "id": "e2", "region": "330303"},
        {"type": "organisation", "id": "e3"}, \(persons.joined(separator: ", "))],
       "records": [\(all.joined(separator: ", "))]}
      """
    let facts = try FactsFile.read(
      SourceText(name: "facts.json", text: text), FactsSchema(registry.vocabulary))
    _ = try registry.put(facts, source: "facts.json")
    return try TownFigures(of: registry, on: #require(CivilDate(on)))
  }

  @Test(
    "a technical worker has a technical post on the day",
    arguments: [
      ([#""post": "technical-worker", "from": "2020-01-01""#], 5, 0),
      ([#""post": "engineer", "from": "2020-01-01""#], 5, 0),
      ([#""post": "manager", "from": "2020-01-01""#], 0, 0),
      ([#""post": "engineer", "from": "2025-12-31""#], 5, 0),
      ([#""post": "engineer", "from": "2026-01-01""#], 0, 0),
      ([#""post": "engineer", "from": "2020-01-01", "to": "2025-12-31""#], 5, 0),
      ([#""post": "engineer", "from": "2020-01-01", "to": "2025-12-30""#], 0, 0),
      ([#""from": "2020-01-01""#], 0, 5), ([#""post": "engineer""#], 0, 5),
      ([#""post": "engineer", "to": "2025-12-30""#], 0, 0), ([], 0, 5),
    ])
  func technical(_ jobs: [String], _ workers: Int, _ undecided: Int) throws {
    let figures = try figures(
      jobs.map { #""type": "employment", "id": "j", "employer": "e1", \#($0)"# })
    #expect(figures.whole?.workers ?? .shown(0) == .shown(workers))
    #expect(figures.undecided == undecided)
  }

  @Test(
    "the level is that of the best certificate that counts by the day",
    arguments: [
      ([], LevelClass.uncertified, false),
      ([#""level": 3, "kind": "skill-level", "issuedOn": "2020-01-01""#], .three, true),
      ([#""level": 4, "kind": "qualification", "issuedOn": "2020-01-01""#], .four, false),
      (
        [
          #""level": 4, "kind": "skill-level", "issuedOn": "2024-01-01""#,
          #""level": 2, "kind": "qualification", "issuedOn": "2020-01-01""#,
        ], .two, true
      ),
      ([#""level": 1, "kind": "skill-level", "issuedOn": "2026-01-01""#], .uncertified, false),
      ([#""level": 3, "kind": "special-ability", "issuedOn": "2020-01-01""#], .uncertified, false),
      ([#""kind": "skill-level", "issuedOn": "2020-01-01""#], .unknown, false),
      ([#""level": null, "kind": "skill-level", "issuedOn": "2020-01-01""#], .uncertified, false),
      ([#""level": 5, "issuedOn": "2020-01-01""#], .unknown, false),
      (
        [
          #""level": 3, "kind": "skill-level", "issuedOn": "2020-01-01""#,
          #""level": 4, "issuedOn": "2020-01-01""#,
        ], .three, true
      ),
      (
        [
          #""level": 3, "kind": "skill-level", "issuedOn": "2020-01-01""#,
          #""level": 2, "issuedOn": "2020-01-01""#,
        ], .unknown, true
      ),
    ])
  func levels(_ certificates: [String], _ level: LevelClass, _ isHigh: Bool) throws {
    let records = certificates.enumerated().map {
      #""type": "certificate", "id": "c\#($0)", "occupation": "6-18-01-01", \#($1)"#
    }
    let whole = try #require(try figures([Self.job] + records).whole)
    #expect(whole.levels[level] == .shown(5))
    #expect(whole.highSkilled == .shown(isHigh ? 5 : 0))
  }

  @Test("who has a title counts as high-skilled, from the day it was granted") func titles() throws
  {
    let title = #""type": "title", "id": "t", "grade": "junior", "grantedOn": "2024-05-01""#
    let records = [Self.job, title]
    #expect(try figures(records).whole?.highSkilled == .shown(5))
    let before = try TownFigures(of: registry, on: #require(CivilDate("2024-04-30")))
    #expect(before.whole?.highSkilled == .shown(0))
    #expect(before.whole?.highSkilledShare == Decimal128(0))
  }

  @Test(
    "people count where the employer of their latest job sits, else where they live",
    arguments: [
      ([("e1", "2020-01-01")], "330302"),
      ([("e1", "2020-01-01"), ("e2", "2021-01-01")], "330303"),
      ([("e2", "2021-01-01"), ("e1", "2020-01-01")], "330303"),
      ([("e2", "2020-01-01"), ("e1", "2020-01-01")], "330303"), ([("e3", "2020-01-01")], "331002"),
      ([("nobody", "2020-01-01")], "331002"),
    ])
  func regions(_ jobs: [(String, String)], _ region: String) throws {
    let records = jobs.enumerated().map { index, job in
      #""type": "employment", "id": "j\#(index)", "employer": "\#(job.0)", "from": "\#(job.1)", "post": "engineer""#
    }
    let scopes = try figures(records).regions.map(\.scope)
    #expect(scopes == [.whole, .prefecture(region.prefix(4) + "00"), .county(region)])
  }

  @Test(
    "the wage is that of the last year that has ended",
    arguments: [("2025-12-30", 2024, "50000.00"), ("2025-12-31", 2025, "60000.33")])
  func wageYear(_ on: String, _ year: Int, _ mean: String) throws {
    let figures = try figures(
      [
        Self.job, #""type": "wage", "employer": "e1", "year": 2024, "amount": 50000"#,
        #""type": "wage", "employer": "e1", "year": 2025, "amount": 60000"#,
        #""type": "wage", "employer": "e2", "year": 2025, "amount": 0.333333"#,
      ], on: on)
    #expect(figures.wageYear == year)
    #expect(figures.whole?.wage.mean?.description == mean)
  }

  @Test("who has a wage that nobody has told is left out of the mean, not taken for zero")
  func unknownWage() throws {
    let figures = try figures([
      Self.job, #""type": "wage", "employer": "e1", "year": 2025, "amount": 60000"#,
      #""type": "wage", "employer": "e2", "year": 2025"#,
    ])
    let wage = try #require(figures.whole?.wage)
    #expect(wage.people == .shown(0) && wage.mean == nil && wage.ratio == nil)
  }

  @Test("fewer than five people are not shown, nor what would tell of them") func few() throws {
    let whole = try #require(try figures([Self.job], people: 4).whole)
    #expect(whole.workers == .hidden && whole.highSkilledShare == nil)
    #expect(whole.levels[.uncertified] == .hidden && whole.levels[.one] == .shown(0))
  }

  @Test("an earlier state of the registry gives its own figures") func known() throws {
    let before = try figures([Self.job])
    let later = try figures([Self.job], people: 9)
    #expect(later.whole?.workers == .shown(9))
    let again = try TownFigures(
      of: registry, on: later.on, known: .change(before.change))
    #expect(again.regions == before.regions)
  }
}
