import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

@testable import Explain

@Suite struct StackingComponentsTests {
  /// Worked examples determine only these: one too few would change what an example comes to.
  @Test(arguments: [
    ("contest-prize", ["contest-prize", "leading-talent"]),
    ("leading-talent", ["contest-prize", "leading-talent"]),
    ("introduced-allowance", ["introduced-allowance", "post-allowance"]),
    ("skill-upgrade", ["skill-upgrade"]),
    ("household-registration", ["household-registration"]),
  ])
  func benefitsThatBearOnEachOtherAreOneComponent(_ benefit: String, _ expected: [String]) throws {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let source = try ProjectFiles.source("Policies/wenzhou-2018-242.md")
    let document = try #require(PolicyDocument.read(source).document)
    let plan = try #require(Plan.compile(document, vocabulary).plan)
    let position = try #require(plan.benefits.firstIndex { $0.id == plan.id + "/" + benefit })
    let components = StackingComponents(plan).indices
    let found = plan.benefits.indices.filter { components[$0] == components[position] }
    #expect(found.map { plan.benefits[$0].id }.sorted() == expected.map { plan.id + "/" + $0 })
  }
}
