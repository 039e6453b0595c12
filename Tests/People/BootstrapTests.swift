import Core
import Office
import OfficeSupport
import Store
import Testing

@testable import People

@Suite struct BootstrapTests {
  private let scene: Scene
  private var people: People { scene.people }

  init() throws { scene = try Scene() }

  private func bootstrap(_ name: String) throws -> Int64 {
    let account = NewAccount(signIn: name, name: "甲")
    let prepared = try people.prepare(Scene.password, for: account)
    return try scene.office.write { try people.bootstrap(account, prepared, $0) }
  }

  private func signer(_ user: Int64) throws -> Signer {
    try .make(.administrator, user, region: nil)
  }

  @Test("the first two administrators are made on the machine, and no third") func two() throws {
    let first = try bootstrap("first")
    let second = try bootstrap("second")
    #expect(throws: PeopleProblem.administratorsExist) { try bootstrap("third") }
    #expect(try scene.office.read { try people.account(signIn: "third", $0) } == nil)
    let held = try scene.office.read {
      try people.effectiveGrants(of: second, at: scene.clock.clock.now(), $0)
    }
    #expect(held == [Grant(.administrator)])
    #expect(try scene.trail().allSatisfy { $0.user == 0 })
    // They make the others, each with the other's confirmation.
    let third = try scene.account("third")
    try scene.office.write { connection in
      let number = try people.propose(
        Grant(.administrator), to: third, because: "", by: signer(first), connection)
      try people.confirm(number, by: signer(second), connection)
    }
    // While three are there, one may go.
    let own = try scene.office.read { try people.grants(of: first, $0)[0].number }
    try scene.office.write { try people.withdraw(own, because: "", by: signer(second), $0) }
    #expect(throws: PeopleProblem.administratorsExist) { try bootstrap("fourth") }
  }

  @Test("two administrators always remain") func remain() throws {
    let first = try bootstrap("first")
    let second = try bootstrap("second")
    let own = try scene.office.read { try people.grants(of: first, $0)[0].number }
    #expect(throws: PeopleProblem.tooFewAdministrators) {
      try scene.office.write { try people.withdraw(own, because: "", by: signer(second), $0) }
    }
    #expect(throws: PeopleProblem.tooFewAdministrators) {
      try scene.office.write { try people.close(first, because: "", by: signer(second), $0) }
    }
    #expect(try scene.office.read { try people.account(first, $0)?.closed } == nil)
  }

  @Test("their first sign-in asks for a second factor and for a password of their own")
  func stages()
    throws
  {
    _ = try bootstrap("first")
    #expect(try scene.signIn("first").signed.stage == .mustEnrol)
    let (session, _) = try scene.enrolled("first")
    #expect(session.signed.stage == .mustChangePassword)
    #expect(session.signed.actor.grants.isEmpty)
    let renewed = try people.changePassword(
      from: Scene.password, to: "three boats below the bridge", session.signed, from: Scene.address)
    #expect(renewed.signed.stage == .full)
    #expect(renewed.signed.actor.holds(.administrator))
  }

  @Test(
    "an account has a name to sign in with that is nobody else's",
    arguments: [
      ("a", "甲", PeopleProblem.badSignInName), ("ab", "", .badName),
      ("TAKEN", "甲", .nameTaken("taken")),
    ]) func names(_ signIn: String, _ name: String, _ expected: PeopleProblem) throws
  {
    _ = try scene.account("taken")
    let account = NewAccount(signIn: signIn, name: name)
    let prepared = try people.prepare(Scene.password, for: account)
    #expect(throws: expected) {
      try scene.office.write { try people.open(account, prepared, by: signer(901), $0) }
    }
    #expect(throws: PeopleProblem.notAllowed) {
      try scene.office.write { try people.open(account, prepared, by: .make(.reviewer), $0) }
    }
  }
}
