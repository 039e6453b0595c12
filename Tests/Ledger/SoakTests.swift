import Core
import Foundation
import Ledger
import Office
import OfficeSupport
import Store
import Synchronization
import TestSupport
import Testing

/// Random acts on eight threads, half of them through another office over the same file, with keys
/// tried again and keys used twice; then all of it is worked out anew, in the order of the entries.
@Suite struct SoakTests {
  private static let environment = ProcessInfo.processInfo.environment

  @Test(.timeLimit(.minutes(60))) func invariants() throws {
    let count = Self.environment["GONGJIANG_LEDGER_EVENTS"].flatMap { Int($0) } ?? 4000
    let seed = UInt64(Self.environment["GONGJIANG_LEDGER_SEED"] ?? "") ?? 20_261_129
    let folder = try TemporaryFolder()
    let clock = SetClock(CivilDate(dayNumber: 20_500)).clock
    let offices = try (0..<2).map { _ in try folder.office([Ledger.room], clock: clock) }
    let record = SoakRecord()
    let begin = ContinuousClock.now
    inThreads(8) { thread in
      var worker = SoakWorker(
        seed: seed &+ UInt64(thread) &* 0x1_0001, thread, offices[thread % 2],
        Ledger(clock: clock), record)
      for event in 0..<count / 8 { worker.step(event, of: count / 8) }
    }
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    let log = record.log.withLock { $0 }
    print(
      "seed \(seed): \(count) events, \(Int(Double(count) / seconds)) events/s;",
      "\(log.done.count) entries, \(log.refused.count) refused, \(log.again) again,",
      "\(log.reused) keys refused")
    #expect(log.failures == [])
    #expect(log.again > 0 && log.reused > 0 && log.refused.count > count / 20)

    let naive = try replay(log)
    try offices[0].read { connection in
      try Self.compare(naive, Ledger(clock: clock), connection)
      let report = try Ledger(clock: clock).verify(connection)
      #expect(report.entries == Int64(log.done.count))
      #expect(try AuditTrail.verify(connection).count == Int64(log.done.count))
    }
  }

  /// Every entry was allowed, and every refusal just, where it fell in the order of entries.
  private func replay(_ log: SoakRecord.Log) throws -> NaiveLedger {
    var naive = NaiveLedger()
    let refused = Dictionary(grouping: log.refused, by: \.after)
    for number in 0...Int64(log.done.count) {
      if number > 0 {
        let done = try #require(log.done[number])
        guard naive.apply(done.act, number: number, user: done.user) else {
          Issue.record("entry \(number) should have been refused: \(done.act)")
          break
        }
      }
      for refusal in refused[number] ?? [] {
        var trial = naive
        let isAllowed = trial.apply(refusal.act, number: number + 1, user: refusal.user)
        #expect(!isAllowed, "refused after \(number): \(refusal.act)")
      }
    }
    return naive
  }

  private static func compare(
    _ naive: NaiveLedger, _ ledger: Ledger, _ connection: borrowing Connection
  ) throws {
    var subjects: [String: [Budget: [Int64]]] = [:]
    for (budget, pot) in naive.pots {
      let found = try ledger.position(of: budget, connection)
      let expected = [
        pot.appropriation, pot.free, pot.committed.values.reduce(0, +),
        pot.paid.values.reduce(0, +), pot.claimed.values.reduce(0, +),
      ]
      #expect(expected[0] == expected[1] + expected[2] + expected[3])
      #expect(
        found.map { [$0.appropriation, $0.free, $0.committed, $0.paid, $0.receivable] } == expected)
      #expect(found?.successor == pot.next)
      for id in Set(pot.committed.keys).union(pot.paid.keys) {
        subjects[id, default: [:]][budget] = [
          pot.committed[id] ?? 0, pot.paid[id] ?? 0, pot.claimed[id] ?? 0,
        ]
      }
    }
    #expect(!subjects.isEmpty)
    for (id, expected) in subjects {
      let found = try ledger.position(ofSubject: id, connection)
      for position in found {
        let sums = [position.committed, position.paid, position.receivable]
        #expect(sums == expected[position.budget] ?? [0, 0, 0])
      }
      #expect(
        found.filter { $0.committed + $0.paid > 0 }.count
          >= expected.values.filter { $0[0] + $0[1] > 0 }.count)
    }
  }
}

/// Runs a body on so many threads at a time, and waits for them.
func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for number in 0..<count {
    group.enter()
    let thread = Thread {
      body(number)
      group.leave()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
  group.wait()
}
