import Bureau
import Core
import Cryptography
import Determinations
import Facts
import Foundation
import HTTP
import Office
import OfficeSupport
import Passwords
import PolicyPlan
import Registry
import Store
import TestSupport
import Testing
import Workbench

@testable import People
@testable import Routes

/// A site with a sign-in: a small registry, an office beside it, and people with roles, on a day
/// that stands until it is moved.
final class SignedSite: Sendable {
  let folder: TemporaryFolder
  let clock: SetClock
  let bureau: Bureau
  let site: Site
  /// What was asked of the office's database.
  let log = StatementLog()

  static let password = "seven lanterns on the quay"

  init() throws {
    let model = try projectModel()
    folder = try TemporaryFolder()
    clock = SetClock(try #require(CivilDate("2025-04-24")))
    let key = KeyFile(path: folder.path("r.key"))
    let registry = try Registry.open(
      at: folder.path("r.db"), keyFile: key, vocabulary: model.vocabulary)
    let source = SourceText(name: "facts.json", text: SignedSite.facts)
    _ = try registry.put(
      FactsFile.read(source, FactsSchema(model.vocabulary)), source: "facts.json")
    let rules = try Rulebook(model.plans)
    let store = try DeterminationStore(registry)
    let office = try OfficeStore(
      Database.counting(folder.path("r.office.db"), log), seal: Seal(masterKey: key.read()),
      keyName: key.path, rooms: Bureau.rooms, clock: clock.clock)
    let texts = try Home(at: ProjectFiles.folder, namedBy: "test").procedureTexts()
    bureau = try Bureau(
      office, people: People(office, hasher: PasswordHasher(cost: .least)),
      setup: Setup(
        procedures: texts.procedures, ways: texts.ways, funding: texts.funding,
        messages: texts.messages),
      registry: registry, determinations: store, rules: rules)
    let (bureau, clock) = (bureau, clock)
    let served = try ServedRegistry(registry, store, rules) { Issue.record("\($0)") }
    site = Site(
      ServiceModel(
        vocabulary: model.vocabulary, documents: model.documents, plans: model.plans,
        registry: served, bureau: bureau, today: { clock.clock.today }))
  }

  /// Two workers of one enterprise, one of them living in another district; and one who works
  /// elsewhere.
  private static let facts = """
    {"on": "2025-04-24",
     "parties": [
      {"type": "person", "id": "p1", "name": "寅卯辰", "idNumber": "330302199001010013",
       "region": "330302"},
      {"type": "person", "id": "p2", "name": "寅卯巳", "region": "330303"},
      {"type": "person", "id": "p3", "name": "寅卯午", "region": "331002"},
      {"type": "person", "id": "p4", "name": "寅卯未"},
      {"type": "organisation", "id": "e1", "name": "甲厂", "kind": "enterprise",
       "region": "330302"}],
     "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
       "kind": "skill-level", "issuedOn": "2024-05-03"},
      {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-03-01"},
      {"type": "employment", "party": "p2", "id": "j2", "employer": "e1", "from": "2019-03-01"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01",
       "to": "2024-12", "region": "330300"}],
     "catalogues": {
      "shortage-occupations": [{"region": "330300", "year": 2024, "occupation": "6-18-01-01"}]}}
    """

  /// Determines everybody as a run does.
  func determine() throws {
    _ = try DeterminationRunner(bureau.determinations, bureau.rules, on: clock.clock.today).all()
  }

  /// What follows `parties/p1/notice`.
  static let notice = "?benefit=wenzhou-2018-242%2Fskill-upgrade&subject=c1"

  // MARK: People

  /// Somebody with an account, who has chosen their own password.
  func account(_ name: String, _ grants: [Grant] = [], party: String? = nil) throws -> Int64 {
    let new = NewAccount(signIn: name, name: "某\(name)", party: party)
    let prepared = try bureau.people.prepare(SignedSite.password, for: new)
    return try bureau.office.write { connection in
      let user = try bureau.people.open(new, prepared, by: .make(.administrator, 900), connection)
      try connection.run(
        "UPDATE \"people_account\" SET \"is_given\" = 0 WHERE \"number\" = \(user)")
      for grant in grants {
        let number = try bureau.people.propose(
          grant, to: user, because: "test", by: .make(.administrator, 901, region: nil),
          connection)
        if grant.role.isOfficial {
          try bureau.people.confirm(
            number, by: .make(.administrator, 902, region: nil), connection)
        }
      }
      return user
    }
  }

  /// The token of a session of somebody with these grants, signed in in full.
  func session(_ name: String, _ grants: [Grant] = [], party: String? = nil) throws -> String {
    _ = try account(name, grants, party: party)
    let people = bureau.people
    let first = try people.signIn(name, password: SignedSite.password, from: name, device: "Test")
    guard first.signed.stage == .mustEnrol else { return first.token }
    let made = try people.beginEnrolment(first.signed, from: name)
    return try people.confirmEnrolment(code(made.secret), first.signed, from: name).token
  }

  /// Who visits the site with these grants.
  func visitor(_ name: String, _ grants: [Grant] = [], party: String? = nil) throws -> Visitor {
    Visitor(site, session: try session(name, grants, party: party))
  }

  /// What an authenticator shows that was given a secret in groups of letters.
  func code(_ secret: String, steps: Int64 = 0) throws -> String {
    let moment = clock.clock.now().adding(seconds: 30 * steps)
    return try #require(Authenticator(secret: secret)).code(at: moment).digits
  }

  // MARK: The trail

  func trail(_ action: String? = nil) throws -> [AuditLine] {
    var filter = AuditTrail.Filter()
    filter.action = action
    return try bureau.office.read { [filter] connection in
      try AuditTrail.entries(filter, limit: 10_000, connection)
    }
  }
}

extension Visitor {
  /// What a hidden field of the page seen last holds.
  func hidden(_ name: String) -> String {
    let start = "<input type=\"hidden\" name=\"\(name)\" value=\""
    guard let range = page.range(of: start) else { return "" }
    return String(page[range.upperBound...].prefix { $0 != "\"" })
  }

  /// Posts a form of the page seen last, with the mark of the session.
  func send(_ fields: [(String, String)], to path: String) throws {
    try post([("mark", hidden("mark"))] + fields, to: path)
  }
}
