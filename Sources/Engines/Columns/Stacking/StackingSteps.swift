import Core
import FEEL
import PolicyPlan

/// The stacking rules of benefits that bear on each other, as they run on settled cases.
struct StackingSteps: Sendable {
  let rules: [Rule]

  /// Whether parties compete with each other, so that all of them are looked at before any is paid.
  var isContested: Bool {
    rules.contains { if case .quota = $0.kind { true } else { false } }
  }

  struct Rule: Sendable {
    /// By the benefits of the rule in their order: position in the plan.
    let over: [Int]
    let kind: Kind
    /// The texts by which a case must go for the rule to cut it; `nil` for all. Others count as they
    /// are left by theirs.
    var scope: Set<Int>?
    /// Whether it holds for a case.
    var holds = PlacedSetting.fixed(true)
  }

  enum Kind: Sendable {
    case once([Part], period: StackingRule.Period?)
    case onePerMonth
    case cap(CapSteps)
    case blocks([Int], period: StackingRule.Period?)
    case ladder(levels: [Int], isSmallerHigher: Bool, [Part])
    case highest(HighestSteps)
    case quota(QuotaSteps)
  }

  /// A part of a key: the field of the subject, by benefit.
  typealias Part = [Int]

  struct CapSteps: Sendable {
    let isAmount: Bool
    /// 分 or cases.
    let limit: PlacedFigure
    /// Whether that is told by the day by which assumptions are read, and not by the event.
    let isAssumed: Bool
    let parts: [Part]
    let period: StackingRule.Period?
  }

  struct HighestSteps: Sendable {
    let otherSeries: Int
    let sameSeries: PlacedSetting<Set<Int>>
    let years: PlacedSetting<Highest.Years>
    let pay: PlacedSetting<Highest.Pay>
    let afterwards: Afterwards?

    struct Afterwards: Sendable {
      /// Codes of the levels from the lowest to the highest.
      let order: [Int32]
      let levels: [Int]
      let achievements: [Int]
    }
  }
}

extension StackingSteps.Kind {
  /// The order in which kinds are applied.
  var step: Int {
    switch self {
    case .once: 0
    case .quota: 1
    case .highest, .onePerMonth: 2
    case .blocks, .ladder: 3
    case .cap: 5
    }
  }
}
