import Bureau
import Core
import Cryptography
import Determinations
import Facts
import Office
import OfficeSupport
import Passwords
import People
import Registry
import Store
import Synthesis
import TestSupport
import Testing
import Vocabulary

@testable import Demonstration

@Suite struct DemonstrationTests {
  private let folder: TemporaryFolder
  private let clock = DemonstrationClock(at: Moment(startOf: Season.first))

  init() throws { folder = try TemporaryFolder() }

  private func office(_ rooms: [Room] = Bureau.rooms + [Demonstration.room]) throws -> OfficeStore {
    try folder.office(rooms, clock: clock.office)
  }

  private func registry() throws -> Registry {
    try Registry.open(
      at: folder.path("r.db"), keyFile: KeyFile(path: folder.path("r.key")),
      vocabulary: #require(ProjectFiles.vocabulary))
  }

  /// Somebody who does not come from a town.
  private func put(into registry: Registry) throws {
    let source = SourceText(
      name: "facts.json",
      text: """
        {"on": "2025-01-01", "parties": [{"type": "person", "id": "p1", "name": "寅卯辰"}]}
        """)
    _ = try registry.put(
      FactsFile.read(source, FactsSchema(registry.vocabulary)), source: "facts.json")
  }

  private func maker(_ registry: Registry, _ office: OfficeStore) throws -> DemonstrationMaker {
    let setup = try Setup(
      procedures: [ProjectFiles.source("Procedures/payment-without-application.yaml")],
      ways: SourceText(name: "benefits.yaml", text: "default: payment-without-application"),
      funding: ProjectFiles.source("Procedures/funding.yaml"),
      messages: ProjectFiles.source("Procedures/messages.yaml"))
    let bureau = try Bureau(
      office, people: People(office, hasher: PasswordHasher(cost: .least)), setup: setup,
      registry: registry, determinations: DeterminationStore(registry), rules: Rulebook([]))
    return DemonstrationMaker(bureau, clock: clock, seed: "1")
  }

  @Test("an office in which people work is none, and cannot become one") func realOffice() throws {
    let office = try office(Bureau.rooms)
    #expect(try Demonstration(office) == nil)
    try office.write { connection in
      try AuditTrail.append(
        AuditEntry(.system, "people.sign-in", "account", "1"), at: clock.now, connection)
    }
    #expect(throws: OfficeProblem.notEmpty(database: office.database.name)) {
      try office.becomeDemonstration(seed: "1")
    }
    #expect(try office.demonstrationSeed() == nil)
  }

  @Test("one that was broken off says so, and its mark stays for good") func brokenOff() throws {
    let office = try office()
    try office.becomeDemonstration(seed: "1")
    #expect(throws: DemonstrationProblem.unfinished(database: office.database.name)) {
      try Demonstration(office)
    }
    #expect(throws: StoreError.self) {
      try office.write { try $0.run("DELETE FROM \"office_demonstration\"") }
    }
  }

  @Test("codes are told of players alone, and are those of their authenticators")
  func codes() throws {
    let office = try office()
    try office.becomeDemonstration(seed: "1")
    let secret = "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"
    try Demonstration.keep(
      [
        (Player(part: .clerk, user: 3, signIn: "clerk", name: "样受理"), secret),
        (Player(part: .worker, user: 9, signIn: "worker", name: "样劳动"), nil),
      ], in: office)
    let demonstration = try #require(try Demonstration(office))
    #expect(try demonstration.players().map(\.part) == [.worker, .clerk])
    let told = try #require(try demonstration.code(of: 3))
    let shown = try Authenticator(secret: secret)?.code(at: clock.now)
    #expect(told.digits == shown?.digits && told.seconds == 30)
    #expect(try demonstration.code(of: 9) == nil)
    #expect(try demonstration.code(of: 4) == nil)
  }

  @Test("a registry with anything else than a town is refused, before anything is done")
  func realFacts() throws {
    let (registry, office) = (try registry(), try office())
    try put(into: registry)
    let maker = try maker(registry, office)
    #expect(throws: DemonstrationProblem.realFacts(registry: registry.name)) { try maker.run() }
    #expect(try office.demonstrationSeed() == nil)
  }

  @Test("facts that came in beside a town are real") func besideTown() throws {
    let registry = try registry()
    let town = try Town(workers: 25, seed: 1, vocabulary: registry.vocabulary)
    _ = try RegistrySynthesis(of: town, into: registry).run()
    #expect(try DemonstrationMaker.isInvented(registry))
    try put(into: registry)
    #expect(try !DemonstrationMaker.isInvented(registry))
  }

  @Test("a town that was not determined gives nothing") func notDetermined() throws {
    let (registry, office) = (try registry(), try office())
    let town = try Town(workers: 25, seed: 1, vocabulary: registry.vocabulary)
    _ = try RegistrySynthesis(of: town, into: registry).run()
    #expect(throws: DemonstrationProblem.notDetermined) { try maker(registry, office).run() }
    #expect(try office.demonstrationSeed() == nil)
  }

  @Test("its clock goes on half a minute after the last entry of the trail") func resumes() throws {
    let office = try office()
    try office.write { connection in
      try AuditTrail.append(
        AuditEntry(.system, "case.open", "case", "1"), at: clock.now, connection)
    }
    let moment = try Demonstration.resumption(of: office)
    #expect(moment == clock.now.adding(seconds: 30))
    #expect(DemonstrationClock.running(from: moment).now() >= moment)
  }

  @Test("what parties hand in is a PDF whose offsets are right") func evidence() throws {
    let text = String(decoding: SamplePDF.bytes("2026-0000001"), as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1.4\n") && text.hasSuffix("%%EOF\n"))
    let start = try #require(
      text.split(separator: "\n").reversed().dropFirst().first.flatMap { Int($0) })
    #expect(Array(text.utf8).dropFirst(start).starts(with: Array("xref".utf8)))
  }
}
