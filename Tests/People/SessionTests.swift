import Core
import Cryptography
import Office
import OfficeSupport
import Store
import Testing

@testable import People

@Suite struct SessionTests {
  private let scene: Scene
  private var people: People { scene.people }

  init() throws {
    scene = try Scene()
    _ = try scene.holder(Grant(.worker, region: "330302"), "worker")
  }

  @Test("a token shows whose session it is") func signedIn() throws {
    let session = try scene.signIn("ＷＯＲＫＥＲ")
    let signed = try #require(try people.signed(session.token))
    #expect(signed.stage == .full)
    #expect(signed.actor.grants == [Grant(.worker, region: "330302")])
    #expect(signed.actor.name == "甲worker")
    #expect(signed.session == session.signed.session)
    #expect(signed.csrf == session.signed.csrf)
    #expect(session.lifetime == 604_800)
  }

  @Test("two statements a request, and a third once a minute") func statements() throws {
    let token = try scene.signIn("worker").token
    for (advance, count) in [(0, 2), (59, 2), (1, 3), (0, 2), (61, 3)] {
      scene.clock.advance(seconds: Int64(advance))
      _ = scene.log.take()
      _ = try people.signed(token)
      #expect(scene.log.take().count == count)
    }
  }

  @Test(
    "a token that was not given out is nobody's",
    arguments: [
      "", "x", String(repeating: "0", count: 64), String(repeating: "0", count: 63) + "g",
      String(repeating: "a", count: 100_000), "' OR 1=1 --",
    ]) func forged(_ token: String) throws
  {
    _ = try scene.signIn("worker")
    #expect(try people.signed(token) == nil)
    #expect(try people.signed(nil) == nil)
  }

  @Test("every digit of a token counts") func altered() throws {
    let token = try scene.signIn("worker").token
    for index in [0, 31, 63] {
      var digits = Array(token)
      digits[index] = digits[index] == "0" ? "1" : "0"
      #expect(try people.signed(String(digits)) == nil)
    }
  }

  @Test("a token that was signed out does not come back") func replayed() throws {
    let session = try scene.signIn("worker")
    let other = try scene.signIn("worker")
    try people.signOut(session.signed)
    #expect(try people.signed(session.token) == nil)
    #expect(try people.signed(other.token) != nil)
    try people.signOutEverywhere(other.signed)
    #expect(try people.signed(other.token) == nil)
  }

  @Test("nobody can choose the token of somebody else's session") func fixed() throws {
    let attacker = try scene.signIn("worker")
    _ = try scene.holder(Grant(.worker), "victim")
    let victim = try people.signIn(
      "victim", password: Scene.password, from: Scene.address, replacing: attacker.token)
    #expect(victim.token != attacker.token)
    #expect(victim.signed.session != attacker.signed.session)
    #expect(try people.signed(attacker.token) == nil)
    let chosen = String(repeating: "5a", count: 32)
    let second = try people.signIn(
      "victim", password: Scene.password, from: Scene.address, replacing: chosen)
    #expect(second.token != chosen)
    #expect(try people.signed(chosen) == nil)
  }

  @Test("a form carries the mark of its own session") func csrf() throws {
    let one = try scene.signIn("worker")
    let other = try scene.signIn("worker")
    #expect(one.signed.accepts(csrf: one.signed.csrf))
    for foreign in [nil, "", other.signed.csrf, String(one.signed.csrf.dropLast()), one.token] {
      #expect(throws: PeopleProblem.foreignForm) { try one.signed.check(csrf: foreign) }
    }
  }

  @Test("neither token nor mark lies in the database") func secrecy() throws {
    let session = try scene.signIn("worker")
    let stored = try scene.office.read { connection in
      try connection.all("SELECT \"id\", \"token\" FROM \"people_session\"") {
        [$0.text(0), Hexadecimal.text($0.bytes(1))]
      }
    }.flatMap(\.self)
    #expect(!stored.contains(session.token))
    #expect(!stored.contains(session.signed.csrf))
  }

  @Test(
    "a session ends without use, and after its time whatever its use",
    arguments: [(Role.worker, 43_200, 604_800), (.clerk, 1_800, 43_200)])
  func expiry(_ role: Role, _ idle: Int64, _ absolute: Int64) throws {
    _ = try scene.holder(Grant(role), "somebody")
    func begin() throws -> String {
      role.isOfficial ? try scene.enrolled("somebody").0.token : try scene.signIn("somebody").token
    }
    let unused = try begin()
    scene.clock.advance(seconds: idle - 1)
    #expect(try people.sessions(of: 2, scene).count == 1)
    scene.clock.advance(seconds: 1)
    #expect(try people.signed(unused) == nil)
    #expect(try people.sessions(of: 2, scene).isEmpty)
    guard role == .worker else { return }
    let used = try begin()
    var passed: Int64 = 0
    while passed + idle - 60 < absolute {
      scene.clock.advance(seconds: idle - 60)
      passed += idle - 60
      #expect(try people.signed(used) != nil)
    }
    scene.clock.advance(seconds: absolute - passed)
    #expect(try people.signed(used) == nil)
    try people.sweep()
    #expect(try people.sessions(of: 2, scene).isEmpty)
  }

  @Test("one's own sessions can be seen and ended, nobody else's") func list() throws {
    let one = try scene.signIn("worker")
    scene.clock.advance(seconds: 5)
    let two = try scene.signIn("worker")
    _ = try scene.holder(Grant(.worker), "other")
    let other = try scene.signIn("other")
    #expect(
      try people.sessions(of: 1, scene).map(\.id) == [two.signed.session, one.signed.session])
    try people.endSession(one.signed.session, by: other.signed)
    #expect(try people.signed(one.token) != nil)
    try people.endSession(one.signed.session, by: two.signed)
    #expect(try people.signed(one.token) == nil)
    #expect(try people.sessions(of: 1, scene).first?.device == "Test")
  }

  @Test("a new password ends all other sessions and renews this one") func changed() throws {
    let one = try scene.signIn("worker")
    let two = try scene.signIn("worker")
    let new = "three boats below the bridge"
    let renewed = try people.changePassword(
      from: Scene.password, to: new, one.signed, from: Scene.address)
    #expect(try people.signed(one.token) == nil)
    #expect(try people.signed(two.token) == nil)
    #expect(try people.signed(renewed.token)?.stage == .full)
    #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn("worker") }
    _ = try scene.signIn("worker", new)
  }

  @Test(
    "a password is changed by who knows it, to another good one",
    arguments: [
      ("wrong", "three boats below the bridge", PeopleProblem.wrongPassword),
      (Scene.password, Scene.password, .samePassword),
      (Scene.password, "short", .passwordTooShort(least: 10)),
    ]) func notChanged(_ old: String, _ new: String, _ expected: PeopleProblem) throws
  {
    let session = try scene.signIn("worker")
    #expect(throws: expected) {
      try people.changePassword(from: old, to: new, session.signed, from: Scene.address)
    }
    #expect(try people.signed(session.token) != nil)
    _ = try scene.signIn("worker")
  }

  @Test("a password that another has chosen is changed before anything else") func given() throws {
    let new = NewAccount(signIn: "fresh", name: "乙")
    let prepared = try people.prepare(Scene.password, for: new)
    let user = try scene.office.write {
      try people.open(new, prepared, by: .make(.clerk), $0)
    }
    try scene.give(Grant(.worker), to: user)
    let first = try scene.signIn("fresh")
    #expect(first.signed.stage == .mustChangePassword)
    #expect(first.signed.actor.grants.isEmpty)
    let renewed = try people.changePassword(
      from: Scene.password, to: "three boats below the bridge", first.signed, from: Scene.address)
    #expect(renewed.signed.stage == .full)
    #expect(renewed.signed.actor.holds(.worker))
  }

  @Test("the language somebody chose comes with each request") func language() throws {
    let session = try scene.signIn("worker")
    #expect(session.signed.language == .zh)
    try scene.office.write { try people.setLanguage(.en, of: session.signed, $0) }
    #expect(try people.signed(session.token)?.language == .en)
  }

  @Test("a closed account is as if there were none") func closed() throws {
    let session = try scene.signIn("worker")
    try scene.office.write {
      try people.close(1, because: "left", by: .make(.administrator, 901, region: nil), $0)
    }
    #expect(try people.signed(session.token) == nil)
    #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn("worker") }
    let grants = try scene.office.read { try people.grants(of: 1, $0) }
    #expect(grants.map(\.state) == [.withdrawn])
  }
}

extension People {
  func sessions(of user: Int64, _ scene: Scene) throws -> [SessionLine] {
    try scene.office.read { try sessions(of: user, $0) }
  }
}
