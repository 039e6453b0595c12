import PolicyPlan

/// A plan with what every determination needs of it beside: worked out once, and shared by all.
final class PreparedPlan: Sendable {
  let plan: Plan
  /// In which the document applies.
  let region: String
  /// Which benefits bear on each other.
  let components: StackingComponents
  /// The stacking rules of the document and of its versions.
  let rules: [ScopedRule]
  /// What later documents make of the plan, in the order of `Plan.versions`.
  let versions: [PreparedPlan]
  /// The values that the rules tell apart, those of later texts too.
  let landmarks: Landmarks

  init(_ plan: Plan) {
    self.plan = plan
    region = plan.region
    components = StackingComponents(plan)
    rules = plan.scopedStacking
    landmarks = Landmarks([plan] + plan.versions.map(\.plan))
    versions = plan.versions.map { PreparedPlan($0.plan) }
  }
}
