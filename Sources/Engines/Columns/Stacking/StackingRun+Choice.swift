import PolicyPlan

/// Rules under which the party chooses. Who has nothing to choose is settled; for the others the explain
/// engine looks for what pays most in all.
extension StackingRun {
  /// Cases of different benefits with one key are a choice.
  mutating func choice(
    _ rule: StackingSteps.Rule, _ parts: [StackingSteps.Part], _ period: StackingRule.Period?
  ) {
    guard group.count > 1 else { return }
    var seen: [(key: Range<Int>, benefit: Int)] = []
    for position in group {
      let key = key(cases[position], rule, parts, period)
      let benefit = cases[position].benefit
      for one in seen where one.benefit != benefit && isSame(one.key, key) { isOpen = true }
      if isOpen { return }
      seen.append((key, benefit))
    }
  }

  /// More than there is room for is a choice.
  mutating func room(_ rule: StackingSteps.Rule, _ cap: StackingSteps.CapSteps) {
    // Sums by the year or month of each payment are followed by the cap itself only.
    let isByMonth = cap.isAmount && cap.period != nil
    let hasMonths = group.contains { position in
      counts(cases[position], rule, cap.filter) && !cases[position].months.isEmpty
    }
    if isByMonth && hasMonths { return }
    var least: [Int64] = []
    for position in group {
      let one = cases[position]
      if !counts(one, rule, cap.filter) { continue }
      guard let (place, limit) = account(of: one, rule, cap) else { return }
      if place == least.count { least.append(limit) }
      used[place].fen += max(0, one.amount)
      used[place].count += 1
      least[place] = min(least[place], limit)
      if (cap.isAmount ? used[place].fen : used[place].count) > least[place] {
        isOpen = true
        return
      }
    }
  }
}
