import Core
import Office
import OfficeSupport
import Store
import Testing

@testable import People

@Suite struct RecoveryTests {
  private let scene: Scene
  private var people: People { scene.people }
  private let new = "nine kites over the market"

  init() throws { scene = try Scene() }

  private func prepared() throws -> PreparedPassword {
    try people.prepare(new, for: NewAccount(signIn: "x", name: "y"))
  }

  private func propose(_ user: Int64, by signer: Signer) throws {
    try scene.office.write {
      try people.proposeRecovery(of: user, because: "lost telephone", by: signer, $0)
    }
  }

  private func confirm(_ user: Int64, by signer: Signer) throws {
    let prepared = try prepared()
    try scene.office.write {
      try people.confirmRecovery(of: user, with: prepared, by: signer, $0)
    }
  }

  private func recover(_ user: Int64, by signer: Signer) throws {
    let prepared = try prepared()
    try scene.office.write {
      try people.recover(user, with: prepared, because: "identity card seen", by: signer, $0)
    }
  }

  private func administrator(_ user: Int64, region: String? = nil) throws -> Signer {
    try .make(.administrator, user, region: region)
  }

  @Test("a worker gets a new password at the counter, and changes it") func worker() throws {
    let user = try scene.holder(Grant(.worker, region: "330302"), "worker")
    let session = try scene.signIn("worker")
    for _ in 1...5 { _ = try? scene.signIn("worker", "wrong") }
    try recover(user, by: .make(.clerk, 700, region: "330300"))
    #expect(try people.signed(session.token) == nil)
    #expect(throws: PeopleProblem.wrongNameOrPassword) { try scene.signIn("worker") }
    #expect(try scene.signIn("worker", new).signed.stage == .mustChangePassword)
  }

  @Test("whoever covers less, or themselves, or has another role cannot") func refused() throws {
    let user = try scene.holder(Grant(.worker, region: "330302"), "worker")
    for signer in [
      try Signer.make(.clerk, 700, region: "331000"), try .make(.clerk, user, region: nil),
      try .make(.reviewer, 700, region: nil),
    ] {
      #expect(throws: PeopleProblem.notAllowed) { try recover(user, by: signer) }
    }
  }

  @Test("an official is recovered by two administrators, and enrols again") func official() throws {
    let user = try scene.holder(Grant(.approver, region: "330300"), "approver")
    let (session, _) = try scene.enrolled("approver")
    #expect(throws: PeopleProblem.recoveryNeedsTwo) { try recover(user, by: administrator(901)) }
    #expect(throws: PeopleProblem.noRecovery) { try confirm(user, by: administrator(902)) }
    #expect(throws: PeopleProblem.notAllowed) {
      try propose(user, by: administrator(901, region: "330302"))
    }
    #expect(throws: PeopleProblem.notAllowed) { try propose(user, by: administrator(user)) }
    try propose(user, by: administrator(901))
    #expect(throws: PeopleProblem.ownProposal) { try confirm(user, by: administrator(901)) }
    #expect(throws: PeopleProblem.notAllowed) { try confirm(user, by: administrator(user)) }
    #expect(try people.signed(session.token)?.stage == .full)
    #expect(
      try scene.office.read { try people.recoveries($0).map(\.user) } == [user])
    try confirm(user, by: administrator(902))
    #expect(try people.signed(session.token) == nil)
    #expect(throws: PeopleProblem.noRecovery) { try confirm(user, by: administrator(902)) }
    let first = try scene.signIn("approver", new)
    #expect(first.signed.stage == .mustEnrol)
    #expect(
      try scene.trail().suffix(3).map(\.action) == [
        "people.propose-recovery", "people.recover", "people.sign-in",
      ])
  }

  @Test("a role that only waits for confirmation already needs two") func proposed() throws {
    let user = try scene.account("rising")
    _ = try scene.office.write {
      try people.propose(
        Grant(.clerk), to: user, because: "", by: administrator(901), $0)
    }
    #expect(throws: PeopleProblem.recoveryNeedsTwo) {
      try recover(user, by: .make(.clerk, 700, region: nil))
    }
  }
}
