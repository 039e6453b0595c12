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
