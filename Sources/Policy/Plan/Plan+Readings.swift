package import FEEL

extension Plan {
  /// The same rules where assumptions have other values than the document states.
  ///
  /// - Parameter values: by position of the assumption; each of the assumption's own type.
  /// - Returns: the plan; everything else about it is unchanged.
  package func reading(_ values: [Int: Value]) -> Plan {
    if values.isEmpty { return self }
    var plan = self
    for (index, value) in values { plan.assumptions[index].value = value }
    for index in plan.versions.indices {
      plan.versions[index].plan = plan.versions[index].plan.reading(values)
    }
    return plan
  }
}
