import Bureau
import Casework
import Core
import Cryptography
import Determinations
import Facts
import HTTP
import Office
import OfficeSupport
import Passwords
import People
import PolicyDocument
import PolicyPlan
import Procedures
import Registry
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Routes

/// A quarter of a city on one day: workers, two enterprises, those who decide, and the site over all
/// of it, without a socket.
final class Quarter: Sendable {
  let folder: TemporaryFolder
  let clock: SetClock
  let bureau: Bureau
  let site: Site
  let clerk: Signer
  let reviewer: Signer
  let approver: Signer

  static let today = "2025-04-24"
  static let password = "seven lanterns on the quay"

  init() throws {
    folder = try TemporaryFolder()
    clock = SetClock(try #require(CivilDate(Quarter.today)))
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let registry = try Registry.open(
      at: folder.path("quarter.db"), keyFile: KeyFile(path: folder.path("quarter.key")),
      vocabulary: vocabulary)
    let source = SourceText(name: "facts.json", text: Quarter.facts)
    _ = try registry.put(FactsFile.read(source, FactsSchema(vocabulary)), source: "facts.json")
    let (documents, plans) = try Quarter.policies.get()
    let rules = try Rulebook(plans)
    let store = try DeterminationStore(registry)
    let office = try OfficeStore.open(
      at: folder.path("quarter.office.db"), keyFile: KeyFile(path: folder.path("quarter.key")),
      rooms: Bureau.rooms, clock: clock.clock)
    bureau = try Bureau(
      office, people: People(office, hasher: PasswordHasher(cost: .least)),
      setup: Quarter.setup(), registry: registry, determinations: store, rules: rules)
    let served = try ServedRegistry(registry, store, rules) { Issue.record("\($0)") }
    let today = clock.clock
    site = Site(
      ServiceModel(
        vocabulary: vocabulary, documents: documents, plans: plans, registry: served,
        bureau: bureau, today: { today.today }))
    clerk = try .make(.clerk, 901, region: nil)
    reviewer = try .make(.reviewer, 902, region: nil)
    approver = try .make(.approver, 903, region: nil)
    try account("chen", "寅卯辰", party: "p1", Grant(.worker))
    try account("wu", "巳午未", party: "p2", Grant(.worker))
    try account("jia", "甲厂经办", Grant(.enterpriseAgent, organisation: "e1"))
    try account("yi", "乙厂经办", Grant(.enterpriseAgent, organisation: "e2"))
  }

  /// Read once for all tests.
  private static let policies = Result<([PolicyDocument], [Plan]), any Error> {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let documents = try ["wenzhou-2018-242", "wuxing-2024-32"].map { name in
      try #require(PolicyDocument.read(ProjectFiles.source("Policies/\(name).md")).0)
    }
    return (documents, try documents.map { try #require(Plan.compile($0, vocabulary).plan) })
  }

  private static func setup() throws -> Setup {
    let special = ["benefits", "funding", "messages"].map { "Procedures/\($0).yaml" }
    let names = try ProjectFiles.names(in: "Procedures", suffix: ".yaml")
    return try Setup(
      procedures: names.filter { !special.contains($0) }.map { try ProjectFiles.source($0) },
      ways: ProjectFiles.source(special[0]), funding: ProjectFiles.source(special[1]),
      messages: ProjectFiles.source(special[2]))
  }

  /// One worker is due 3,000 yuan; an enterprise may apply for what it paid for an apprentice, not for
  /// another in the third year, and of one it is not known how they came; another enterprise scores
  /// itself.
  private static let facts = """
    {"on": "2025-04-24",
     "parties": [
      {"type": "person", "id": "p1", "name": "寅卯辰", "region": "330302"},
      {"type": "person", "id": "p2", "name": "巳午未", "region": "330302"},
      {"type": "person", "id": "p3", "name": "申酉戌", "region": "330302"},
      {"type": "organisation", "id": "e1", "name": "甲厂", "kind": "enterprise", "region": "330302"},
      {"type": "organisation", "id": "e2", "name": "乙厂", "kind": "enterprise", "region": "330502"}],
     "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
       "kind": "skill-level", "issuedOn": "2024-05-03"},
      {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-03-01"},
      {"type": "employment", "party": "p2", "id": "j2", "employer": "e1", "from": "2015-03-01",
       "to": "2016-03-01"},
      {"type": "employment", "party": "p3", "id": "j3", "employer": "e1", "from": "2024-09-01"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01",
       "to": "2024-12", "region": "330300"},
      {"type": "account", "party": "p1", "id": "a1", "bank": "乙银行", "holder": "寅卯辰",
       "number": "6222020000001234567", "from": "2020-01-01"},
      {"type": "apprenticeship", "party": "p3", "id": "l1", "employer": "e1", "joined": "new-hire",
       "year": 1, "from": "2024-09-01", "feePaid": "8000"},
      {"type": "apprenticeship", "party": "p2", "id": "l2", "employer": "e1", "joined": "new-hire",
       "year": 3, "from": "2024-09-01", "feePaid": "8000"},
      {"type": "apprenticeship", "party": "p1", "id": "l3", "employer": "e1",
       "year": 1, "from": "2024-09-01", "feePaid": "8000"},
      {"type": "indicator", "party": "e2", "year": 2025, "name": "hrUnit",
       "value": true}],
     "catalogues": {
      "shortage-occupations": [{"region": "330300", "year": 2024, "occupation": "6-18-01-01"}],
      "working-days": [{"date": "2025-05-01", "kind": "holiday"},
       {"date": "2025-05-02", "kind": "holiday"}, {"date": "2025-05-05", "kind": "holiday"},
       {"date": "2025-04-27", "kind": "workday"}]}}
    """

  /// An account whose owner has chosen the password, with a role.
  @discardableResult
  func account(_ signIn: String, _ name: String, party: String? = nil, _ grants: Grant...) throws
    -> Int64
  {
    let new = NewAccount(signIn: signIn, name: name, party: party)
    let prepared = try bureau.people.prepare(Quarter.password, for: new)
    return try bureau.office.write { connection in
      let administrator = try Signer.make(.administrator, 900, region: nil)
      let user = try bureau.people.open(new, prepared, by: administrator, connection)
      try connection.run(
        "UPDATE \"people_account\" SET \"is_given\" = 0 WHERE \"number\" = \(user)")
      for grant in grants {
        _ = try bureau.people.propose(
          grant, to: user, because: "test", by: administrator, connection)
      }
      return user
    }
  }

  func signIn(_ name: String) throws -> Guest {
    let session = try bureau.people.signIn(
      name, password: Quarter.password, from: "203.0.113.7", device: "Test")
    return Guest(site, token: session.token, mark: session.signed.csrf)
  }

  /// Opens what is due without an application; gives the number of the one case there is.
  func find() throws -> String {
    _ = try DeterminationRunner(bureau.determinations, bureau.rules, on: clock.clock.today).all()
    #expect(try bureau.openFound().opened == 1)
    return try #require(try records(of: "p1").first?.number)
  }

  func records(of party: String) throws -> [CaseRecord] {
    try bureau.office.read { try bureau.casework.cases(of: party, limit: 50, $0).cases }
  }

  func record(_ number: String) throws -> CaseRecord {
    try bureau.office.read { try bureau.casework.record(number, $0) }
  }

  /// Has an official take a case and make a step in it.
  func act(_ transition: String, on number: String, reason: String = "", by signer: Signer) throws {
    try bureau.office.write { connection in
      if signer.role.isOfficial {
        _ = try bureau.casework.take(number, by: signer, connection)
      }
      _ = try bureau.casework.act(
        transition, on: number, reason: reason, by: signer, connection)
    }
  }

  /// What the trail says was done, the last first.
  func trail() throws -> [AuditLine] {
    try bureau.office.read { try AuditTrail.entries(.init(), limit: 1_000, $0) }
  }
}
