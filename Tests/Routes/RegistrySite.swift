import Core
import Cryptography
import Determinations
import Facts
import Pages
import PolicyPlan
import Registry
import TestSupport
import Testing

@testable import Routes

/// A site over a registry of its own that nobody has to sign in to, on the day of `projectModel`.
struct RegistrySite {
  private let folder: TemporaryFolder
  let registry: Registry
  let site: Site
  private let plans: [Plan]

  /// Makes it; `given` are plans in the place of the project's own.
  init(plans given: [Plan]? = nil) throws {
    let model = try projectModel()
    plans = given ?? model.plans
    folder = try TemporaryFolder()
    registry = try Registry.open(
      at: folder.path("r.db"), keyFile: KeyFile(path: folder.path("r.key")),
      vocabulary: model.vocabulary)
    let served = try ServedRegistry(registry, try DeterminationStore(registry), Rulebook(plans)) {
      Issue.record("\($0)")
    }
    site = Site(
      ServiceModel(
        vocabulary: model.vocabulary, documents: plans.map(\.document), plans: plans,
        registry: served, chartLibrary: ChartLibrary("/* a library */"), today: model.today))
  }

  /// Puts parties and records, as a facts file has them, into the registry.
  func put(_ parts: String, source: String) throws {
    let text = #"{"on": "2020-06-30", \#(parts)}"#
    let facts = try FactsFile.read(
      SourceText(name: source, text: text), FactsSchema(registry.vocabulary))
    _ = try registry.put(facts, source: source)
  }

  func get(_ path: String) throws -> Visitor {
    let visitor = Visitor(site)
    try visitor.get(path)
    return visitor
  }

  /// Determines everybody as a run does.
  func determine(on day: String) throws {
    let runner = DeterminationRunner(
      try DeterminationStore(registry), try Rulebook(plans), on: try #require(CivilDate(day)))
    _ = try runner.all()
  }
}
