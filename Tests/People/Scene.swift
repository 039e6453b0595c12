import Core
import Cryptography
import Office
import OfficeSupport
import Passwords
import Store
import TestSupport

@testable import People

/// A town hall with accounts, at a time that stands until it is moved.
struct Scene {
  let folder: TemporaryFolder
  let clock: SetClock
  let office: OfficeStore
  let people: People
  let log = StatementLog()

  static let password = "seven lanterns on the quay"
  static let address = "203.0.113.7"

  init(cost: HashingCost = .least, _ change: (inout PeopleSettings) -> Void = { _ in }) throws {
    folder = try TemporaryFolder()
    clock = SetClock(CivilDate(dayNumber: 20_513))
    office = try OfficeStore(
      Database.counting(folder.path("office.db"), log),
      seal: Seal(masterKey: [UInt8](repeating: 7, count: 32)), keyName: "test.key",
      rooms: [People.room], clock: clock.clock)
    var settings = PeopleSettings()
    // The rate has tests of its own.
    settings.perName = PeopleSettings.Rate(burst: 1_000_000, secondsEach: 1)
    settings.perAddress = settings.perName
    change(&settings)
    people = try People(office, hasher: PasswordHasher(cost: cost), settings: settings)
  }

  /// An account whose owner has chosen their own password.
  func account(_ name: String, party: String? = nil) throws -> Int64 {
    let new = NewAccount(signIn: name, name: "甲\(name)", party: party)
    let prepared = try people.prepare(Scene.password, for: new)
    return try office.write { connection in
      let user = try people.open(new, prepared, by: .make(.administrator, 900), connection)
      try connection.run(
        "UPDATE \"people_account\" SET \"is_given\" = 0 WHERE \"number\" = \(user)")
      return user
    }
  }

  /// Somebody who holds a role by the way the product gives it.
  func holder(_ grant: Grant, _ name: String) throws -> Int64 {
    let user = try account(name)
    try give(grant, to: user)
    return user
  }

  func give(_ grant: Grant, to user: Int64) throws {
    try office.write { connection in
      let number = try people.propose(
        grant, to: user, because: "test", by: .make(.administrator, 901, region: nil), connection)
      if grant.role.isOfficial {
        try people.confirm(number, by: .make(.administrator, 902, region: nil), connection)
      }
    }
  }

  func signIn(_ name: String, _ password: String = password) throws -> SignIn {
    try people.signIn(name, password: password, from: Scene.address, device: "Test")
  }

  /// Enrols an official and signs them in fully.
  ///
  /// - Returns: the session, and the secret of their authenticator.
  func enrolled(_ name: String) throws -> (SignIn, secret: [UInt8]) {
    let first = try signIn(name)
    _ = try people.beginEnrolment(first.signed, from: Scene.address)
    let sealed = try office.read { connection in
      try connection.first(
        "SELECT \"pending\" FROM \"people_factor\" WHERE \"user\" = \(first.signed.actor.user)"
      ) { $0.bytes(0) }
    }
    let secret = try people.unsealed(sealed ?? [], of: first.signed.actor.user) ?? []
    let session = try people.confirmEnrolment(
      code(secret), first.signed, from: Scene.address)
    return (session, secret)
  }

  /// What the authenticator shows so many steps from now.
  func code(_ secret: [UInt8], steps: Int64 = 0) throws -> String {
    try OneTimeCode.code(
      step: OneTimeCode.step(at: clock.clock.now()) + steps, secret: secret)
  }

  func trail() throws -> [AuditLine] {
    try office.read { try AuditTrail.entries(.init(), limit: 1_000, $0) }.reversed()
  }
}
