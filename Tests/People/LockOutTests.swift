import Core
import Glibc
import Office
import OfficeSupport
import Passwords
import Store
import Testing

@testable import People

@Suite struct LockOutTests {
  @Test(
    "waits double up to the longest",
    arguments: [
      (1, nil), (4, nil), (5, 60), (6, 120), (7, 240), (10, 1_920), (11, 3_600), (1_000, 3_600),
      (Int64.max / 2, 3_600),
    ] as [(Int64, Int64?)]) func waits(_ failures: Int64, _ expected: Int64?)
  {
    #expect(PeopleSettings.LockOut().wait(afterFailures: failures) == expected)
  }

  @Test("an account and a name that is none wait alike", arguments: ["worker", "nobody", "一 二"])
  func alike(_ name: String) throws {
    let scene = try Scene()
    _ = try scene.account("worker")
    for _ in 1...4 {
      #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn(name, "wrong") }
    }
    #expect(throws: PeopleProblem.waiting(seconds: 60)) { try scene.signIn(name, "wrong") }
    scene.clock.advance(seconds: 20)
    // Also the right password, which so cannot be told from others meanwhile.
    #expect(throws: PeopleProblem.waiting(seconds: 40)) { try scene.signIn(name) }
    scene.clock.advance(seconds: 40)
    #expect(throws: PeopleProblem.waiting(seconds: 120)) { try scene.signIn(name, "wrong") }
    // The next day it is forgotten.
    scene.clock.advance(seconds: 86_400)
    #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn(name, "wrong") }
  }

  @Test("a success begins anew") func success() throws {
    let scene = try Scene()
    _ = try scene.account("worker")
    for _ in 1...3 {
      for _ in 1...4 {
        #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn("worker", "wrong") }
      }
      _ = try scene.signIn("worker")
    }
  }

  @Test("guesses at the same time count like those one after the other") func parallel()
    async throws
  {
    let scene = try Scene()
    _ = try scene.account("worker")
    let problems = await withTaskGroup(of: PeopleProblem?.self) { group in
      for _ in 1...16 {
        group.addTask {
          do { _ = try scene.signIn("worker", "wrong") } catch { return error as? PeopleProblem }
          return nil
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(problems.count { $0 == .wrongNameOrPassword } == 4)
    #expect(problems.count { $0 == .waiting(seconds: 60) } == 12)
  }

  @Test("a name without an account takes as long as a wrong password") func timing() throws {
    let scene = try Scene(cost: HashingCost(passes: 2, memory: 8 << 20)) {
      $0.lockOut.free = 1_000
    }
    _ = try scene.account("worker")
    // In time of the processor, which others on this machine do not lengthen; and the least of
    // several, which is what the work itself takes.
    func least(_ name: String) -> Int {
      (1...5).map { _ in
        let begin = processorTime()
        #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn(name, "wrong") }
        return processorTime() - begin
      }.min() ?? 0
    }
    let (known, unknown) = (least("worker"), least("nobody"))
    #expect(known < unknown * 2 && unknown < known * 2, "\(known) and \(unknown)")
  }

  @Test("both run the same statements") func statements() throws {
    let scene = try Scene()
    _ = try scene.account("worker")
    let runs = ["worker", "nobody"].map { name in
      _ = scene.log.take()
      #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn(name, "wrong") }
      return scene.log.take()
    }
    #expect(runs[0] == runs[1])
  }

  @Test("an address and a name have so many attempts, and more with time") func rate() throws {
    let scene = try Scene { settings in
      settings.perName = PeopleSettings.Rate(burst: 3, secondsEach: 10)
      settings.perAddress = PeopleSettings.Rate(burst: 5, secondsEach: 2)
    }
    for name in ["aa", "aa", "aa"] {
      #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn(name) }
    }
    #expect(throws: PeopleProblem.tooMany(seconds: 10)) { try scene.signIn("aa") }
    #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn("bb") }
    #expect(throws: PeopleProblem.tooMany(seconds: 2)) { try scene.signIn("cc") }
    scene.clock.advance(seconds: 10)
    #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn("aa") }
    // Nothing of what was turned away was written.
    #expect(try scene.trail().count == 5)
  }

  @Test("buckets stay bounded whoever tries what") func bounded() {
    let buckets = TokenBuckets(PeopleSettings.Rate(burst: 1, secondsEach: 60), most: 10)
    let now = Moment(microseconds: 0)
    for number in 0..<100 {
      #expect(buckets.take(Array("\(number)".utf8), at: now) == nil)
    }
    #expect(buckets.take(Array("99".utf8), at: now) == 60)
    #expect(buckets.take(Array("99".utf8), at: Moment(microseconds: 59_000_001)) == 1)
    #expect(buckets.take(Array("99".utf8), at: Moment(microseconds: 60_000_000)) == nil)
  }

  @Test("an old hash is made anew when the password is at hand") func rehash() throws {
    let scene = try Scene()
    _ = try scene.account("worker")
    let dearer = try People(
      scene.office,
      hasher: PasswordHasher(cost: HashingCost(passes: 2, memory: HashingCost.least.memory)))
    _ = try dearer.signIn("worker", password: Scene.password, from: Scene.address)
    let hash = try scene.office.read { try dearer.find(signIn: "worker", $0)?.password }
    #expect(hash?.contains("t=2") == true)
    _ = try scene.signIn("worker")
  }

  @Test("the trail has what happened, and nothing that opens anything") func trail() throws {
    let scene = try Scene()
    _ = try scene.holder(Grant(.clerk), "clerk")
    let before = try scene.trail().count
    let (session, secret) = try scene.enrolled("clerk")
    let code = try scene.code(secret)
    for _ in 1...5 { _ = try? scene.signIn("clerk", "wrong password typed") }
    _ = try? scene.signIn("typed my password here", "x")
    try scene.people.signOut(session.signed)
    let trail = try scene.trail()
    #expect(
      trail.dropFirst(before).map(\.action) == [
        "people.sign-in", "people.begin-enrolment", "people.enrol", "people.failure",
        "people.failure", "people.failure", "people.failure", "people.lock-out", "people.failure",
        "people.sign-out",
      ])
    let text = trail.map { "\($0.name) \($0.object) \($0.detail)" }.joined(separator: "\n")
    for secret in [Scene.password, "wrong password", "typed my", code, session.token] {
      #expect(!text.contains(secret))
    }
    #expect(trail.last?.user == 1)
    #expect(trail.last?.role == .clerk)
    #expect(try scene.office.read { try AuditTrail.verify($0).count } == Int64(trail.count))
  }
}

/// What this thread has taken of the processor, in microseconds.
private func processorTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
}
