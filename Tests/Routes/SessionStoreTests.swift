import Core
import Determination
import Questionnaire
import Synchronization
import Testing

@testable import Routes

@Suite struct SessionStoreTests {
  /// A clock that stands still until it is moved.
  private final class Clock: Sendable {
    private let time = Mutex(ContinuousClock.now)
    var now: ContinuousClock.Instant { time.withLock { $0 } }
    func pass(_ duration: Duration) { time.withLock { $0 += duration } }
  }

  @Test func answersAreKeptApartAndChange() {
    let store = SessionStore()
    let (one, other) = (store.begin(), store.begin())
    store.keep(.value("1"), to: "a", in: one)
    store.keep(.value("2"), to: "b", in: one)
    store.keep(.unknown, to: "a", in: one)
    store.keep(.none, to: "b", in: other)
    #expect(store.answers(of: one)?.answers == ["a": .unknown, "b": .value("2")])
    #expect(store.answers(of: one)?.order == ["a", "b"])
    #expect(store.answers(of: other)?.answers == ["b": Answer.none])
    store.end(one)
    #expect(store.answers(of: one)?.order == nil)
    store.keep(.unknown, to: "a", in: one)
    #expect(store.answers(of: one)?.order == nil)
  }

  @Test func whatAnswersComeToIsWorkedOutOnceUntilOneChanges() {
    let store = SessionStore()
    let day = CivilDate(dayNumber: 20_000)
    let worked = Mutex(0)
    func ask(_ id: String, _ language: Language = .zh, on today: CivilDate = day) -> Int {
      let answers = store.answers(of: id)?.answers ?? [:]
      _ = store.outlook(of: id, answers, today: today, language) {
        worked.withLock { $0 += 1 }
        return Outlook(Report(on: today, determinations: []), steps: [])
      }
      return worked.withLock { $0 }
    }
    let (one, other) = (store.begin(), store.begin())
    #expect([ask(one), ask(one), ask(other), ask(one)] == [1, 1, 2, 2])
    store.keep(.value("1"), to: "a", in: one)
    #expect([ask(one), ask(one), ask(other)] == [3, 3, 3])
    #expect(
      [ask(one, .en), ask(one, .en), ask(one, .en, on: CivilDate(dayNumber: 20_001))] == [4, 4, 5])
    // Nothing is kept of answers that changed while it was worked out, nor of a session that ended.
    let before = store.answers(of: one)?.answers ?? [:]
    _ = store.outlook(of: one, before, today: day, .zh) {
      store.keep(.value("2"), to: "a", in: one)
      return Outlook(Report(on: day, determinations: []), steps: [])
    }
    #expect(ask(one) == 6)
    store.end(other)
    #expect([ask(other), ask(other)] == [7, 8])
  }

  @Test func ofManySessionsNotEverythingIsKept() {
    let store = SessionStore()
    let day = CivilDate(dayNumber: 20_000)
    let worked = Mutex(0)
    let ids = (0...256).map { _ in store.begin() }
    for id in ids + ids.suffix(1) + ids.prefix(1) {
      _ = store.outlook(of: id, [:], today: day, .zh) {
        worked.withLock { $0 += 1 }
        return Outlook(Report(on: day, determinations: []), steps: [])
      }
    }
    #expect(worked.withLock { $0 } == ids.count + 1)
  }

  @Test func aSessionEndsWhenItIsNotUsed() {
    let clock = Clock()
    let store = SessionStore(lifetime: .seconds(100)) { clock.now }
    let id = store.begin()
    clock.pass(.seconds(99))
    #expect(store.answers(of: id)?.order != nil)
    clock.pass(.seconds(99))
    #expect(store.answers(of: id)?.order != nil)
    clock.pass(.seconds(100))
    #expect(store.answers(of: id)?.order == nil)
  }

  @Test func theLongestIdleGivesWay() {
    let clock = Clock()
    let store = SessionStore(most: 2, lifetime: .seconds(100)) { clock.now }
    let first = store.begin()
    clock.pass(.seconds(1))
    let second = store.begin()
    clock.pass(.seconds(1))
    _ = store.answers(of: first)
    clock.pass(.seconds(1))
    let third = store.begin()
    #expect(store.answers(of: second)?.order == nil)
    #expect(store.answers(of: first)?.order != nil)
    #expect(store.answers(of: third)?.order != nil)
  }

  @Test func idsAreLongAndNeverTheSame() {
    let store = SessionStore()
    let ids = (0..<1_000).map { _ in store.begin() }
    #expect(Set(ids).count == 1_000)
    #expect(ids.allSatisfy { (18...25).contains($0.count) })
  }
}
