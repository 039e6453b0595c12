import City
import Columns
import Core
import Determinations
import FEEL
import Facts
import PolicyPlan
import Registry
import TestSupport
import Testing
import Vocabulary

/// The totals from columns are those that determining everybody stores, whatever changed since the
/// columns were made.
@Suite("Totals of a city")
struct CityTotalsTests {
  @Test("Random changes of facts, lists, rules and days", arguments: 0..<2 as Range<UInt64>)
  func random(_ seed: UInt64) throws {
    let office = try Office()
    var town = RandomTown(seed: 170 + seed, persons: 24, office.registry.vocabulary)
    var day = try date("2019-12-20")
    var plans = office.plans
    _ = try office.registry.put(town.facts(on: day), source: "town")
    var works: Set<String> = []
    for step in 0..<10 {
      switch step % 7 {
      case 0, 3: day = day.plus(step == 7 ? -40 : 23)
      case 1, 4: try TownChanges.records(&town, office.registry)
      case 2: try TownChanges.organisations(&town, office.registry)
      case 5: try TownChanges.list(&town, office.registry)
      default: plans = try Office.plans(["700 |": "\(600 + step) |"])
      }
      _ = try office.runner(on: day, by: plans).all()
      let expected = try office.totals()
      let totals = CityTotals(office.registry, try Rulebook(plans), on: day)
      let kept = try totals.report()
      #expect(kept.lines == expected, "step \(step), \(day)")
      let anew = try totals.report(keeps: false)
      #expect(anew.lines == expected, "step \(step), \(day), nothing kept")
      #expect(anew.known == 0 && anew.adjusted == 0)
      for report in [kept, anew] { works.insert(report.workName) }
      if step % 3 == 2 {
        let (_, work) = try office.keeper(plans).current(isExact: true)
        works.insert(work.name)
        #expect(try totals.report(keeps: false).lines == expected, "step \(step), exact")
      }
    }
    #expect(works.isSuperset(of: ["kept", "updated"]), "\(works)")
  }

  @Test("A changed figure costs the benefits that use it")
  func figure() throws {
    let office = try Office()
    var town = RandomTown(seed: 181, persons: 20, office.registry.vocabulary)
    let day = try date("2020-09-20")
    _ = try office.registry.put(town.facts(on: day), source: "town")
    let first = try CityTotals(office.registry, Rulebook(office.plans), on: day).report()
    #expect(first.known == 0 && first.computed > 3)
    #expect(Set(try CityPart.all(Rulebook(office.plans)).map(\.hash)).count == first.computed)
    let again = try CityTotals(office.registry, Rulebook(office.plans), on: day).report()
    #expect(again.computed == 0 && again.known == first.computed && again.asked == 0)
    #expect(again.lines == first.lines)
    let plans = try Office.plans(["700 |": "650 |"])
    let changed = try CityTotals(office.registry, Rulebook(plans), on: day).report()
    // Stacking rules join these four.
    #expect(
      changed.computedBenefits == [
        "calendar/tenure", "calendar/steady", "calendar/monthly", "calendar/course",
      ])
    #expect(changed.computed == 1 && changed.known == first.computed - 1)
    _ = try office.runner(on: day, by: plans).all()
    #expect(try changed.lines == office.totals())
    #expect(changed.lines != first.lines)
  }

  @Test("A changed fact costs the parties that it touches")
  func fact() throws {
    let office = try Office()
    var town = RandomTown(seed: 182, persons: 20, office.registry.vocabulary)
    let day = try date("2020-09-20")
    _ = try office.registry.put(town.facts(on: day), source: "town")
    let totals = CityTotals(office.registry, try Rulebook(office.plans), on: day)
    let first = try totals.report()
    let records = town.records(of: "p7")
    _ = try office.registry.change(source: "records") { recorder in
      for record in records { _ = try recorder.put(record: record) }
    }
    let changed = try totals.report()
    #expect(changed.adjusted > 0 && changed.known == 0)
    #expect(changed.adjusted + changed.computed == first.computed)
    _ = try office.runner(on: day).all()
    #expect(try changed.lines == office.totals())
  }

  @Test("Sums that were damaged are worked out anew, and that is said")
  func damagedSums() throws {
    let office = try Office()
    var town = RandomTown(seed: 183, persons: 10, office.registry.vocabulary)
    let day = try date("2020-09-20")
    _ = try office.registry.put(town.facts(on: day), source: "town")
    let totals = CityTotals(office.registry, try Rulebook(office.plans), on: day)
    let first = try totals.report()
    let path = String(office.registry.name.dropLast(3)) + ".totals"
    var bytes = try DamagedFile.bytes(path)
    let place = bytes.count - 3
    bytes[place] ^= 1
    try DamagedFile.write(bytes, to: path)
    let again = try totals.report()
    #expect(again.sumsProblem == .damaged(file: path))
    #expect(again.known == 0 && again.lines == first.lines)
    let healed = try totals.report()
    #expect(healed.sumsProblem == nil && healed.computed == 0)
  }

  @Test("What a killed run was writing sums to does not stay")
  func leftBehind() throws {
    let office = try Office()
    var town = RandomTown(seed: 184, persons: 10, office.registry.vocabulary)
    let day = try date("2020-09-20")
    _ = try office.registry.put(town.facts(on: day), source: "town")
    let path = String(office.registry.name.dropLast(3)) + ".totals"
    // Longer than what takes its place.
    try DamagedFile.write(Array(repeating: 120, count: 1 << 20), to: path + ".part")
    let totals = CityTotals(office.registry, try Rulebook(office.plans), on: day)
    let first = try totals.report()
    #expect(throws: (any Error).self) { try DamagedFile.bytes(path + ".part") }
    let again = try totals.report()
    #expect(again.sumsProblem == nil && again.computed == 0 && again.lines == first.lines)
  }
}

extension CityTotals.Report {
  /// Of every benefit of which there is anything, a line.
  var lines: [String] {
    benefits.filter { $0.value != CitySum() }.map { id, sum in
      "\(id) \(sum.entitled) \(sum.notEntitled) \(sum.undetermined) \(sum.amount)"
    }.sorted()
  }

  var workName: String { work?.name ?? "none" }
}

extension SnapshotKeeper.Work {
  var name: String {
    switch self {
    case .kept: "kept"
    case .updated: "updated"
    case .made: "made"
    }
  }
}

extension Office {
  /// The same lines from what is stored.
  func totals() throws -> [String] {
    try store.totals().map {
      "\($0.benefit) \($0.entitled) \($0.notEntitled) \($0.undetermined) \($0.amount)"
    }.sorted()
  }

  func keeper(_ plans: [Plan]) throws -> SnapshotKeeper {
    SnapshotKeeper(
      registry, ColumnFields(plans, registry.vocabulary), try Rulebook(plans).selection)
  }
}
