import Core
import Office
import OfficeSupport
import Store
import Testing

@testable import People

@Suite struct SecondFactorTests {
  private let scene: Scene
  private var people: People { scene.people }

  init() throws {
    scene = try Scene()
    _ = try scene.holder(Grant(.approver, region: "330300"), "approver")
  }

  @Test("an official without a second factor can only enrol") func mustEnrol() throws {
    let first = try scene.signIn("approver")
    #expect(first.signed.stage == .mustEnrol)
    #expect(first.signed.actor.grants.isEmpty)
    #expect(throws: PeopleProblem.sessionOver) {
      try people.changePassword(
        from: Scene.password, to: "three boats below the bridge", first.signed, from: Scene.address)
    }
    #expect(throws: PeopleProblem.noEnrolment) {
      try people.confirmEnrolment("000000", first.signed, from: Scene.address)
    }
    let (full, _) = try scene.enrolled("approver")
    #expect(full.signed.stage == .full)
    #expect(full.signed.actor.grants == [Grant(.approver, region: "330300")])
    // The enrolment has ended the session that had the password alone.
    #expect(try people.signed(first.token) == nil)
  }

  @Test("afterwards the code completes each sign-in, on a new token") func code() throws {
    let (_, secret) = try scene.enrolled("approver")
    scene.clock.advance(seconds: 60)
    let half = try scene.signIn("approver")
    #expect(half.signed.stage == .needsCode)
    #expect(half.signed.actor.grants.isEmpty)
    #expect(throws: PeopleProblem.sessionOver) {
      try people.beginEnrolment(half.signed, from: Scene.address)
    }
    let full = try people.enterCode(scene.code(secret), half.signed, from: Scene.address)
    #expect(full.signed.stage == .full)
    #expect(full.token != half.token)
    #expect(full.signed.csrf != half.signed.csrf)
    #expect(try people.signed(half.token) == nil)
  }

  @Test("the trail tells the role of who has given the password alone, and what they gave")
  func trail() throws {
    _ = try scene.enrolled("approver")
    _ = try scene.signIn("approver")
    let own = try scene.trail().filter { $0.name == "甲approver" }
    #expect(
      own.map { "\($0.action) \($0.role?.rawValue ?? "")" }.suffix(4) == [
        "people.sign-in approver", "people.begin-enrolment approver", "people.enrol approver",
        "people.password approver",
      ])
  }

  @Test("a code is taken once, also in another session and within its time") func once() throws {
    let (_, secret) = try scene.enrolled("approver")
    // The code that confirmed the enrolment is used up as well.
    let code = try scene.code(secret)
    let one = try scene.signIn("approver")
    #expect(throws: PeopleProblem.wrongCode) {
      try people.enterCode(code, one.signed, from: Scene.address)
    }
    scene.clock.advance(seconds: 30)
    let next = try scene.code(secret)
    _ = try people.enterCode(next, one.signed, from: Scene.address)
    let two = try scene.signIn("approver")
    for used in [next, code] {
      #expect(throws: PeopleProblem.wrongCode) {
        try people.enterCode(used, two.signed, from: Scene.address)
      }
    }
  }

  @Test("a role that comes later asks for the second factor at once") func later() throws {
    let user = try scene.holder(Grant(.worker), "rising")
    let session = try scene.signIn("rising")
    #expect(session.signed.stage == .full)
    try scene.give(Grant(.clerk), to: user)
    let signed = try #require(try people.signed(session.token))
    #expect(signed.stage == .mustEnrol)
    #expect(signed.actor.grants.isEmpty)
  }

  @Test("another device is taken with a code of the present one") func replaced() throws {
    let (full, secret) = try scene.enrolled("approver")
    scene.clock.advance(seconds: 60)
    for code in [nil, "", "000000"] {
      #expect(throws: PeopleProblem.wrongCode) {
        try people.beginEnrolment(full.signed, code: code, from: Scene.address)
      }
    }
    let enrolment = try people.beginEnrolment(
      full.signed, code: scene.code(secret), from: Scene.address)
    #expect(enrolment.secret.count == 39)
    // Until it is confirmed the old one counts.
    scene.clock.advance(seconds: 30)
    let half = try scene.signIn("approver")
    _ = try people.enterCode(scene.code(secret), half.signed, from: Scene.address)
  }

  @Test("the secret is sealed, and to its account") func sealed() throws {
    let (full, secret) = try scene.enrolled("approver")
    let stored = try scene.office.read { connection in
      try connection.first("SELECT \"secret\" FROM \"people_factor\"") { $0.bytes(0) }
    }
    let user = full.signed.actor.user
    #expect(try people.unsealed(stored ?? [], of: user) == secret)
    #expect(try people.unsealed(stored ?? [], of: user + 1) == nil)
  }

  @Test("guessing codes locks the account out, right passwords in between or not") func guessing()
    throws
  {
    let (_, secret) = try scene.enrolled("approver")
    scene.clock.advance(seconds: 60)
    for _ in 1...4 {
      let half = try scene.signIn("approver")
      #expect(throws: PeopleProblem.wrongCode) {
        try people.enterCode("000000", half.signed, from: Scene.address)
      }
    }
    let half = try scene.signIn("approver")
    #expect(throws: PeopleProblem.waiting(seconds: 60)) {
      try people.enterCode("000000", half.signed, from: Scene.address)
    }
    #expect(throws: PeopleProblem.waiting(seconds: 60)) {
      try people.enterCode(scene.code(secret), half.signed, from: Scene.address)
    }
    scene.clock.advance(seconds: 60)
    #expect(
      try people.enterCode(scene.code(secret), half.signed, from: Scene.address).signed.stage
        == .full)
  }
}
