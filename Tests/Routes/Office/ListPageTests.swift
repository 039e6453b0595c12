import BankFiles
import Bureau
import Casework
import Core
import HTTP
import Messages
import Office
import OfficeSupport
import Payout
import People
import Store
import Testing

@testable import Routes

/// Pages with lists ask the office's database a few questions, however long the list is.
@Suite struct ListPageTests {
  private let city: SignedSite
  private let visitor: Visitor

  /// The most statements that a page may run: with those for the session, the trail and the counts.
  private static let most = 10

  init() throws {
    city = try SignedSite()
    let grants = Role.allCases.filter { $0 != .system }.map { role in
      let isAgent = [.enterpriseAgent, .institutionAgent].contains(role)
      return Grant(role, organisation: isAgent ? "e1" : nil)
    }
    visitor = try city.visitor("everything", grants, party: "p1")
  }

  /// As many of everything that stands in lists.
  private func fill(_ range: ClosedRange<Int>) throws {
    let cashier = try Signer.make(.financeOfficer, 901)
    let day = try #require(CivilDate("2025-12-31"))
    for index in range {
      let user = try city.account("person\(index)")
      _ = try city.bureau.office.write { connection in
        let mine = try open("c\(index)", of: "p1", day, connection)
        let other = try open("c1", of: "w\(index)", day, connection)
        for number in [mine, other] {
          try city.bureau.messages.send(
            "case.closed", to: .party("p1"), values: MessageValues(benefit: Bilingual("x")),
            about: CaseNumber(number), key: number, connection)
        }
        _ = try city.bureau.people.propose(
          Grant(.clerk, region: "330300"), to: user, because: "test",
          by: .make(.administrator, 903, region: nil), connection)
        _ = try city.bureau.payout.draft(
          region: "330300",
          payer: BankAccount(name: "市财政局", number: "3300000000001", bank: "甲银行"), day: day,
          key: "batch\(index)", by: cashier, connection)
        _ = try city.bureau.casework.propose(
          other, amount: 100, basis: CaseRecord.Basis(on: day, plan: "", change: 1),
          determination: "{}", connection)
      }
    }
  }

  /// A case that waits for a notice.
  private func open(
    _ subject: String, of party: String, _ day: CivilDate, _ connection: borrowing Connection
  ) throws -> String {
    let casework = city.bureau.casework
    let worker = try Signer.make(.worker, 800, region: nil, party: party)
    let record = try casework.open(
      CaseProposal(
        procedure: "payment-without-application",
        entitlement: Entitlement(
          benefit: "wenzhou-2018-242/skill-upgrade", owner: party, party: party, subject: subject),
        partyName: "寅卯", region: "330302", amount: 300_000,
        basis: CaseRecord.Basis(on: day, plan: "", change: 1), determination: "{}"),
      by: .system, connection)
    try casework.set(
      PayeeAccount(bank: "甲银行", holder: "寅卯", number: "6222021234567890"), of: record.number,
      by: worker, connection)
    _ = try casework.act("consent", on: record.number, by: worker, connection)
    return record.number
  }

  /// How many statements each page runs.
  private func statements(_ paths: [String]) throws -> [[String]] {
    try paths.map { path in
      // The first look of a session compiles what the later ones find.
      try visitor.get(path)
      _ = city.log.take()
      try visitor.get(path)
      #expect(visitor.status == .ok, "\(path)")
      return city.log.take()
    }
  }

  @Test("however long a list is, its page runs ten statements at most")
  func statements() throws {
    let paths = [
      "desk/", "desk/queue", "desk/queue?state=consented&region=330300", "desk/notices/",
      "desk/differences/", "desk/budgets/?year=2025", "desk/payments/", "notices/", "my/",
      "my/ended",
      "my/payments", "my/messages", "my/workers", "my/agents", "administration/accounts",
      "administration/grants", "audit", "search?q=%E5%AF%85",
    ].map { "/zh/" + $0 }
    try fill(1...2)
    let short = try statements(paths)
    try fill(3...40)
    let long = try statements(paths)
    for ((path, few), many) in zip(zip(paths, short), long) {
      #expect(many.count <= Self.most, "\(path): \(many.joined(separator: "\n"))")
      #expect(many.count <= max(few.count, Self.most), "\(path): \(few.count), then \(many.count)")
    }
  }
}
