import BankFiles
import Core
import Foundation
import Office
import OfficeSupport
import Payout
import Store
import TestSupport
import Testing

/// The way of a batch, from draft to closed, and what each step refuses.
@Suite struct BatchTests {
  private let scene: PayoutScene

  init() throws { scene = try PayoutScene() }

  @Test("a batch goes from draft to closed, and the trail tells of it") func wholeWay() throws {
    let items = [PayoutScene.item(1), PayoutScene.item(2, amount: 1)]
    let batch = try scene.draft()
    #expect(try scene.add(items, to: batch).map(\.refusal) == [nil, nil])
    #expect(try scene.status(of: batch) == .draft)
    try scene.release(batch)
    #expect(try scene.status(of: batch) == .released)
    let file = try scene.export(batch)
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("<CtrlSum>3000.01</CtrlSum>"))
    #expect(try scene.status(of: batch) == .exported)
    try scene.take([scene.word(.payment, "C1")], key: "s1")
    #expect(try scene.status(of: batch) == .partly)
    #expect(throws: PayoutProblem.stillOpen(batch: batch, count: 1)) {
      try scene.office.write { try scene.payout.close(batch, key: "c", by: scene.maker, $0) }
    }
    try scene.take([scene.word(.payment, "C2")], key: "s2")
    #expect(try scene.status(of: batch) == .settled)
    try scene.office.write { try scene.payout.close(batch, key: "c", by: scene.maker, $0) }
    #expect(try scene.status(of: batch) == .closed)
    #expect(scene.ear.heard == ["settled C1 300000", "settled C2 1"])
    let actions = try scene.office.read { connection in
      _ = try AuditTrail.verify(connection)
      return try AuditTrail.entries(.init(), limit: 100, connection).map(\.action)
    }
    #expect(
      actions.reversed() == [
        "payout.draft", "payout.add", "payout.add", "payout.release", "payout.export",
        "payout.settled", "payout.statement", "payout.settled", "payout.statement", "payout.close",
      ])
  }

  @Test("every act with the same key again does nothing and says the same") func again() throws {
    let batch = try scene.draft()
    #expect(try scene.draft() == batch)
    let items = [PayoutScene.item(1), PayoutScene.item(1), PayoutScene.item(2, region: "110000")]
    let lines = try scene.add(items, to: batch)
    #expect(lines.map(\.refusal) == [nil, .underWay, .otherRegion])
    #expect(try scene.add(items, to: batch) == lines)
    try scene.release(batch)
    try scene.release(batch)
    #expect(try scene.add(items, to: batch) == lines)
    let file = try scene.export(batch)
    #expect(try scene.export(batch) == file)
    let entries = [try scene.word(.payment, "C1")]
    let taken = try scene.take(entries)
    #expect(try scene.take(entries) == taken)
    #expect(try scene.statuses("C1") == [.settled])
    #expect(scene.ear.heard.count == 1)
    // The same form from somebody else is not the same request.
    #expect(throws: OfficeProblem.requestOfAnother) {
      try scene.office.write {
        try scene.payout.add(items, to: batch, key: "a", by: scene.checker, $0)
      }
    }
  }

  @Test(
    "a row that cannot be taken is refused with its reason",
    arguments: [
      (PayoutScene.item(1), ItemRefusal.underWay, "1"),
      (PayoutScene.item(2, entitlement: "b|p1|c"), .entitlementUnderWay, "C1"),
      (PayoutScene.item(3, region: "330200"), .otherRegion, "330200"),
      (PayoutScene.item(3, amount: 0), .unfit, "金额不大于零"),
      (PayoutScene.item(3, name: "\u{7}"), .unfit, "户名含有无法显示的字符"),
      (PayoutScene.item(3, account: "账号"), .unfit, "账号含有银行不转发的字符"),
    ]) func refused(_ item: PayoutItem, _ refusal: ItemRefusal, _ detail: String) throws
  {
    let batch = try scene.draft()
    let lines = try scene.add([PayoutScene.item(1), item, PayoutScene.item(9)], to: batch)
    #expect(lines.map(\.refusal) == [nil, refusal, nil])
    #expect(lines[1].detail.zh == detail)
  }

  @Test("what is under way or paid in one batch is refused in every other") func otherBatch() throws
  {
    let first = try scene.sent([PayoutScene.item(1), PayoutScene.item(2)])
    try scene.take([scene.word(.payment, "C1")])
    let second = try scene.draft("d2")
    let lines = try scene.add([PayoutScene.item(1), PayoutScene.item(2)], to: second, key: "a2")
    #expect(lines.map(\.refusal) == [.paid, .underWay])
    #expect(lines.map(\.detail.zh) == ["\(first)", "\(first)"])
  }

  @Test("a cancelled draft, and a row taken out, free their cases") func freed() throws {
    let batch = try scene.draft()
    try scene.add([PayoutScene.item(1), PayoutScene.item(2)], to: batch)
    let removed = try scene.office.write {
      try scene.payout.remove(["C1", "C7"], from: batch, key: "x", by: scene.maker, $0)
    }
    #expect(removed.map(\.refusal) == [nil, .notInDraft])
    try scene.office.write { try scene.payout.cancel(batch, key: "c", by: scene.maker, $0) }
    let other = try scene.draft("d2")
    // Never sent, so the amount may be another one now.
    let items = [PayoutScene.item(1, amount: 5), PayoutScene.item(2)]
    #expect(try scene.add(items, to: other, key: "a2").map(\.refusal) == [nil, nil])
    #expect(try scene.statuses("C1") == [.withdrawn, .pending])
    #expect(throws: PayoutProblem.wrongStatus(batch: batch, .cancelled)) {
      try scene.add([PayoutScene.item(3)], to: batch, key: "a3")
    }
    #expect(throws: PayoutProblem.wrongStatus(batch: other, .draft)) { try scene.export(other) }
  }

  @Test("no maker is a checker, through no second account, nor whoever is paid")
  func makers() throws {
    let batch = try scene.draft()
    try scene.add([PayoutScene.item(1)], to: batch)
    let helper = try Signer.make(.financeOfficer, 3)
    _ = try scene.office.write {
      try scene.payout.add([PayoutScene.item(2)], to: batch, key: "h", by: helper, $0)
    }
    let refusals: [(Signer, PayoutProblem)] = [
      (scene.maker, .ownWork(batch: batch)), (helper, .ownWork(batch: batch)),
      (try .make(.financeOfficer, 4, party: "p-maker"), .ownWork(batch: batch)),
      (try .make(.financeOfficer, 5, party: "p1"), .ownMatter(batch: batch, subject: "C1")),
      (try .make(.approver, 6), .notAllowed(region: "330300")),
      (try .make(.financeOfficer, 7, region: "330302"), .notAllowed(region: "330300")),
    ]
    for (index, (signer, problem)) in refusals.enumerated() {
      #expect(throws: problem) {
        try scene.office.write { try scene.payout.release(batch, key: "r\(index)", by: signer, $0) }
      }
    }
    try scene.release(batch)
    #expect(try scene.status(of: batch) == .released)
  }

  @Test("an empty batch, and one whose day has passed, are not released") func unready() throws {
    let batch = try scene.draft()
    #expect(throws: PayoutProblem.emptyBatch(batch: batch)) { try scene.release(batch) }
    try scene.add([PayoutScene.item(1)], to: batch)
    scene.clock.set(CivilDate(dayNumber: 20_502))
    #expect(throws: PayoutProblem.dayPassed(batch: batch, day: "2026-02-17")) {
      try scene.release(batch)
    }
  }

  @Test(
    "a batch has one file: the same bytes each time, in one format, and noticed when it differs")
  func oneFile() throws {
    let batch = try scene.sent([PayoutScene.item(1)])
    let file = try scene.export(batch)
    scene.clock.advance(seconds: 3600)
    try scene.take([scene.word(.payment, "C1")])
    #expect(try scene.export(batch) == file)
    for format in BankFormat.all where format != .message(.v3) {
      #expect(throws: PayoutProblem.otherFormat(batch: batch, format: "pain.001.001.03")) {
        try scene.export(batch, format)
      }
    }
    try scene.office.write { connection in
      try connection.run("DROP TRIGGER \"payout_instruction_fixed\"")
      try connection.run("UPDATE \"payout_instruction\" SET \"payee\" = 'x'")
    }
    #expect(throws: PayoutProblem.fileDiffers(batch: batch)) { try scene.export(batch) }
  }

  @Test(
    "the tables themselves keep what is history",
    arguments: [
      "UPDATE payout_instruction SET amount = 1", "DELETE FROM payout_instruction",
      "UPDATE payout_event SET event = 'settled'", "DELETE FROM payout_line",
      "UPDATE payout_file SET format = 'x'", "DELETE FROM payout_statement",
      "INSERT INTO payout_instruction SELECT 99, batch, subject, 99, entitlement, party, payee, bank, bank_code, account, account_print, amount, region, purpose, 'E', 'sent', NULL, 1, NULL FROM payout_instruction",
    ]) func tables(_ statement: String) throws
  {
    _ = try scene.sent([PayoutScene.item(1)])
    try scene.take([scene.word(.payment, "C1")])
    #expect(throws: StoreError.self) {
      try scene.office.write { try $0.run("\(unchecked: statement)") }
    }
  }

  @Test("no account number lies open in the files") func sealed() throws {
    _ = try scene.sent([PayoutScene.item(1)])
    try scene.take([scene.word(.payment, "C1")])
    for file in try FileManager.default.contentsOfDirectory(atPath: scene.folder.url.path) {
      let bytes = try Data(contentsOf: scene.folder.url.appending(path: file))
      for number in ["6200000000010001", PayoutScene.payer.number] {
        #expect(bytes.range(of: Data(number.utf8)) == nil)
      }
    }
    #expect(
      try scene.office.read { try scene.payout.maskedAccount(of: scene.last("C1"), $0) }
        == "620*********0001")
  }

  @Test("a person with several rows, and one account under two names, are shown") func warnings()
    throws
  {
    let paid = PayoutScene.item(1, entitlement: "b|p5|c")
    _ = try scene.sent([paid])
    try scene.take([scene.word(.payment, "C1")])
    let batch = try scene.draft("d2")
    let items = [
      PayoutScene.item(2, party: "p2", account: "62001"),
      PayoutScene.item(3, party: "p2", account: "62002"),
      PayoutScene.item(4, account: "62001"), PayoutScene.item(5),
    ]
    try scene.add(items, to: batch, key: "a2")
    let warnings = try scene.office.read { try scene.payout.warnings(batch, $0) }
    #expect(
      warnings == [
        .severalRows(party: "p2", count: 2), .sharedAccount(names: ["样例2", "样例4"]),
        .paidBefore(subject: "C5", other: "C1"),
      ])
    #expect(
      warnings.map(\.message.en) == [
        "p2 has 2 payments in it", "样例2, 样例4 have one account number",
        "the entitlement of C5 was paid before, for C1",
      ])
    #expect(
      warnings.map(\.message.zh) == [
        "p2 在这一批里有 2 笔", "样例2、样例4 用的是同一个账号", "C5 的待遇已由 C1 付过",
      ])
  }
}
