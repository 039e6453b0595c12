import Core
import FEEL
import PolicyPlan

/// Caps over several cases, as stacking rules state them, that never bind or always do.
struct StackedCapCheck {
  private let plan: Plan
  private let ranges: Ranges

  init(_ plan: Plan) {
    self.plan = plan
    ranges = Ranges(plan: plan, assumptionsVary: true)
  }

  var findings: [Finding] {
    plan.stacking.compactMap { rule in
      guard case .cap(let cap) = rule.kind else { return nil }
      let benefits = rule.over.compactMap { id in plan.benefits.first { $0.id == id } }
      // What another document gives is not known here.
      guard benefits.count == rule.over.count, let limit = limit(cap.limit) else { return nil }
      if let most = most(rule, cap, benefits), let least = limit.low, most <= least {
        return idle(rule, most, least)
      }
      let single = benefits.map { cap.limit.isAmount ? bounds(of: $0).low : nil }
      guard let most = limit.high, !single.contains(nil),
        let least = single.compactMap({ $0 }).min(),
        most < least
      else { return nil }
      return binding(rule, least, most)
    }
  }

  private func limit(_ limit: StackingRule.Limit) -> Bounds? {
    switch limit {
    case .amount(let money): Bounds(low: money.yuan, high: money.yuan)
    case .count(let count): Bounds(low: Decimal128(count), high: Decimal128(count))
    // A region may set an assumption otherwise: to any value, unless its author closed the set.
    case .figure(.assumption(let index)), .countFigure(.assumption(let index)):
      bounds(of: plan.assumptions[index].options)
    case .figure(.parameter(let index)), .countFigure(.parameter(let index)):
      bounds(of: plan.parameters[index].values.map(\.value))
    }
  }

  /// The least and the greatest of some figures; `nil` where there is none.
  private func bounds(of values: [Value]) -> Bounds? {
    values.reduce(nil as Bounds?) { bounds, value in
      guard case .number(let number) = value else { return .all }
      let one = Bounds(low: number, high: number)
      return bounds.map { $0.joined(one) } ?? one
    }
  }

  /// What one case of a benefit is paid.
  private func bounds(of benefit: BenefitPlan) -> Bounds {
    let cases = ranges.cases(of: benefit)
    guard !cases.isEmpty, let (_, gross) = ranges.gross(of: benefit, cases) else { return .all }
    return benefit.caps.reduce(gross) { $0.least(ranges.bounds(of: $1.node, cases)) }
  }

  /// The most that the cases of one key and period come to, where other rules of the document
  /// limit how many there are; `nil` where none does.
  private func most(_ rule: StackingRule, _ cap: Cap, _ benefits: [BenefitPlan]) -> Decimal128? {
    var groups: [String: (count: Int, most: Decimal128)] = [:]
    for benefit in benefits {
      guard let (other, count) = limiting(rule, cap, benefit),
        let most = cap.limit.isAmount ? bounds(of: benefit).high : .one
      else { return nil }
      groups[other.id] = (count, max(groups[other.id]?.most ?? .zero, most))
    }
    return groups.values.reduce(Decimal128.zero as Decimal128?) { sum, group in
      group.most.multiplied(by: Decimal128(group.count)).flatMap { sum?.adding($0) }
    }
  }

  /// A rule that lets a benefit have only so many cases wherever this cap counts.
  private func limiting(
    _ rule: StackingRule, _ cap: Cap, _ benefit: BenefitPlan
  ) -> (rule: StackingRule, count: Int)? {
    for other in plan.stacking where other.when == nil && other.id != rule.id {
      let count: Int
      let period: StackingRule.Period?
      switch other.kind {
      case .once(_, let each): (count, period) = (1, each)
      case .cap(let some):
        guard case .count(let number) = some.limit, some.filter == nil else { continue }
        (count, period) = (number, some.period)
      default: continue
      }
      guard let keys = other.keyNames(of: benefit.id), let own = rule.keyNames(of: benefit.id),
        keys.isSubset(of: own), isWithin(cap.period, period, benefit)
      else { continue }
      return (other, count)
    }
    return nil
  }

  /// Whether what a rule counts in its period limits what is counted in a cap's.
  private func isWithin(
    _ period: StackingRule.Period?, _ counted: StackingRule.Period?, _ benefit: BenefitPlan
  ) -> Bool {
    guard let counted else { return true }
    // Months of a case may fall into a later year than the case.
    if case .monthly = benefit.payment { return false }
    return period == counted || (period == .month && counted == .year)
  }

  private func idle(_ rule: StackingRule, _ most: Decimal128, _ least: Decimal128) -> Finding {
    Finding(
      .idleCap, .warning, at: rule.place.range,
      Bilingual(
        zh: "封顶“\(rule.label.zh)”（\(rule.id)）从不起作用：合计最多 \(most)，封顶至少 \(least)",
        en: "the cap “\(rule.label.en)” (\(rule.id)) never binds: all together come to at most "
          + "\(most), the cap is at least \(least)"),
      Bilingual(
        zh: "核对两处的数字；确实用不着的，删去这条规则。",
        en: "Compare the two figures; if the cap is not needed, remove the rule."))
  }

  private func binding(_ rule: StackingRule, _ least: Decimal128, _ most: Decimal128) -> Finding {
    Finding(
      .capAsFloor, .warning, at: rule.place.range,
      Bilingual(
        zh: "封顶“\(rule.label.zh)”（\(rule.id)）总是起作用：一次就至少 \(least)，封顶最多 \(most)",
        en: "the cap “\(rule.label.en)” (\(rule.id)) always binds: one case alone gives at least "
          + "\(least), the cap is at most \(most)"),
      Bilingual(
        zh: "核对两处的数字：照现在的写法，算出的金额没有意义。",
        en: "Compare the two figures: as it stands the amount worked out never matters."))
  }
}

extension StackingRule {
  /// What cases of a benefit are counted by; `nil` where the rule is not over it.
  fileprivate func keyNames(of benefit: String) -> Set<String>? {
    over.firstIndex(of: benefit).map { position in
      Set(
        keys.map { key in
          switch key {
          case .party: "party"
          case .definition(let name): "definition \(name)"
          case .field(let fields): "field \(fields[position])"
          }
        })
    }
  }
}
