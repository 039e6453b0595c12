import Core
import Office
import OfficeSupport
import Procedures
import Testing

@Suite struct CaseMachineTests {
  private let payment: Procedure
  private let application: Procedure

  init() throws {
    payment = try ProcedureFiles.read("payment-without-application")
    application = try ProcedureFiles.read("application-with-evidence")
  }

  private func standing(
    _ state: String, amount: Int64 = 300_000, hands: [CaseStanding.Hand] = [],
    signatures: [CaseStanding.Signature] = []
  ) -> CaseStanding {
    CaseStanding(
      state: state, party: "p1", concerned: ["p1"], region: "330302", amount: amount, hands: hands,
      signatures: signatures)
  }

  private func step(
    _ id: String, _ standing: CaseStanding, by signer: Signer, given: Set<Requirement> = [],
    in procedure: Procedure? = nil
  ) throws -> CaseMachine.Step {
    try CaseMachine.step(id, standing, procedure ?? payment, by: signer, given: given)
  }

  @Test("a worker consents to their own case, with an account") func consent() throws {
    let worker = try Signer.make(.worker, 5, region: nil, party: "p1")
    let outcome = try step("consent", standing("found"), by: worker, given: [.account])
    guard case .moved(let state, let effects) = outcome else { throw Unexpected() }
    #expect(state.id == "consented")
    #expect(effects == [])
    #expect(throws: CaseRefusal.missing(.account)) {
      try step("consent", standing("found"), by: worker)
    }
  }

  private struct Unexpected: Error {}

  @Test("nobody consents for somebody else") func others() throws {
    for signer in [
      try Signer.make(.worker, 5, region: nil, party: "p2"), try .make(.clerk, 1),
      try .make(.enterpriseAgent, 6, region: nil, organisation: "e1"),
    ] {
      #expect(throws: CaseRefusal.self) {
        try step("consent", standing("found"), by: signer, given: [.account])
      }
    }
  }

  @Test("maker is never checker, in no role and no region") func makerChecker() throws {
    let both = Actor(
      user: 1, name: "x", grants: [Grant(.clerk, region: "330300"), Grant(.approver)])
    let approver = try #require(Signer(both, as: .approver))
    let made = standing("cleared", hands: [CaseStanding.Hand(.intake, 1)])
    #expect(throws: CaseRefusal.otherStage(Stage.intake.label)) {
      try step("approve", made, by: approver)
    }
    let other = try step("approve", made, by: .make(.approver, 2))
    guard case .moved(let state, let effects) = other else { throw Unexpected() }
    #expect(state.id == "approved")
    #expect(effects == [.commit])
  }

  @Test("nobody decides on their own matter, nor on that of their organisation") func own() throws {
    let worker = Actor(
      user: 3, name: "x", party: "p1", grants: [Grant(.worker), Grant(.approver)])
    let agent = Actor(
      user: 4, name: "y", grants: [Grant(.enterpriseAgent, organisation: "e1"), Grant(.approver)])
    for actor in [worker, agent] {
      let signer = try #require(Signer(actor, as: .approver))
      var case_ = standing("cleared")
      case_.concerned = ["p1", "e1"]
      #expect(throws: CaseRefusal.ownMatter) { try step("approve", case_, by: signer) }
    }
  }

  @Test("a role holds in its region alone") func region() throws {
    #expect(throws: CaseRefusal.notYourRegion) {
      try step("approve", standing("cleared"), by: .make(.approver, 2, region: "331000"))
    }
    #expect(throws: CaseRefusal.notYourRole) {
      try step("approve", standing("cleared"), by: .make(.clerk, 2))
    }
  }

  @Test("large amounts need more signatures, each of another person") func signatures() throws {
    let large = standing("cleared", amount: 30_000_000)
    #expect(
      try step("approve", large, by: .make(.approver, 2)) == .signed(department: nil, missing: 2))
    var signed = large
    signed.signatures = [CaseStanding.Signature("approve", 2)]
    #expect(throws: CaseRefusal.signedAlready) {
      try step("approve", signed, by: .make(.approver, 2))
    }
    signed.signatures.append(CaseStanding.Signature("approve", 3))
    let last = try step("approve", signed, by: .make(.approver, 4))
    guard case .moved(let state, _) = last else { throw Unexpected() }
    #expect(state.id == "approved")
  }

  @Test("every department of a joint check signs once") func departments() throws {
    let insurance = try Signer.make(.reviewer, 7, organisation: "social-insurance")
    let market = try Signer.make(.reviewer, 8, organisation: "market-regulation")
    var checking = standing("checking", hands: [CaseStanding.Hand(.review, 6)])
    #expect(
      try step("agree", checking, by: insurance, in: application)
        == .signed(department: "social-insurance", missing: 1))
    checking.signatures = [CaseStanding.Signature("agree", 7, department: "social-insurance")]
    #expect(throws: CaseRefusal.departmentSignedAlready) {
      try step(
        "agree", checking, by: .make(.reviewer, 9, organisation: "social-insurance"),
        in: application)
    }
    #expect(throws: CaseRefusal.notYourDepartment) {
      try step("agree", checking, by: .make(.reviewer, 10), in: application)
    }
    #expect(throws: CaseRefusal.notYourDepartment) {
      try step("disagree", checking, by: .make(.reviewer, 10), given: [.reason], in: application)
    }
    guard case .moved(let state, _) = try step("agree", checking, by: market, in: application)
    else { throw Unexpected() }
    #expect(state.id == "reviewed")
  }

  @Test("the service moves what has come about, and nobody else does") func service() throws {
    guard case .moved(let state, _) = try step("lapse", standing("found"), by: .system) else {
      throw Unexpected()
    }
    #expect(state.id == "lapsed")
    #expect(throws: CaseRefusal.notYourRole) {
      try step("lapse", standing("found"), by: .make(.clerk))
    }
    #expect(throws: CaseRefusal.notYourRole) {
      try step("consent", standing("found"), by: .system, given: [.account])
    }
  }

  @Test("what is offered is what would be allowed") func open() throws {
    let clerk = try Signer.make(.clerk).actor
    #expect(
      CaseMachine.open(standing("consented"), payment, to: clerk).map(\.transition.id) == [
        "announce"
      ])
    #expect(CaseMachine.open(standing("cleared"), payment, to: clerk).isEmpty)
    let approver = try Signer.make(.approver, 2).actor
    #expect(
      CaseMachine.open(standing("cleared"), payment, to: approver).map(\.transition.id)
        == ["approve", "refuse"])
  }
}
