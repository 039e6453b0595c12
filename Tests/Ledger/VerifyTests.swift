import Core
import Ledger
import Office
import OfficeSupport
import Store
import Testing

private let city = LedgerFixture.city
private let a = LedgerSubject("case-a", party: "p1")

/// Whoever gets round the tables is found out.
@Suite struct VerifyTests {
  /// Entries 1, 2 grant 1,000; 3 commits 300, 4 settles them, 5 claims 100, 6 recovers 40, 7 commits
  /// 50, 8 closes the year. Lines 1, 2 are of entry 2, and so on in pairs, with two for entry 6.
  private func fixture() throws -> LedgerFixture {
    let fixture = try LedgerFixture()
    try fixture.grant(1000)
    try fixture.post(.commit(a, [.init(city, 300)]))
    try fixture.post(.settle(a, [.init(city, 300)]))
    let instalments = [Instalment(due: CivilDate(dayNumber: 20_600), amount: 100)]
    try fixture.post(.demand(a, [.init(city, 100)], instalments))
    try fixture.post(.recover(demand: 5, amount: 40))
    try fixture.post(.commit(a, [.init(city, 50)]))
    try fixture.post(.carryOver(city, to: 2027, free: .carried))
    return fixture
  }

  @Test("a sound ledger holds") func holds() throws {
    let report = try fixture().verify()
    #expect(report.entries == 8 && report.lines == 22 && report.budgets == 2)
  }

  struct Case: Sendable {
    let statements: [String]
    let rule: LedgerRule
    let entry: Int64
    init(_ rule: LedgerRule, _ entry: Int64, _ statements: String...) {
      (self.statements, self.rule, self.entry) = (statements, rule, entry)
    }
  }

  @Test(arguments: [
    Case(.runningBalance, 3, "UPDATE ledger_line SET amount = 299 WHERE number = 4"),
    Case(.runningBalance, 3, "UPDATE ledger_line SET balance = 301 WHERE number = 4"),
    Case(.runningBalance, 3, "UPDATE ledger_line SET subject_balance = 301 WHERE number = 4"),
    Case(.runningBalance, 4, "UPDATE ledger_line SET account = 'paid' WHERE number = 4"),
    Case(.entryAddsUp, 3, "DELETE FROM ledger_line WHERE number = 4"),
    Case(.entryAddsUp, 8, "DELETE FROM ledger_line WHERE number = 22"),
    Case(.entryAddsUp, 2, "UPDATE ledger_line SET amount = 1100, balance = 1100 WHERE number = 2"),
    Case(.readable, 4, "UPDATE ledger_entry SET kind = 'bogus' WHERE number = 4"),
    Case(.numbering, 4, "DELETE FROM ledger_line WHERE entry = 3"),
    Case(.numbering, 3, "UPDATE ledger_entry SET last_line = 2 WHERE number = 3"),
    Case(
      .numbering, 8, "DELETE FROM ledger_line WHERE entry = 8",
      "DELETE FROM ledger_entry WHERE number = 8",
      "INSERT INTO ledger_entry SELECT 9, key || '!', 'decline', '', NULL, NULL, NULL, 0, 1, 15, 14 "
        + "FROM ledger_entry WHERE number = 1"),
    Case(
      .neverNegative, 8, "UPDATE ledger_line SET amount = -900, balance = -210 WHERE number = 15"),
    Case(.claimIsPaid, 5, "UPDATE ledger_line SET subject = 'case-b' WHERE number = 6"),
    Case(
      .claimIsPaid, 5,
      "UPDATE ledger_line SET amount = -400, balance = -400, subject_balance = -400 WHERE number = 7",
      "UPDATE ledger_line SET amount = 400, balance = 400, subject_balance = 400 WHERE number = 8"),
    Case(.claimAddsUp, 5, "UPDATE ledger_instalment SET amount = 99"),
    Case(.secondPerson, 2, "UPDATE ledger_entry SET user = 1 WHERE number = 2"),
    Case(.secondPerson, 2, "UPDATE ledger_entry SET about = NULL WHERE number = 2"),
    Case(.secondPerson, 2, "UPDATE ledger_proposal SET change = 999"),
    Case(.secondPerson, 2, "UPDATE ledger_entry SET kind = 'commit' WHERE number = 2"),
    Case(
      .closedIsEmpty, 8, "UPDATE ledger_closing SET budget = 2, successor = 1"),
  ]) func broken(_ example: Case) throws {
    let fixture = try fixture()
    try fixture.office.database.write { connection in
      // As somebody with the file and another program would.
      try connection.run("PRAGMA foreign_keys = OFF")
      try connection.run("PRAGMA ignore_check_constraints = ON")
      for table in LedgerFixture.tables.dropLast() {
        try connection.run("DROP TRIGGER \(name: "\(table)_no_update")")
        try connection.run("DROP TRIGGER \(name: "\(table)_no_delete")")
      }
      for statement in example.statements { try connection.run("\(unchecked: statement)") }
    }
    #expect(throws: LedgerProblem.broken(example.rule, entry: example.entry)) {
      try fixture.verify()
    }
  }

  @Test(
    "nothing is changed or deleted", arguments: LedgerFixture.tables.dropLast(),
    ["UPDATE", "DELETE"])
  func appendOnly(_ table: String, _ act: String) throws {
    let fixture = try fixture()
    let statement =
      act == "DELETE" ? "DELETE FROM \(table)" : "UPDATE \(table) SET rowid = rowid + 100"
    #expect(throws: StoreError.self) {
      try fixture.office.write { try $0.run("\(unchecked: statement)") }
    }
    try fixture.verify()
  }

  @Test(
    "the tables themselves refuse a balance below zero",
    arguments: [("free", -1, 0), ("committed", 5, -1), ("paid", -1, 0), ("receivable", 0, -1)])
  func checks(_ account: String, _ balance: Int64, _ part: Int64) throws {
    let fixture = try fixture()
    #expect(throws: StoreError.self) {
      try fixture.office.write { connection in
        try connection.run(
          """
          INSERT INTO "ledger_line" ("number", "entry", "budget", "account", "amount", "balance",
            "subject", "party", "subject_balance")
          VALUES (99, 8, 1, \(account), -1, \(balance), 'case-a', NULL, \(part))
          """)
      }
    }
  }
}
