import Core
import Cryptography
import Determinations
import Facts
import Notice
import Notices
import PolicyDocument
import PolicyPlan
import Registry
import TestSupport
import Testing

/// A registry with one worker, determined, and notices of what came out.
struct NoticeOffice {
  let folder: TemporaryFolder
  let registry: Registry
  let store: DeterminationStore
  let rules: Rulebook
  let issuer: NoticeIssuer
  let day: CivilDate

  init() throws {
    folder = try TemporaryFolder()
    let vocabulary = try #require(ProjectFiles.vocabulary)
    registry = try Registry.open(
      at: folder.path("registry.db"), keyFile: KeyFile(path: folder.path("registry.key")),
      vocabulary: vocabulary)
    store = try DeterminationStore(registry)
    let document = try #require(
      PolicyDocument.read(try ProjectFiles.source("Policies/wenzhou-2018-242.md")).0)
    rules = try Rulebook([try #require(Plan.compile(document, vocabulary).plan)])
    issuer = NoticeIssuer(try NoticeRegister(store), rules)
    day = try #require(CivilDate("2020-06-30"))
    try put(NoticeOffice.facts)
  }

  func put(_ parts: String) throws {
    let source = SourceText(name: "facts", text: #"{"on": "2020-06-30", \#(parts)}"#)
    _ = try registry.put(
      FactsFile.read(source, FactsSchema(registry.vocabulary)), source: "facts")
  }

  func determine(on day: CivilDate? = nil) throws {
    _ = try DeterminationRunner(store, rules, on: day ?? self.day).all()
  }

  /// So many days after the day.
  func day(_ later: Int) -> CivilDate { CivilDate(dayNumber: day.dayNumber + later) }

  static let skill = "wenzhou-2018-242/skill-upgrade"

  func request(_ benefit: String = skill, _ subject: String? = "c1") -> NoticeRequest {
    NoticeRequest(
      party: "p1", benefit: benefit, subject: subject, on: day, issued: day,
      base: "https://a.example/")
  }

  private static let facts = """
    "parties": [
      {"type": "person", "id": "p1", "name": "王样甲", "idNumber": "330302199001010013",
       "birthDate": "1990-01-01", "region": "330302"},
      {"type": "organisation", "id": "o1", "name": "样甲机械厂", "kind": "enterprise",
       "region": "330302"}],
    "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
       "kind": "skill-level", "issuedOn": "2019-05-03"},
      {"type": "certificate", "party": "p1", "id": "c2", "occupation": "6-18-01-01", "level": 4,
       "kind": "skill-level", "issuedOn": "2018-05-03"},
      {"type": "employment", "party": "p1", "id": "e1", "employer": "o1", "from": "2015-01-01"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01",
       "to": "2018-12"}]
    """
}
