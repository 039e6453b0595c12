import Core
import Determinations
import FEEL
import Facts
import PolicyPlan
import Registry
import TestSupport
import Testing
import Vocabulary

/// Determining those for whom something may have changed leaves what determining everybody would.
@Suite("What changed")
struct ChangedTests {
  @Test("Random changes of facts, lists, rules and days", arguments: 0..<3 as Range<UInt64>)
  func random(_ seed: UInt64) throws {
    let office = try Office()
    var town = RandomTown(seed: 70 + seed, persons: 30, office.registry.vocabulary)
    var day = try date("2019-12-20")
    var plans = office.plans
    _ = try office.registry.put(town.facts(on: day), source: "town")
    _ = try office.runner(on: day).changed()
    for step in 0..<14 {
      switch step % 7 {
      case 0, 3: day = day.plus(23)
      case 1, 4: try TownChanges.records(&town, office.registry)
      case 2: try TownChanges.organisations(&town, office.registry)
      case 5: try TownChanges.list(&town, office.registry)
      default: plans = try Office.plans(["700 |": "\(600 + step) |"])
      }
      let some = try office.runner(on: day, of: 5, by: plans).changed()
      let stored = try office.outline()
      let all = try office.runner(on: day, by: plans).all()
      #expect(all.added == 0 && all.ended == 0, "step \(step): \(some) \(all)")
      #expect(try office.outline() == stored)
      #expect(some.wasFull == false, "step \(step)")
    }
  }

  @Test("Nothing changed: nobody is determined")
  func nothing() throws {
    let office = try Office()
    var town = RandomTown(seed: 90, persons: 20, office.registry.vocabulary)
    let day = try date("2020-05-05")
    _ = try office.registry.put(town.facts(on: day), source: "town")
    let first = try office.runner(on: day).changed()
    #expect(first.wasFull && first.parties == 26)
    let second = try office.runner(on: day).changed()
    #expect(!second.wasFull && second.parties == 0 && second.unchanged == 0)
  }

  @Test("The calendar is known forwards only: an earlier day is determined for everybody")
  func earlier() throws {
    let office = try Office()
    var town = RandomTown(seed: 91, persons: 20, office.registry.vocabulary)
    _ = try office.registry.put(town.facts(on: try date("2020-05-05")), source: "town")
    _ = try office.runner(on: try date("2020-05-05")).all()
    #expect(try office.runner(on: try date("2020-05-04")).changed().wasFull)
  }

  @Test("A document that is gone takes its determinations along")
  func gone() throws {
    let office = try Office()
    var town = RandomTown(seed: 92, persons: 20, office.registry.vocabulary)
    let day = try date("2020-05-05")
    _ = try office.registry.put(town.facts(on: day), source: "town")
    _ = try office.runner(on: day).all()
    let one = [office.plans[0]]
    let summary = try office.runner(on: day, by: one).changed()
    #expect(summary.ended > 0 && summary.added == 0)
    #expect(try office.outline().allSatisfy { !$0.hasPrefix("calendar/") })
    let all = try office.runner(on: day, by: one).all()
    #expect(all.added == 0 && all.ended == 0)
  }
}
