import BankFiles
import Core
import Office
import Payout
import Store
import Testing

/// Trying again, and what officers find out by themselves.
@Suite struct RetryTests {
  private let scene: PayoutScene

  init() throws { scene = try PayoutScene() }

  private func followUps() throws -> [String] {
    try scene.office.read { try scene.payout.followUps(in: ["330300"], limit: 100, $0) }
      .map { "\($0.instruction.subject): \($0.reason.zh)。\($0.advice.zh)" }
  }

  @Test("a new attempt has a new id, and is made only after a certain failure") func retry() throws
  {
    _ = try scene.sent([PayoutScene.item(1), PayoutScene.item(2)])
    let draft = try scene.draft("d2")
    let first = try scene.last("C1")
    #expect(try scene.retry(first.number, in: draft, key: "t1").map(\.refusal) == [.notFailed])
    try scene.take([
      scene.word(.payment, "C1"), scene.word(.return, "C1", reason: "AC06"),
      scene.word(.rejection, "C2", reason: "BE01"),
    ])
    #expect(
      try followUps() == [
        "C1: 账户被冻结。请收款人另报一个可用账户，再重付。", "C2: 户名与账号不符。请按身份证件核对户名与账号，再重付。",
      ])
    #expect(try scene.retry(first.number, in: draft, key: "t2").map(\.refusal) == [nil])
    #expect(try scene.retry(first.number, in: draft, key: "t3").map(\.refusal) == [.underWay])
    let second = try scene.last("C1")
    #expect(second.attempt == 2)
    #expect(second.endToEndID != first.endToEndID)
    #expect(try followUps().count == 1)
    try scene.release(draft)
    try scene.export(draft)
    #expect(try scene.statuses("C1") == [.replaced, .sent])
    try scene.take([scene.word(.payment, "C1")], key: "s2")
    #expect(try scene.statuses("C1") == [.replaced, .settled])
    let third = try scene.draft("d3")
    #expect(try scene.retry(second.number, in: third, key: "t4").map(\.refusal) == [.notFailed])
    #expect(try scene.add([PayoutScene.item(1)], to: third, key: "a3").map(\.refusal) == [.paid])
  }

  @Test("an attempt that is given up leaves the failure to be followed up") func givenUp() throws {
    _ = try scene.sent([PayoutScene.item(1)])
    try scene.take([scene.word(.rejection, "C1", reason: "AC01")])
    let draft = try scene.draft("d2")
    _ = try scene.retry(scene.last("C1").number, in: draft, key: "t")
    #expect(try followUps().isEmpty)
    try scene.office.write { try scene.payout.cancel(draft, key: "c", by: scene.maker, $0) }
    #expect(try scene.statuses("C1") == [.failed, .withdrawn])
    #expect(try followUps() == ["C1: 账号不正确。请收款人核对并更正账户，再重付。"])
  }

  @Test("only the payee's account may differ at another attempt") func corrected() throws {
    _ = try scene.sent([PayoutScene.item(1)])
    try scene.take([scene.word(.rejection, "C1", reason: "AC01")])
    let draft = try scene.draft("d2")
    let changed = [
      PayoutScene.item(1, amount: 300_001), PayoutScene.item(1, party: "p9"),
      PayoutScene.item(1, entitlement: "other"),
    ]
    #expect(
      try scene.add(changed, to: draft, key: "a2").map(\.refusal) == [.changed, .changed, .changed])
    var payee = PayoutScene.item(1).payee
    payee.number = "6299"
    let retry = Payout.Retry(try scene.last("C1").number, payee: payee)
    let lines = try scene.office.write {
      try scene.payout.retry([retry], in: draft, key: "t", by: scene.maker, $0)
    }
    #expect(lines.map(\.refusal) == [nil])
    try scene.release(draft)
    let file = try scene.export(draft, .table(.utf8))
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("6299"))
  }

  @Test("what the bank never answers, two officers declare failed") func declared() throws {
    let batch = try scene.sent([PayoutScene.item(1)])
    let number = try scene.last("C1").number
    #expect(throws: PayoutProblem.noNote) { try propose(.failed(instruction: number), note: " ") }
    let proposal = try propose(.failed(instruction: number), note: "银行函 7 号")
    #expect(try scene.statuses("C1") == [.sent])
    #expect(throws: PayoutProblem.ownProposal(number: proposal)) {
      try confirm(proposal, by: scene.maker)
    }
    try confirm(proposal, by: scene.checker)
    #expect(try scene.statuses("C1") == [.failed])
    #expect(try scene.status(of: batch) == .partly)
    #expect(scene.ear.heard == ["failed C1 300000 银行函 7 号"])
    #expect(throws: PayoutProblem.alreadyConfirmed(number: proposal)) {
      try scene.office.write {
        try scene.payout.confirm(proposal, key: "again", by: scene.checker, $0)
      }
    }
    // The bank was wrong: the money did leave, and no other attempt was begun.
    let late = try scene.take([scene.word(.payment, "C1")]).lines[0]
    #expect(late.cause == .contradiction)
    try confirm(
      propose(.belongs(entry: late.entry, instruction: number), note: "流水 8 号"), by: scene.checker)
    #expect(try scene.statuses("C1") == [.settled])
    #expect(try scene.status(of: batch) == .settled)
  }

  @Test("a late payment is not taken for an attempt that another has replaced") func late() throws {
    _ = try scene.sent([PayoutScene.item(1)])
    let first = try scene.last("C1")
    let word = try scene.word(.payment, "C1", reference: "late")
    try scene.take([scene.word(.rejection, "C1", reason: "AC01")], key: "1")
    let draft = try scene.draft("d2")
    _ = try scene.retry(first.number, in: draft, key: "t")
    let entry = try scene.take([word], key: "2").lines[0].entry
    for target in [first.number, try scene.last("C1").number] {
      #expect(throws: PayoutProblem.cannotAssign(entry: entry, instruction: target)) {
        try propose(.belongs(entry: entry, instruction: target), note: "n")
      }
    }
    try confirm(propose(.notOurs(entry: entry), note: "已向银行追回"), by: scene.checker)
    #expect(throws: PayoutProblem.notUnmatched(entry: entry)) {
      try propose(.notOurs(entry: entry), note: "n")
    }
  }

  @Test("while the bank's word on an earlier attempt awaits a person, nothing more is sent")
  func unresolved() throws {
    _ = try scene.sent([PayoutScene.item(1), PayoutScene.item(2), PayoutScene.item(3)])
    let words = try ["C1", "C2"].map { try scene.word(.payment, $0, reference: "late \($0)") }
    let numbers = try ["C1", "C2", "C3"].map { try scene.last($0).number }
    try scene.take(["C1", "C2"].map { try scene.word(.rejection, $0, reason: "AC01") }, key: "1")
    let draft = try scene.draft("d2")
    _ = try scene.retry(numbers[0], in: draft, key: "t1")
    try scene.release(draft)
    let other = try scene.draft("d3")
    let short = try scene.word(.payment, "C3", amount: 1)
    let entries = try scene.take(words + [short], key: "2").lines.map(\.entry)
    #expect(throws: PayoutProblem.unresolved(subject: "C1")) { try scene.export(draft) }
    #expect(try scene.retry(numbers[1], in: other, key: "t2").map(\.refusal) == [.unresolved])
    // Too little was paid, but something was.
    #expect(throws: PayoutProblem.unresolved(subject: "C3")) {
      try propose(.failed(instruction: numbers[2]), note: "n")
    }
    try confirm(propose(.notOurs(entry: entries[0]), note: "已向银行追回"), by: scene.checker)
    try scene.export(draft)
    #expect(try scene.statuses("C1") == [.replaced, .sent])
  }

  @Test("an entry without our id is assigned by two officers") func assigned() throws {
    _ = try scene.sent([PayoutScene.item(1)])
    let number = try scene.last("C1").number
    var word = try scene.word(.payment, "C1")
    word.endToEndID = nil
    var receipt = try scene.word(.receipt, "C1")
    receipt.endToEndID = nil
    let lines = try scene.take([word, receipt]).lines
    let first = try propose(.belongs(entry: lines[0].entry, instruction: number), note: "n")
    let rival = try propose(.belongs(entry: lines[0].entry, instruction: number), note: "m")
    try confirm(first, by: scene.checker)
    #expect(throws: PayoutProblem.notUnmatched(entry: lines[0].entry)) {
      try confirm(rival, by: scene.checker)
    }
    let back = try propose(.belongs(entry: lines[1].entry, instruction: number), note: "n")
    #expect(try scene.office.read { try scene.payout.openProposals(limit: 9, $0).count } == 2)
    try confirm(back, by: scene.checker)
    #expect(try scene.statuses("C1") == [.returned])
    #expect(scene.ear.heard == ["settled C1 300000", "returned C1 300000"])
  }

  private func propose(_ verdict: PayoutVerdict, note: String) throws -> Int64 {
    try scene.office.write {
      try scene.payout.propose(
        verdict, note: note, key: "\(verdict)\(note)", by: scene.maker, $0)
    }
  }

  private func confirm(_ proposal: Int64, by signer: Signer) throws {
    try scene.office.write {
      try scene.payout.confirm(proposal, key: "c\(proposal)", by: signer, $0)
    }
  }
}
