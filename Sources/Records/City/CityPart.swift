import Columns
import Core
import Cryptography
package import Determinations
import Explain
import PolicyPlan

/// Benefits of a document that bear on each other, and on no others.
package struct CityPart: Sendable, Hashable {
  /// Position of the document among the plans.
  package let plan: Int
  /// Positions of the benefits in it.
  package let benefits: [Int]
  /// SM3 over all that they rest on beside the facts.
  package let hash: String
  /// Whether parties compete for any of them, so that one party's facts bear on the others.
  package let isContested: Bool

  /// The parts of all plans, in their order.
  ///
  /// - Parameter rules: the plans.
  /// - Returns: the parts.
  /// - Throws: `CryptographyFailure`.
  package static func all(_ rules: Rulebook) throws -> [CityPart] {
    var parts: [CityPart] = []
    let meaning = rules.plans.first.map { PlanHash.meaning(of: $0.vocabulary) } ?? ""
    for (position, plan) in rules.plans.enumerated() {
      let contested = Set(plan.contestedBenefits)
      for benefits in plan.columnComponents {
        parts.append(
          CityPart(
            plan: position, benefits: benefits,
            hash: try PlanHash.hash(of: benefits, in: plan, among: rules.plans, meaning: meaning),
            isContested: !contested.isDisjoint(with: benefits)))
      }
    }
    return parts
  }
}

extension Collection<CityPart> {
  /// The full ids of the benefits of all parts.
  func benefits(of rules: Rulebook) -> Set<String> {
    Set(flatMap { part in part.benefits.map { rules.plans[part.plan].benefits[$0].id } })
  }
}
