import PolicyPlan

/// A quota as it runs on the settled cases of everybody.
struct QuotaSteps: Sendable {
  let quota: Quota
  /// The type of the subjects, all of one.
  let subject: Int
  /// What a record of the population must have: the field, and the value as its column holds it.
  let filters: [(field: Int, value: Int64)]
}
