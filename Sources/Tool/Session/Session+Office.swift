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
import Registry
import Workbench

/// Where the office of a command lies: beside the registry, under the same key.
struct OfficePlace {
  let path: String
  let keyFile: KeyFile
  /// Whether somebody has begun it.
  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// - Parameters:
  ///   - arguments: of a command that has `Option.registryOptions`.
  ///   - home: where the registry lies when nothing is said.
  ///   - session: knows the variables.
  init(_ arguments: Arguments, _ home: Home, _ session: Session) {
    let registry = Registry.path(arguments, home, session)
    path = URL(fileURLWithPath: registry).deletingPathExtension().path + ".office.db"
    keyFile = Registry.keyFile(arguments, home, session)
  }

  /// The office, made where it is not there yet. The clock of a demonstration goes on where it stood.
  ///
  /// - Throws: `OfficeProblem`, `KeyProblem`, `StoreError`, `CryptographyFailure`.
  func open() throws -> OfficeStore {
    let office = try OfficeStore.open(at: path, keyFile: keyFile, rooms: Bureau.rooms)
    guard try office.demonstrationSeed() != nil else { return office }
    let clock = DemonstrationClock.running(from: try Demonstration.resumption(of: office))
    return try OfficeStore.open(
      at: path, keyFile: keyFile, rooms: Bureau.rooms + [Demonstration.room], clock: clock)
  }

  /// An office for a new demonstration. What is left of one that was broken off is taken away.
  ///
  /// - Parameter clock: that of the demonstration.
  /// - Returns: the office; `nil` where there is a whole demonstration already.
  /// - Throws: `DemonstrationProblem.realOffice` where people work in it; what `open` throws.
  func openNew(_ clock: DemonstrationClock) throws -> OfficeStore? {
    if exists {
      guard try isLeftOver() else { return nil }
      for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix)
      {
        try FileManager.default.removeItem(atPath: path + suffix)
      }
    }
    return try OfficeStore.open(
      at: path, keyFile: keyFile, rooms: Bureau.rooms + [Demonstration.room], clock: clock.office)
  }

  /// Whether the office is a demonstration that was broken off.
  private func isLeftOver() throws -> Bool {
    do {
      let office = try open()
      guard try Demonstration(office) != nil else {
        throw DemonstrationProblem.realOffice(database: path)
      }
      return false
    } catch DemonstrationProblem.unfinished {
      return true
    }
  }

  /// The office that must be there.
  ///
  /// - Throws: `Problem` when it is not; what `open` throws.
  func opened() throws -> OfficeStore {
    guard exists else {
      throw Problem(
        Bilingual(zh: "还没有办公库 \(path)", en: "there is no office at \(path)"),
        advice: Bilingual(
          zh: "请先用 gongjiang people add 开立两位管理员的账户。",
          en: "Open the accounts of two administrators with `gongjiang people add` first."))
    }
    return try open()
  }
}

extension Home {
  /// What the folder `Procedures` says.
  ///
  /// - Throws: `Problem`, `DiagnosticsError`, `SetupProblem`.
  func setup() throws -> Setup {
    let texts = try procedureTexts()
    return try Setup(
      procedures: texts.procedures, ways: texts.ways, funding: texts.funding,
      messages: texts.messages)
  }
}

extension Bureau {
  /// The rooms of an office over a registry that is open.
  ///
  /// - Parameters:
  ///   - office: where they keep what they know.
  ///   - home: what is done how.
  ///   - registry: the facts.
  ///   - store: what was determined of them.
  ///   - rules: the plans with the local values that hold.
  /// - Throws: whatever is wrong with the folder `Procedures`; `PasswordFailure`, `StoreError`.
  init(
    _ office: OfficeStore, _ home: Home, _ registry: Registry, _ store: DeterminationStore,
    _ rules: Rulebook
  ) throws {
    try self.init(
      office, people: People(office, hasher: PasswordHasher()), setup: home.setup(),
      registry: registry, determinations: store, rules: rules)
  }

  /// The same for a command that needs all of it.
  ///
  /// - Throws: `Problem` where there is no registry or no office; what is wrong with any of it.
  static func open(_ arguments: Arguments, _ session: Session) throws -> Bureau {
    let home = try Home.find(arguments, session.environment)
    let office = OfficePlace(arguments, home, session)
    let bench = try Workbench(home, policies: arguments[.policies]).sound()
    let registry = try Registry.open(arguments, home, session, vocabulary: bench.vocabulary)
    let rules = try bench.setting(arguments.localValueFile(), stored: registry.localValues())
    return try Bureau(
      office.opened(), home, registry, DeterminationStore(registry), Rulebook(rules.plans))
  }
}
