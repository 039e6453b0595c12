import Core
import FEEL
import PolicyPlan

/// Caps of a benefit that never bind or always do, and points of a score sheet that nobody reaches.
struct CapCheck {
  private let plan: Plan
  private let ranges: Ranges

  init(_ plan: Plan) {
    self.plan = plan
    ranges = Ranges(plan: plan, assumptionsVary: true)
  }

  var findings: [Finding] {
    plan.benefits.flatMap { benefit -> [Finding] in
      let cases = ranges.cases(of: benefit)
      if cases.isEmpty { return [] }
      return benefit.caps.indices.compactMap {
        bound(benefit.caps[$0], benefit, cases) ?? surpassed($0, benefit.caps, cases)
      } + scores(benefit, cases)
    }
  }

  private func bound(_ cap: RulePlan, _ benefit: BenefitPlan, _ cases: [Known]) -> Finding? {
    guard let (name, gross) = ranges.gross(of: benefit, cases) else { return nil }
    let limit = ranges.bounds(of: cap.node, cases)
    if let least = limit.low, let most = gross.high, most <= least {
      return Finding(
        .idleCap, .warning, at: cap.place.range,
        Bilingual(
          zh: "上限“\(cap.label.zh)”从不起作用：\(name.zh)最多 \(most)，上限至少 \(least)",
          en: "the cap “\(cap.label.en)” never binds: \(name.en) is at most \(most), "
            + "the cap at least \(least)"),
        Bilingual(
          zh: "核对两处的数字；确实用不着的，删去这一行。",
          en: "Compare the two figures; if the cap is not needed, remove the row."))
    }
    guard let most = limit.high, let least = gross.low, most < least else { return nil }
    return Finding(
      .capAsFloor, .warning, at: cap.place.range,
      Bilingual(
        zh: "上限“\(cap.label.zh)”总是起作用：\(name.zh)至少 \(least)，上限最多 \(most)",
        en: "the cap “\(cap.label.en)” always binds: \(name.en) is at least \(least), "
          + "the cap at most \(most)"),
      Bilingual(
        zh: "核对两处的数字：照现在的写法，算出的金额没有意义。",
        en: "Compare the two figures: as it stands the amount worked out never matters."))
  }

  /// A cap that another one of the benefit is always below; of two that are the same the later.
  private func surpassed(_ index: Int, _ caps: [RulePlan], _ cases: [Known]) -> Finding? {
    guard let least = ranges.bounds(of: caps[index].node, cases).low else { return nil }
    let lower = caps.indices.first { other in
      guard other != index, let most = ranges.bounds(of: caps[other].node, cases).high else {
        return false
      }
      return most < least || (most == least && other < index)
    }
    return lower.map { lower in
      let (cap, other) = (caps[index].name, caps[lower].name)
      return Finding(
        .idleCap, .warning, at: caps[index].place.range,
        Bilingual(
          zh: "上限\(cap.zh)从不起作用：上限\(other.zh)总是不比它高",
          en: "the cap \(cap.en) never binds: the cap \(other.en) is never above it"),
        Bilingual(
          zh: "核对两处的数字；确实用不着的，删去这一行。",
          en: "Compare the two figures; if the cap is not needed, remove the row."))
    }
  }

  /// Items of a score sheet whose most points no case reaches.
  private func scores(_ benefit: BenefitPlan, _ cases: [Known]) -> [Finding] {
    guard case .score(let sheet) = benefit.payment else { return [] }
    return sheet.items.compactMap { item in
      guard let maximum = item.maximum,
        let most = ranges.bounds(of: item.rule.node, cases).high, most < maximum
      else { return nil }
      return Finding(
        .idleCap, .warning, at: item.rule.place.range,
        Bilingual(
          zh: "“\(item.rule.id) \(item.rule.label.zh)”的最高分 \(maximum) 没有谁能得到：最多 \(most) 分",
          en: "nobody reaches the \(maximum) points of “\(item.rule.id) \(item.rule.label.en)”: "
            + "at most \(most)"),
        Bilingual(
          zh: "核对最高分和各档的分数。", en: "Compare the most points with those of the bands."))
    }
  }
}

extension Ranges {
  /// What a benefit gives before its caps, with what to call it; `nil` where it is not money.
  func gross(of benefit: BenefitPlan, _ cases: [Known]) -> (name: Bilingual, bounds: Bounds)? {
    switch benefit.payment {
    case .once(let amount):
      let label = amount.label
      return (
        Bilingual(zh: "“\(label.zh)”", en: "“\(label.en)”"), bounds(of: amount.node, cases)
      )
    case .monthly(let months):
      // There may be no month at all, and never more than so many.
      let all = Bounds(low: .zero, high: Decimal128(months.atMost))
      let label = months.rate.label
      return (
        Bilingual(
          zh: "\(months.atMost) 个月的“\(label.zh)”",
          en: "“\(label.en)” of \(months.atMost) months"),
        bounds(of: months.rate.node, cases).multiplied(by: all)
      )
    case .inKind, .score: return nil
    }
  }
}
