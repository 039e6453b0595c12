/// Settings that depend on assumptions.
extension BenefitPlan {
  /// The assumptions that its start and the way its months are counted depend on.
  package var settings: [Int] {
    var settings = [start, startsBy.assumption]
    if case .monthly(let monthly) = payment { settings.append(monthly.counted.assumption) }
    return settings.compactMap { $0 }
  }
}

extension StackingRule.Kind {
  /// The assumptions, true or false, that settings of the kind depend on.
  package var settings: [Int] {
    switch self {
    case .highest(let highest):
      [highest.sameSeries.assumption, highest.years.assumption, highest.pay.assumption]
        .compactMap { $0 }
    case .quota(let quota):
      [quota.rounding.assumption, quota.ties.assumption].compactMap { $0 }
    case .once, .onePerMonth, .cap, .blocks, .ladder, .choice: []
    }
  }
}
