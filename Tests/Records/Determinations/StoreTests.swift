import Core
import Determination
import Determinations
import Facts
import Registry
import TestSupport
import Testing

/// What is stored, as of which run; and runs that were broken off.
@Suite("Stored determinations")
struct StoreTests {
  private struct Stop: Error {}

  private func office(_ seed: UInt64, persons: Int, on day: CivilDate) throws -> Office {
    let office = try Office()
    var town = RandomTown(seed: seed, persons: persons, office.registry.vocabulary)
    _ = try office.registry.put(town.facts(on: day), source: "town")
    return office
  }

  @Test("A run that was broken off goes on where it stopped")
  func resumed() throws {
    let day = try date("2020-09-20")
    let broken = try office(101, persons: 60, on: day)
    var runner = try broken.runner(on: day, of: 6)
    runner.progress = { done, _ in if done >= 30 { throw Stop() } }
    #expect(throws: Stop.self) { try runner.all() }
    #expect(try broken.store.lastRun() == nil)
    #expect(try broken.outline().isEmpty, "what is half there is not seen")
    let rest = try broken.runner(on: day, of: 6).all()
    #expect(rest.wasResumed && rest.parties < 80 - 30 + 7)
    let whole = try office(101, persons: 60, on: day)
    _ = try whole.runner(on: day).all()
    #expect(try broken.outline() == whole.outline())
    let again = try broken.runner(on: day).all()
    #expect(!again.wasResumed && again.added == 0 && again.ended == 0)
  }

  @Test("One that sees later facts finishes first, then brings up to date")
  func resumedLater() throws {
    let day = try date("2020-09-20")
    let office = try office(102, persons: 40, on: day)
    var runner = try office.runner(on: day, of: 6)
    runner.progress = { done, _ in if done >= 12 { throw Stop() } }
    #expect(throws: Stop.self) { try runner.all() }
    var town = RandomTown(seed: 103, persons: 40, office.registry.vocabulary)
    _ = try office.registry.put(town.facts(on: day), source: "later")
    let rest = try office.runner(on: day, of: 6).all()
    #expect(rest.wasResumed)
    let again = try office.runner(on: day).all()
    #expect(again.added == 0 && again.ended == 0)
  }

  @Test("A change run that was broken off, on another day, is finished before the next")
  func changeResumed() throws {
    let day = try date("2020-09-20")
    let office = try office(104, persons: 40, on: day)
    _ = try office.runner(on: day).all()
    var runner = try office.runner(on: day.plus(40), of: 2)
    runner.progress = { done, _ in if done >= 4 { throw Stop() } }
    #expect(throws: Stop.self) { try runner.changed() }
    let rest = try office.runner(on: day.plus(80), of: 2).changed()
    #expect(rest.wasResumed && !rest.wasFull)
    let again = try office.runner(on: day.plus(80)).all()
    #expect(again.added == 0 && again.ended == 0)
  }

  @Test("Of two that determine at a time one gives way, and the result is that of one")
  func overtaken() throws {
    let day = try date("2020-09-20")
    let office = try office(107, persons: 40, on: day)
    var runner = try office.runner(on: day, of: 6)
    let other = try office.runner(on: day, of: 6)
    runner.progress = { done, _ in
      if done == 12 {
        let summary = try other.all()
        #expect(summary.wasResumed)
      }
    }
    let problem = DeterminationProblem.overtaken(registry: office.registry.name)
    #expect(throws: problem) { try runner.all() }
    let again = try office.runner(on: day).all()
    #expect(!again.wasResumed && again.added == 0 && again.ended == 0)
  }

  @Test(
    "What is wrong, in both languages",
    arguments: [
      (
        DeterminationProblem.overtaken(registry: "town.db"), "DET003",
        "另一个程序也在核定登记库 town.db", "请等它结束后再运行；已写入的结果完好。",
        "another program is determining the registry town.db too",
        "Wait until it is done and run this again; what was written is sound."
      ),
      (
        .namesRecords(document: "x", type: Bilingual(zh: "基地", en: "base")), "DET001",
        "x 的规则沿引用读取别处的基地记录，登记库不能这样核定",
        "请改为筛选当事人自己的记录，例如 实训基地[编号 = 考评.考评对象]。",
        "a rule of x follows a reference to a base record, which a registry cannot do",
        "Filter the party's own records instead, as in base[id = evaluation.of]."
      ),
    ])
  func words(
    problem: DeterminationProblem, code: String, zh: String, adviceZh: String, en: String,
    adviceEn: String
  ) {
    #expect(problem.code == code)
    #expect(problem.message == Bilingual(zh: zh, en: en))
    #expect(problem.advice == Bilingual(zh: adviceZh, en: adviceEn))
  }

  @Test("What was stored can be asked for as of any run")
  func history() throws {
    let day = try date("2020-02-20")
    let office = try office(105, persons: 40, on: day)
    let first = try office.runner(on: day).all().run
    let before = try office.outline()
    let totals = try office.store.totals()
    let second = try office.runner(on: day.plus(12)).changed().run
    #expect(try office.outline() != before)
    var lines: [String] = []
    try office.store.each(asOf: .run(first.number)) { lines.append($0.outline) }
    #expect(lines.sorted() == before)
    #expect(try office.store.totals(asOf: .run(first.number)) == totals)
    #expect(try office.store.lastRun() == second)
    #expect(second.base == first.number && second.on == day.plus(12))
    // What differs, applied to the earlier state, makes the later one.
    var state: [String: String] = [:]
    func key(_ one: StoredDetermination) -> String {
      "\(one.benefit) \(one.owner) \(one.subject ?? "")"
    }
    try office.store.each(asOf: .run(first.number)) { state[key($0)] = $0.outline }
    var told = 0
    try office.store.eachDifference(after: first.number) { determination, change in
      told += 1
      #expect((determination.run == second.number) == (change != .ended))
      let old = state.removeValue(forKey: key(determination))
      #expect((old == nil) == (change == .added))
      if change != .ended { state[key(determination)] = determination.outline }
    }
    #expect(told > 0 && told < before.count)
    #expect(try state.values.sorted() == office.outline())
  }

  @Test("Totals add up, by party and benefit too")
  func totals() throws {
    let day = try date("2020-09-20")
    let office = try office(106, persons: 60, on: day)
    _ = try office.runner(on: day).all()
    var counts: [String: [Outcome: Int]] = [:]
    var sums: [String: Int64] = [:]
    var received: [String: Set<String>] = [:]
    var byParty: [String: Int] = [:]
    try office.store.each { determination in
      counts[determination.benefit, default: [:]][determination.outcome, default: 0] += 1
      sums[determination.benefit, default: 0] += determination.amount?.fen ?? 0
      if determination.outcome == .entitled {
        received[determination.benefit, default: []].insert(determination.party)
      }
      for party in Set([determination.owner, determination.party]) {
        byParty[party, default: 0] += 1
      }
    }
    for total in try office.store.totals() {
      let count = counts[total.benefit] ?? [:]
      #expect(total.entitled == count[.entitled] ?? 0)
      #expect(total.notEntitled == count[.notEntitled] ?? 0)
      #expect(total.undetermined == count[.undetermined] ?? 0)
      #expect(total.amount.fen == sums[total.benefit])
      #expect(total.receivers == received[total.benefit]?.count ?? 0)
      var one = 0
      try office.store.each(benefit: total.benefit) { _ in one += 1 }
      #expect(one == count.values.reduce(0, +))
    }
    for (party, count) in byParty {
      #expect(try office.store.stored(of: party).count == count, "\(party)")
    }
  }
}
