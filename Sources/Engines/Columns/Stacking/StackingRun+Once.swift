import PolicyPlan

/// Rules by which some of the cases are not paid at all.
extension StackingRun {
  /// Of all with one key only the first.
  mutating func once(
    _ rule: StackingSteps.Rule, _ parts: [StackingSteps.Part], _ period: StackingRule.Period?
  ) {
    guard group.count > 1 else { return }
    for position in group {
      if cases[position].event == .unknown { isOpen = true }
      let key = key(cases[position], rule, parts, period)
      if isOpen { return }
      let before = used.count
      // A key that is there already, and not a new place for it.
      if place(of: key) < before, cases[position].isBound { cases[position].isEntitled = false }
    }
  }

  /// Whoever is entitled to one of the group gets nothing of the lower benefits.
  mutating func blocks(
    _ rule: StackingSteps.Rule, _ lower: [Int], _ period: StackingRule.Period?
  ) {
    for position in cases.indices
    where cases[position].isEntitled && lower.contains(cases[position].benefit) {
      guard let isUnderRule = holds(rule, for: cases[position]) else {
        isOpen = true
        return
      }
      if !isUnderRule || !cases[position].isBound { continue }
      for blocker in group {
        guard let period else {
          cases[position].isEntitled = false
          break
        }
        if cases[position].event.isMark || cases[blocker].event.isMark {
          isOpen = true
          return
        }
        if StackingRun.number(period, of: cases[position].event)
          == StackingRun.number(period, of: cases[blocker].event)
        {
          cases[position].isEntitled = false
          break
        }
      }
    }
  }

  /// After a higher level, or on its day, no lower one is paid.
  mutating func ladder(
    _ rule: StackingSteps.Rule, _ levels: [Int], _ isSmallerHigher: Bool,
    _ parts: [StackingSteps.Part]
  ) {
    guard group.count > 1 else { return }
    var rungs: [(key: Range<Int>, level: Int64, event: Int32)] = []
    for position in group {
      let place = rule.over.firstIndex(of: cases[position].benefit) ?? 0
      let level = value(levels[min(place, levels.count - 1)], cases[position])
      if level.isMark || cases[position].event == .unknown { isOpen = true }
      rungs.append((key(cases[position], rule, parts, nil), level, cases[position].event))
      if isOpen { return }
    }
    for (own, position) in zip(rungs, group) where cases[position].isBound {
      for other in rungs {
        let isHigher = isSmallerHigher ? other.level < own.level : other.level > own.level
        let isThere = other.event == own.event || own.event.isMark || other.event < own.event
        if isHigher && isThere && isSame(other.key, own.key) { cases[position].isEntitled = false }
      }
    }
  }
}
