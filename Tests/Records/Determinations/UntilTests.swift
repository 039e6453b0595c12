import Core
import Explain
import Facts
import TestSupport
import Testing

/// Between a determination and the day until which it holds, nothing changes by itself.
@Suite("Until when an answer holds")
struct UntilTests {
  @Test("Never too late, on any day of two years", arguments: 0..<2 as Range<UInt64>)
  func neverTooLate(_ seed: UInt64) throws {
    let plans = try Office.plans()
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let engine = ExplainEngine(plans: plans)
    var town = RandomTown(seed: 50 + seed, persons: 12, vocabulary)
    var day = try date("2019-06-20")
    let end = try date("2021-06-30")
    var facts = town.facts(on: day)
    // What every party came to under every plan, and until when.
    var known: [String: (lines: [String], until: CivilDate?)] = [:]
    var (kept, asked) = (0, 0)
    while day <= end {
      facts.on = day
      for result in engine.assess(facts, Scope(isExplaining: false)) {
        let found = Dictionary(grouping: result.findings, by: \.owner)
        for party in facts.parties.compactMap(\.id) {
          let key = "\(result.plan) \(party)"
          let lines = (found[party] ?? []).map(\.outline)
          let until = result.due[party]
          #expect(until.map { $0 > day } ?? true)
          #expect((found[party] ?? []).allSatisfy { $0.until.map { $0 > day } ?? true })
          asked += 1
          if let before = known[key], before.until.map({ day < $0 }) ?? true {
            let isSame = before.lines == lines && before.until == until
            #expect(isSame, "\(key) on \(day): \(before) became \(lines) until \(until as Any)")
            kept += 1
          }
          known[key] = (lines, until)
        }
      }
      // The turns of the months, when most happens, and days between.
      let isTurn = day == day.lastOfMonth || day == day.firstOfMonth
      day = isTurn ? day.plus(1) : min(day.lastOfMonth, day.plus(5))
    }
    // As late as is honest: hardly anything has to be determined anew.
    #expect(100 * kept > 90 * asked, "\(kept) of \(asked)")
  }
}

extension CivilDate {
  func plus(_ days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }
}
