import BankFiles
import Core
import Office
import OfficeSupport
import Payout
import Store
import Testing

/// Where each entry of a statement comes to rest.
@Suite struct MatchingTests {
  private let scene: PayoutScene

  init() throws { scene = try PayoutScene() }

  private func places(_ entries: [StatementEntry], key: String = "s") throws -> [String] {
    try scene.take(entries, key: key).lines.map {
      $0.place.rawValue + ($0.cause.map { " \($0.rawValue)" } ?? "")
    }
  }

  @Test("every kind of entry has its place") func kinds() throws {
    _ = try scene.sent((1...6).map { PayoutScene.item($0) })
    let draft = try scene.draft("d2")
    try scene.add([PayoutScene.item(7)], to: draft, key: "a2")
    var foreign = try scene.word(.payment, "C1", reference: "f")
    foreign.endToEndID = "INV-2026-1"
    var nameless = foreign
    (nameless.reference, nameless.endToEndID) = ("n", nil)
    var unknown = foreign
    (unknown.reference, unknown.endToEndID) = ("u", "GJ3303000123456789ABCDEF")
    let entries = [
      try scene.word(.payment, "C1"), try scene.word(.rejection, "C2", reason: "AC04"),
      foreign, nameless, unknown, try scene.word(.payment, "C3", amount: 299_999),
      try scene.word(.payment, "C7"), try scene.word(.receipt, "C4"),
      try scene.word(.pending, "C4"), try scene.word(.rejection, "C5", reason: "AM05"),
      try scene.word(.return, "C6", reason: "AC06"),
    ]
    #expect(
      try places(entries) == [
        "matched", "matched", "unmatched foreign", "unmatched foreign", "unmatched unknown",
        "unmatched amount", "unmatched not-sent", "unmatched receipt", "noted",
        "unmatched inconclusive", "held",
      ])
    #expect(
      try (1...7).map { try scene.last("C\($0)").status } == [
        .settled, .failed, .sent, .sent, .sent, .sent, .pending,
      ])
    let open = try scene.office.read {
      try scene.payout.entries(.unmatched, in: ["330300"], limit: 100, $0)
    }
    #expect(open.count == 7)
    #expect(open.first { $0.cause == .inconclusive }?.reason == "AM05")
  }

  @Test("a statement that comes again, or overlaps another, changes nothing") func duplicates()
    throws
  {
    _ = try scene.sent((1...3).map { PayoutScene.item($0) })
    let words = try (1...3).map { try scene.word(.payment, "C\($0)") }
    #expect(try places([words[0], words[0]], key: "1") == ["matched", "duplicate"])
    #expect(try places([words[1], words[0]], key: "2") == ["matched", "duplicate"])
    #expect(try places(words, key: "3") == ["duplicate", "duplicate", "matched"])
    #expect(scene.ear.heard.count == 3)
  }

  @Test("a reference that stands for something else is for a person, once") func conflict() throws {
    _ = try scene.sent([PayoutScene.item(1), PayoutScene.item(2)])
    let first = try scene.word(.payment, "C1", reference: "R")
    let second = try scene.word(.payment, "C2", reference: "R")
    #expect(try places([first, second, second]) == ["matched", "unmatched conflict", "duplicate"])
    #expect(try scene.statuses("C2") == [.sent])
  }

  @Test("one payment under two references, and words that contradict, are for a person")
  func contradictions() throws {
    _ = try scene.sent([PayoutScene.item(1), PayoutScene.item(2)])
    let words = [
      try scene.word(.payment, "C1", reference: "a"),
      try scene.word(.payment, "C1", reference: "b"),
      try scene.word(.rejection, "C2", reference: "c", reason: "AC01"),
      try scene.word(.return, "C2", reference: "d"),
    ]
    #expect(
      try places(words) == [
        "matched", "unmatched contradiction", "matched", "unmatched contradiction",
      ])
    #expect(
      try places([scene.word(.payment, "C2", reference: "e")], key: "2")
        == ["unmatched contradiction"])
    #expect(try scene.statuses("C1") == [.settled])
    #expect(try scene.statuses("C2") == [.failed])
  }

  @Test("a repetition that the bank refused says nothing of what it has paid") func repetition()
    throws
  {
    _ = try scene.sent([PayoutScene.item(1)])
    let early = try scene.word(.rejection, "C1", reference: "a", reason: "AM05")
    let late = try scene.word(.rejection, "C1", reference: "b", reason: "AM05")
    #expect(try places([early], key: "1") == ["unmatched inconclusive"])
    #expect(try places([late, scene.word(.payment, "C1")], key: "2") == ["noted", "matched"])
    #expect(try scene.statuses("C1") == [.settled])
  }

  @Test("a return may come before its payment, in one file or in two") func reordered() throws {
    _ = try scene.sent([PayoutScene.item(1), PayoutScene.item(2), PayoutScene.item(3)])
    let sameFile = [
      try scene.word(.return, "C1", reason: "AC06"), try scene.word(.payment, "C1"),
    ]
    #expect(try places(sameFile, key: "1") == ["matched", "matched"])
    #expect(try scene.statuses("C1") == [.returned])
    #expect(try places([scene.word(.return, "C2", reason: "AC04")], key: "2") == ["held"])
    #expect(try scene.statuses("C2") == [.sent])
    #expect(try places([scene.word(.payment, "C2")], key: "3") == ["matched"])
    #expect(try scene.statuses("C2") == [.returned])
    // Refused after it came back: one of the two is wrong.
    #expect(try places([scene.word(.return, "C3")], key: "4") == ["held"])
    #expect(try places([scene.word(.rejection, "C3", reason: "AC01")], key: "5") == ["matched"])
    #expect(
      scene.ear.heard == [
        "settled C1 300000", "returned C1 300000 AC06", "settled C2 300000",
        "returned C2 300000 AC04", "failed C3 300000 AC01",
      ])
    let (held, open) = try scene.office.read { connection in
      (
        try scene.payout.entries(.held, in: ["330300"], limit: 9, connection),
        try scene.payout.entries(.unmatched, in: ["330300"], limit: 9, connection)
      )
    }
    #expect(held.isEmpty)
    #expect(open.map(\.cause) == [.contradiction])
  }

  @Test("entries are matched with payments of the account's region alone") func region() throws {
    _ = try scene.sent([PayoutScene.item(1)])
    let word = try scene.word(.payment, "C1")
    let other = try Signer.make(.financeOfficer, 8, region: "330200")
    let taken = try scene.office.write {
      try scene.payout.takeIn(
        BankStatement(entries: [word]), name: "o", region: "330200", key: "o", by: other, $0)
    }
    #expect(taken.lines.map(\.cause) == [.unknown])
    #expect(throws: PayoutProblem.notAllowed(region: "330300")) {
      try scene.office.write {
        try scene.payout.takeIn(
          BankStatement(entries: [word]), name: "o", region: "330300", key: "p", by: other, $0)
      }
    }
  }

  @Test("what a listener throws undoes the whole statement") func undone() throws {
    _ = try scene.sent([PayoutScene.item(1), PayoutScene.item(2)])
    let words = [try scene.word(.payment, "C1"), try scene.word(.payment, "C2")]
    let strict = Payout(scene.office, listeners: [Deaf(subject: "C2")])
    #expect(throws: Deaf.Refused.self) {
      try scene.office.write {
        try strict.takeIn(
          BankStatement(entries: words), name: "s", region: "330300", key: "s", by: scene.maker, $0)
      }
    }
    #expect(try scene.statuses("C1") == [.sent])
    #expect(try places(words) == ["matched", "matched"])
  }

  /// Does not want to hear of one case.
  private struct Deaf: PayoutListener {
    struct Refused: Error {}
    let subject: String

    func settled(
      _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection
    ) throws { if outcome.subject == subject { throw Refused() } }
    func failed(
      _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection
    ) throws {}
    func returned(
      _ outcome: PayoutOutcome, by signer: Signer, _ connection: borrowing Connection
    ) throws {}
  }
}
