import Core
import Office
import OfficeSupport
import Store
import Testing

@testable import People

@Suite struct DelegationTests {
  private let scene: Scene
  private let agent: Int64
  private let other: Int64
  private var people: People { scene.people }
  private var today: CivilDate { scene.clock.clock.today }
  private var grant: Grant { Grant(.enterpriseAgent, region: "330302", organisation: "e1") }

  init() throws {
    scene = try Scene()
    agent = try scene.holder(
      Grant(.enterpriseAgent, region: "330302", organisation: "e1"), "agent")
    other = try scene.account("other")
  }

  private func signer(_ user: Int64, _ organisation: String = "e1") throws -> Signer {
    try .make(.enterpriseAgent, user, region: "330302", organisation: organisation)
  }

  private func delegate(
    _ organisation: String = "e1", to user: Int64? = nil, days: Int = 30, by signer: Signer? = nil
  ) throws -> Int64 {
    try scene.office.write { connection in
      try people.delegate(
        organisation, to: user ?? other, lastDay: CivilDate(dayNumber: today.dayNumber + days),
        by: signer ?? self.signer(agent), connection)
    }
  }

  private func held() throws -> [Grant] {
    try scene.office.read {
      try people.effectiveGrants(of: other, at: scene.clock.clock.now(), $0)
    }
  }

  @Test("holds until its day, or until the agent takes it back") func holds() throws {
    let number = try delegate()
    #expect(try held() == [grant])
    try scene.office.write { try people.withdraw(number, because: "back", by: signer(agent), $0) }
    #expect(try held().isEmpty)
    _ = try delegate(days: 0)
    #expect(try held() == [grant])
    scene.clock.advance(seconds: 86_400)
    #expect(try held().isEmpty)
    let listed = try scene.office.read { try people.delegations(by: agent, $0) }
    #expect(listed.map(\.state) == [.withdrawn, .over])
  }

  @Test("ends with what it was passed on from") func ends() throws {
    _ = try delegate()
    let own = try scene.office.read { try people.grants(of: agent, $0) }
    try scene.office.write {
      try people.withdraw(
        own[0].number, because: "left", by: .make(.administrator, 901, region: nil), $0)
    }
    #expect(try held().isEmpty)
    #expect(try scene.office.read { try people.grants(of: other, $0).map(\.state) } == [.over])
    #expect(throws: PeopleProblem.notAllowed) { try delegate() }
  }

  @Test("of one's own organisation alone, to others, and not from hand to hand") func refused()
    throws
  {
    #expect(throws: PeopleProblem.notAllowed) { try delegate("e2") }
    #expect(throws: PeopleProblem.notAllowed) { try delegate("e2", by: signer(agent, "e2")) }
    #expect(throws: PeopleProblem.ownGrant) { try delegate(to: agent) }
    #expect(throws: PeopleProblem.endPassed) { try delegate(days: -1) }
    #expect(throws: PeopleProblem.noAccount) { try delegate(to: 77) }
    #expect(throws: PeopleProblem.notAllowed) {
      try delegate(by: .make(.administrator, 901, region: nil))
    }
    let number = try delegate()
    #expect(throws: PeopleProblem.alreadyGranted) { try delegate() }
    let third = try scene.account("third")
    #expect(throws: PeopleProblem.notAllowed) { try delegate(to: third, by: signer(other)) }
    #expect(throws: PeopleProblem.notAllowed) {
      try scene.office.write { try people.withdraw(number, because: "", by: signer(third), $0) }
    }
  }

  @Test("not for longer than the agent's own") func tooLong() throws {
    let limited = try scene.account("limited")
    let end = CivilDate(dayNumber: today.dayNumber + 10)
    _ = try scene.office.write { connection in
      try people.propose(
        Grant(.enterpriseAgent, organisation: "e3"), to: limited, lastDay: end, because: "",
        by: .make(.administrator, 901, region: nil), connection)
    }
    let signer = try signer(limited, "e3")
    #expect(throws: PeopleProblem.delegationTooLong(end)) {
      try delegate("e3", days: 11, by: signer)
    }
    _ = try delegate("e3", days: 10, by: signer)
  }
}
