import Bureau
import Core
import Cryptography
import Demonstration
import Determinations
import Foundation
import Office
import Passwords
import People
import PolicyPlan
import Procedures
import Registry
import Store
import Workbench

/// Fills the office of a demonstration with cases, for benchmarks of a service that has many. Every
/// case is opened, and brought to where it stands, by the rooms of the office, as if people had
/// worked there for years; only the determinations are copies of those that the demonstration has.
///
///     benchmark-office HOME REGISTRY CASES USERS
///
/// Prints the sign-in names of USERS workers who have cases waiting for consent, a line each.
@main struct OfficeFill {
  static func main() throws {
    let words = CommandLine.arguments
    guard words.count == 5, let cases = Int(words[3]), let users = Int(words[4]) else {
      throw Wrong(words: words)
    }
    let home = try Home(at: words[1], namedBy: "HOME")
    let bureau = try bureau(home, registry: words[2])
    let crowd = try Crowd(bureau)
    let workers = try crowd.openAccounts(users)
    try CaseFill(bureau, crowd).run(cases, consentingWorkers: workers)
    for worker in workers { print(worker.signIn) }
  }

  struct Wrong: Error {
    let words: [String]
  }

  private static func bureau(_ home: Home, registry path: String) throws -> Bureau {
    let bench = try Workbench(home).sound()
    let base = URL(fileURLWithPath: path).deletingPathExtension().path
    let key = KeyFile(path: base + ".key")
    let registry = try Registry.open(at: path, keyFile: key, vocabulary: bench.vocabulary)
    let rooms = Bureau.rooms + [Demonstration.room]
    let office = try OfficeStore.open(at: base + ".office.db", keyFile: key, rooms: rooms)
    let clock = DemonstrationClock.running(from: try Demonstration.resumption(of: office))
    let texts = try home.procedureTexts()
    let running = try OfficeStore.open(
      at: base + ".office.db", keyFile: key, rooms: rooms, clock: clock)
    return try Bureau(
      running, people: People(running, hasher: PasswordHasher()),
      setup: Setup(
        procedures: texts.procedures, ways: texts.ways, funding: texts.funding,
        messages: texts.messages),
      registry: registry, determinations: DeterminationStore(registry), rules: Rulebook(bench.plans)
    )
  }
}
