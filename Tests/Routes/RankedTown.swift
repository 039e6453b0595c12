import Core
import Cryptography
import Determinations
import Facts
import Foundation
import LocalValues
import PolicyPlan
import Registry
import TestSupport
import Testing

@testable import Routes

/// The project's documents over a small registry, with values that regions have set.
struct RankedTown {
  private let folder: TemporaryFolder
  private let registry: Registry

  init(_ facts: String) throws {
    folder = try TemporaryFolder()
    let vocabulary = try projectModel().vocabulary
    registry = try Registry.open(
      at: folder.url.appending(path: "r.db").path,
      keyFile: KeyFile(path: folder.url.appending(path: "r.key").path), vocabulary: vocabulary)
    let read = try FactsFile.read(
      SourceText(name: "facts.json", text: facts), FactsSchema(vocabulary))
    _ = try registry.put(read, source: "facts.json")
  }

  func site(_ values: [LocalValue] = []) throws -> Site {
    let project = try projectModel()
    let plans = project.plans.map { plan in
      let (set, problems) = plan.setting(values)
      #expect(problems.isEmpty)
      return set
    }
    let served = try ServedRegistry(
      registry, try DeterminationStore(registry), try Rulebook(plans)
    ) { error in Issue.record("\(error)") }
    return Site(
      ServiceModel(
        vocabulary: project.vocabulary, documents: project.documents, plans: plans,
        registry: served, today: project.today))
  }
}
