import Core
import Office
import OfficeSupport
import Store
import Testing

@testable import People

@Suite struct GrantTests {
  private let scene: Scene
  private let user: Int64
  private var people: People { scene.people }

  init() throws {
    scene = try Scene()
    user = try scene.account("somebody", party: "p1")
  }

  private func administrator(_ number: Int64, region: String? = nil) throws -> Signer {
    try .make(.administrator, number, region: region)
  }

  private func propose(
    _ grant: Grant, by signer: Signer, to other: Int64? = nil, lastDay: CivilDate? = nil
  ) throws -> Int64 {
    try scene.office.write {
      try people.propose(
        grant, to: other ?? user, lastDay: lastDay, because: "new in office", by: signer, $0)
    }
  }

  private func confirm(_ number: Int64, by signer: Signer) throws {
    try scene.office.write { try people.confirm(number, by: signer, $0) }
  }

  private func withdraw(_ number: Int64, by signer: Signer) throws {
    try scene.office.write { try people.withdraw(number, because: "left", by: signer, $0) }
  }

  private func held(_ other: Int64? = nil) throws -> [Grant] {
    try scene.office.read {
      try people.effectiveGrants(of: other ?? user, at: scene.clock.clock.now(), $0)
    }
  }

  @Test(
    "an official role takes effect when another administrator confirms it",
    arguments: Role.allCases.filter(\.isOfficial)) func twoSignatures(_ role: Role) throws
  {
    let number = try propose(Grant(role, region: "330300"), by: administrator(901))
    #expect(try held().isEmpty)
    #expect(try scene.office.read { try people.proposals($0).map(\.number) } == [number])
    #expect(throws: PeopleProblem.ownProposal) { try confirm(number, by: administrator(901)) }
    #expect(try held().isEmpty)
    try confirm(number, by: administrator(902))
    #expect(try held() == [Grant(role, region: "330300")])
    #expect(throws: PeopleProblem.grantDecided) { try confirm(number, by: administrator(903)) }
    #expect(try scene.office.read { try people.proposals($0).isEmpty })
  }

  @Test("another role takes effect at once", arguments: [Role.worker, .enterpriseAgent])
  func oneSignature(_ role: Role) throws {
    let grant = Grant(role, organisation: role == .worker ? nil : "e1")
    _ = try propose(grant, by: administrator(901))
    #expect(try held() == [grant])
  }

  @Test("nobody gives a role to themselves, in any role and in either step") func ownGrant() throws
  {
    #expect(throws: PeopleProblem.ownGrant) {
      try propose(Grant(.approver), by: administrator(user))
    }
    let number = try propose(Grant(.approver), by: administrator(901))
    #expect(throws: PeopleProblem.ownGrant) { try confirm(number, by: administrator(user)) }
    // Whoever is an administrator and something else stays one person.
    let both = Actor(
      user: 901, name: "双", grants: [Grant(.clerk), Grant(.administrator), Grant(.auditor)])
    for role in [Role.administrator, .clerk, .auditor] {
      let signer = try #require(Signer(both, as: role))
      #expect(throws: PeopleProblem.self) { try confirm(number, by: signer) }
    }
    #expect(try held().isEmpty)
  }

  @Test("one person cannot have a second account to check themselves with") func secondAccount()
    throws
  {
    #expect(throws: PeopleProblem.partyHasAccount) { try scene.account("again", party: "p1") }
    let other = try scene.account("again")
    #expect(throws: PeopleProblem.partyHasAccount) {
      try scene.office.write {
        try people.identify(other, as: "p1", by: administrator(901), $0)
      }
    }
    try scene.office.write { try people.identify(other, as: "p2", by: administrator(901), $0) }
    #expect(throws: PeopleProblem.alreadyIdentified) {
      try scene.office.write { try people.identify(other, as: "p3", by: administrator(901), $0) }
    }
  }

  @Test(
    "an administrator grants within their region",
    arguments: [
      ("330300", "330302", true), ("330300", "330300", true), ("330302", "330300", false),
      ("330300", "331000", false), ("330300", nil, false), (nil, nil, true), (nil, "330300", true),
    ] as [(String?, String?, Bool)])
  func regions(_ own: String?, _ region: String?, _ may: Bool) throws {
    let signer = try administrator(901, region: own)
    let grant = Grant(.clerk, region: region)
    if may {
      _ = try propose(grant, by: signer)
    } else {
      #expect(throws: PeopleProblem.notAllowed) { try propose(grant, by: signer) }
      let number = try propose(grant, by: administrator(902))
      #expect(throws: PeopleProblem.notAllowed) { try confirm(number, by: signer) }
    }
  }

  @Test(
    "what cannot be granted is said",
    arguments: [
      (Grant(.system), PeopleProblem.notAllowed), (Grant(.enterpriseAgent), .organisationNeeded),
      (Grant(.institutionAgent, region: "330300", organisation: ""), .organisationNeeded),
      (Grant(.clerk, region: "33"), .badRegion), (Grant(.clerk, region: "温州"), .badRegion),
    ]) func refused(_ grant: Grant, _ expected: PeopleProblem) throws
  {
    #expect(throws: expected) { try propose(grant, by: administrator(901)) }
  }

  @Test("only administrators grant; clerks make workers", arguments: Role.allCases)
  func whoGrants(_ role: Role) throws {
    guard role != .system, role != .administrator else { return }
    let signer = try Signer.make(role, 901, region: nil)
    #expect(throws: PeopleProblem.notAllowed) { try propose(Grant(.clerk), by: signer) }
    if role == .clerk {
      _ = try propose(Grant(.worker), by: signer)
    } else {
      #expect(throws: PeopleProblem.notAllowed) { try propose(Grant(.worker), by: signer) }
    }
  }

  @Test("the same grant is not given twice, but again after its end") func twice() throws {
    let grant = Grant(.clerk, region: "330300")
    let number = try propose(grant, by: administrator(901))
    #expect(throws: PeopleProblem.alreadyGranted) { try propose(grant, by: administrator(902)) }
    try confirm(number, by: administrator(902))
    #expect(throws: PeopleProblem.alreadyGranted) { try propose(grant, by: administrator(902)) }
    try withdraw(number, by: administrator(901))
    #expect(try held().isEmpty)
    #expect(throws: PeopleProblem.grantDecided) { try withdraw(number, by: administrator(901)) }
    _ = try propose(grant, by: administrator(901))
    let history = try scene.office.read { try people.grants(of: user, $0) }
    #expect(history.map(\.state) == [.withdrawn, .proposed])
    #expect(history.first?.acts.map(\.kind) == [.confirmed, .withdrawn])
    #expect(history.first?.acts.map(\.user) == [902, 901])
    #expect(history.first?.acts.last?.reason == "left")
  }

  @Test("a grant holds to the end of its last day, in Beijing") func lastDay() throws {
    let today = scene.clock.clock.today
    let number = try propose(Grant(.clerk), by: administrator(901), lastDay: today)
    try confirm(number, by: administrator(902))
    scene.clock.advance(seconds: 86_399)
    #expect(try held() == [Grant(.clerk)])
    scene.clock.advance(seconds: 1)
    #expect(try held().isEmpty)
    let record = try scene.office.read { try people.grant(number, $0) }
    #expect(record.state == .over)
    #expect(record.lastDay == today)
    #expect(throws: PeopleProblem.endPassed) {
      try propose(Grant(.auditor), by: administrator(901), lastDay: today)
    }
  }

  @Test("a refused proposal never holds") func refusal() throws {
    let number = try propose(Grant(.clerk), by: administrator(901))
    try scene.office.write { try people.refuse(number, because: "no", by: administrator(902), $0) }
    #expect(throws: PeopleProblem.grantDecided) { try confirm(number, by: administrator(903)) }
    #expect(try held().isEmpty)
  }

  @Test("history is neither changed nor deleted", arguments: ["people_grant", "people_grant_act"])
  func appendOnly(_ table: String) throws {
    _ = try propose(Grant(.worker), by: administrator(901))
    for act in ["UPDATE \"\(table)\" SET \"user\" = 9", "DELETE FROM \"\(table)\""] {
      #expect(throws: StoreError.self) {
        try scene.office.write { try $0.run("\(unchecked: act)") }
      }
    }
  }

  @Test("every step is in the trail") func trail() throws {
    let before = try scene.trail().count
    let number = try propose(Grant(.clerk, region: "330300"), by: administrator(901))
    try confirm(number, by: administrator(902))
    try withdraw(number, by: administrator(901))
    let lines = try scene.trail().dropFirst(before)
    #expect(
      lines.map(\.action) == [
        "people.propose-grant", "people.confirm-grant", "people.withdraw-grant",
      ])
    #expect(lines.map(\.user) == [901, 902, 901])
    #expect(Set(lines.map(\.party)) == ["p1"])
    #expect(
      lines.first?.detail
        == #"{"grant":"1","reason":"new in office","region":"330300","role":"clerk"}"#)
  }
}
