import BankFiles
import Bureau
import Casework
import Core
import Cryptography
import Determinations
import Facts
import Ledger
import Office
import OfficeSupport
import Passwords
import Payout
import People
import PolicyDocument
import PolicyPlan
import Procedures
import Registry
import Store
import TestSupport
import Testing
import Vocabulary

/// A small city: a registry with one worker who is due 3,000 yuan, the shipped procedures, and
/// everybody who has a hand in it.
final class City: Sendable {
  let folder: TemporaryFolder
  let clock: SetClock
  let bureau: Bureau
  let clerk: Signer
  let reviewer: Signer
  let approver: Signer
  let cashier: Signer
  let controller: Signer
  let worker: Signer

  static let today = "2025-04-24"

  init() throws {
    folder = try TemporaryFolder()
    clock = SetClock(try #require(CivilDate(City.today)))
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let registry = try Registry.open(
      at: folder.path("city.db"), keyFile: KeyFile(path: folder.path("city.key")),
      vocabulary: vocabulary)
    let source = SourceText(name: "facts.json", text: City.facts)
    _ = try registry.put(FactsFile.read(source, FactsSchema(vocabulary)), source: "facts.json")
    let document = try ProjectFiles.source("Policies/wenzhou-2018-242.md")
    let read = try #require(PolicyDocument.read(document).0)
    let plan = try #require(Plan.compile(read, vocabulary).plan)
    let office = try OfficeStore.open(
      at: folder.path("city.office.db"), keyFile: KeyFile(path: folder.path("city.key")),
      rooms: Bureau.rooms, clock: clock.clock)
    bureau = try Bureau(
      office, people: People(office, hasher: PasswordHasher(cost: .least)), setup: City.setup(),
      registry: registry, determinations: DeterminationStore(registry), rules: Rulebook([plan]))
    clerk = try .make(.clerk, 1)
    reviewer = try .make(.reviewer, 2)
    approver = try .make(.approver, 3)
    cashier = try .make(.financeOfficer, 4)
    controller = try .make(.financeOfficer, 5)
    worker = try .make(.worker, 6, region: nil, party: "p1")
  }

  static func setup() throws -> Setup {
    let special = ["benefits", "funding", "messages"].map { "Procedures/\($0).yaml" }
    let names = try ProjectFiles.names(in: "Procedures", suffix: ".yaml")
    return try Setup(
      procedures: names.filter { !special.contains($0) }.map { try ProjectFiles.source($0) },
      ways: ProjectFiles.source(special[0]), funding: ProjectFiles.source(special[1]),
      messages: ProjectFiles.source(special[2]))
  }

  private static let facts = """
    {"on": "2025-04-24",
     "parties": [
      {"type": "person", "id": "p1", "name": "寅卯辰", "region": "330302"},
      {"type": "organisation", "id": "e1", "name": "甲厂", "kind": "enterprise", "region": "330302"}],
     "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
       "kind": "skill-level", "issuedOn": "2024-05-03"},
      {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-03-01"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01",
       "to": "2024-12", "region": "330300"}],
     "catalogues": {
      "shortage-occupations": [{"region": "330300", "year": 2024, "occupation": "6-18-01-01"}],
      "working-days": [{"date": "2025-05-01", "kind": "holiday"},
       {"date": "2025-05-02", "kind": "holiday"}, {"date": "2025-05-05", "kind": "holiday"},
       {"date": "2025-04-27", "kind": "workday"}]}}
    """

  func determine() throws {
    _ = try DeterminationRunner(bureau.determinations, bureau.rules, on: clock.clock.today).all()
  }

  func put(_ facts: String) throws {
    let source = SourceText(name: "later.json", text: facts)
    _ = try bureau.registry.put(
      FactsFile.read(source, FactsSchema(bureau.registry.vocabulary)), source: "later.json")
  }

  /// Grants so many 分 to the fund of a region, by two officers.
  func grant(_ amount: Int64, region: String) throws {
    let budget = Budget(fund: bureau.setup.funding.fund(of: region), year: 2025)
    try bureau.office.write { connection in
      let entry = try bureau.ledger.post(
        .propose(budget, change: amount), key: "grant \(region)", by: cashier, connection)
      try bureau.ledger.post(
        .confirm(proposal: entry.number), key: "confirm \(region)", by: controller, connection)
    }
  }

  func position(_ region: String) throws -> [Int64] {
    let budget = Budget(fund: bureau.setup.funding.fund(of: region), year: 2025)
    let found = try bureau.office.read { try bureau.ledger.position(of: budget, $0) }
    let position = try #require(found)
    return [position.appropriation, position.free, position.committed, position.paid]
  }

  /// The one case there is of the worker.
  func record() throws -> CaseRecord {
    var filter = QueueFilter()
    filter.party = "p1"
    let page = try bureau.office.read { [filter] in
      try bureau.casework.list(filter, limit: 50, for: .system, $0)
    }
    return try #require(page.cases.max { $0.number < $1.number })
  }

  func act(_ transition: String, reason: String = "", by signer: Signer) throws {
    let number = try record().number
    try bureau.office.write { connection in
      if signer.role.isOfficial {
        _ = try bureau.casework.take(number, by: signer, connection)
      }
      _ = try bureau.casework.act(
        transition, on: number, reason: reason, by: signer, connection)
    }
  }

  /// From what was found to where the approver may decide.
  func clear() throws {
    try determine()
    _ = try bureau.openFound()
    let number = try record().number
    try setAccount("6222021234567890")
    try act("consent", by: worker)
    try bureau.office.write { connection in
      _ = try bureau.casework.take(number, by: clerk, connection)
      _ = try bureau.casework.announce(
        [number], title: Bilingual(zh: "第一批", en: "first"), region: "330300", days: 3,
        isPerson: { _ in true }, by: clerk, connection)
    }
    clock.set(try #require(CivilDate("2025-04-29")))
    _ = bureau.round()
  }

  func setAccount(_ number: String) throws {
    let record = try record()
    try bureau.office.write { connection in
      try bureau.casework.set(
        PayeeAccount(bank: "甲银行", holder: "寅卯辰", number: number), of: record.number, by: worker,
        connection)
    }
  }

  /// Sends what is to be paid in a batch of its own; gives the id that the bank will name.
  func send(_ name: String) throws -> String {
    let number = try record().number
    return try bureau.office.write { connection in
      let batch = try bureau.payout.draft(
        region: "330300",
        payer: BankAccount(name: "市财政局", number: "3300000000001", bank: "甲银行"),
        day: clock.clock.today, key: "draft \(name)", by: cashier, connection)
      let lines = try bureau.collect(
        [number], into: batch, key: "add \(name)", by: cashier, connection)
      #expect(lines.map(\.refusal) == [nil])
      try bureau.payout.release(batch, key: "release \(name)", by: controller, connection)
      _ = try bureau.export(batch, as: .table(.utf8), by: cashier, connection)
      return try #require(
        try bureau.payout.instructions(for: number, connection).last?.endToEndID)
    }
  }

  /// A statement of the bank with one entry.
  func bank(_ kind: StatementEntry.Kind, _ id: String, _ reference: String, fen: Int64 = 300_000)
    throws
  {
    let entry = StatementEntry(
      reference: reference, kind: kind, fen: fen, endToEndID: id, day: clock.clock.today,
      reason: kind == .payment ? nil : "AC01")
    try bureau.office.write { connection in
      let taken = try bureau.payout.takeIn(
        BankStatement(entries: [entry]), name: "a.csv", region: "330300", key: reference,
        by: cashier, connection)
      #expect(taken.count(.matched) == 1)
    }
  }
}
