import Core
import FEEL
import PolicyPlan

/// The stacking rules of benefits that bear on each other, as they run on settled cases.
struct StackingSteps: Sendable {
  let rules: [Rule]
  /// What they count of other documents.
  let foreign: [Foreign]

  /// A benefit of another document.
  struct Foreign: Sendable {
    /// By which rules name it, behind the document's own.
    let position: Int
    /// Of its plan, and of the benefit in it.
    let plan: Int
    let benefit: Int
  }

  /// Whether there are rules that go by the cases of one party.
  var isPersonal: Bool {
    rules.contains { if case .quota = $0.kind { false } else { true } }
  }

  /// Whether parties compete with each other, so that all of them are looked at before any is paid.
  var isContested: Bool {
    rules.contains { if case .quota = $0.kind { true } else { false } }
  }

  /// Rules and their steps are looked at for every party that they may cut: as classes they are not copied
  /// each time.
  final class Rule: Sendable {
    /// By the benefits of the rule in their order: position in the plan, or behind.
    let over: [Int]
    let kind: Kind
    /// The texts by which a case must go for the rule to cut it; `nil` for all. Others count as they
    /// are left by theirs.
    let scope: Set<Int>?
    /// Whether it holds for a case.
    let holds: PlacedSetting<Bool>

    init(over: [Int], kind: Kind, scope: Set<Int>?, holds: PlacedSetting<Bool>) {
      self.over = over
      self.kind = kind
      self.scope = scope
      self.holds = holds
    }
  }

  enum Kind: Sendable {
    case once([Part], period: StackingRule.Period?)
    case onePerMonth
    case cap(CapSteps)
    case blocks([Int], period: StackingRule.Period?)
    case ladder(levels: [Int], isSmallerHigher: Bool, [Part])
    case highest(HighestSteps)
    case quota(QuotaSteps)
    /// Of different benefits with one key only one is paid, and the party chooses which.
    case choice([Part], period: StackingRule.Period?)
    /// A cap under which the party chooses what is kept.
    case room(CapSteps)
  }

  /// A part of a key, by benefit in the order of the rule.
  enum Part: Sendable {
    /// A field of the subject.
    case field([Int])
    /// One of the benefit's definitions that rules go by.
    case definition([Int])
  }

  /// Only those cases count for which a definition, true or false, says so.
  struct Filter: Sendable {
    /// By benefit in the order of the rule.
    let definitions: [Int]
    let isWanted: Bool
  }

  final class CapSteps: Sendable {
    let isAmount: Bool
    /// 分 or cases.
    let limit: PlacedFigure
    /// Whether that is told by the day by which assumptions are read, and not by the event.
    let isAssumed: Bool
    let parts: [Part]
    let period: StackingRule.Period?
    let filter: Filter?

    init(
      isAmount: Bool, limit: PlacedFigure, isAssumed: Bool, parts: [Part],
      period: StackingRule.Period?, filter: Filter?
    ) {
      self.isAmount = isAmount
      self.limit = limit
      self.isAssumed = isAssumed
      self.parts = parts
      self.period = period
      self.filter = filter
    }
  }

  final class HighestSteps: Sendable {
    let otherSeries: Int
    let sameSeries: PlacedSetting<Set<Int>>
    let years: PlacedSetting<Highest.Years>
    let pay: PlacedSetting<Highest.Pay>
    let afterwards: Afterwards?

    init(
      otherSeries: Int, sameSeries: PlacedSetting<Set<Int>>, years: PlacedSetting<Highest.Years>,
      pay: PlacedSetting<Highest.Pay>, afterwards: Afterwards?
    ) {
      self.otherSeries = otherSeries
      self.sameSeries = sameSeries
      self.years = years
      self.pay = pay
      self.afterwards = afterwards
    }

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
    case .choice, .room: 4
    case .cap: 5
    }
  }

  /// With fewer cases than these it changes nothing.
  var fewestCases: Int {
    switch self {
    case .cap, .room: 1
    default: 2
    }
  }
}
