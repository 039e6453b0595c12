import Core
import FEEL
import PolicyPlan

/// Caps that never bind, that always do, and figures meant as a cap that work the other way round.
struct CapCheck {
  private let plan: Plan
  private let ranges: Ranges

  init(_ plan: Plan) {
    self.plan = plan
    ranges = Ranges(plan: plan, assumptionsVary: true)
  }

  var findings: [Finding] {
    plan.benefits.flatMap { benefit -> [Finding] in
      let cases = ranges.cases(benefit.conditions)
      let bounds = cases.isEmpty ? [] : benefit.caps.compactMap { bound($0, benefit, cases) }
      return bounds + scores(benefit, cases)
        + (benefit.sums + benefit.caps).compactMap(reversed)
    }
  }

  private func bound(_ cap: RulePlan, _ benefit: BenefitPlan, _ cases: [Known]) -> Finding? {
    guard case .once(let amount) = benefit.payment else { return nil }
    let (limit, gross) = (
      ranges.bounds(of: cap.node, cases), ranges.bounds(of: amount.node, cases)
    )
    if let least = limit.low, let most = gross.high, most <= least {
      return Finding(
        .idleCap, .warning, at: cap.place.range,
        Bilingual(
          zh: "上限“\(cap.label.zh)”从不起作用：“\(amount.label.zh)”最多 \(most)，上限至少 \(least)",
          en: "the cap “\(cap.label.en)” never binds: “\(amount.label.en)” is at most \(most), "
            + "the cap at least \(least)"),
        Bilingual(
          zh: "核对两处的数字；确实用不着的，删去这一行。",
          en: "Compare the two figures; if the cap is not needed, remove the row."))
    }
    guard let most = limit.high, let least = gross.low, most < least else { return nil }
    return Finding(
      .capAsFloor, .warning, at: cap.place.range,
      Bilingual(
        zh: "上限“\(cap.label.zh)”总是起作用：“\(amount.label.zh)”至少 \(least)，上限最多 \(most)",
        en: "the cap “\(cap.label.en)” always binds: “\(amount.label.en)” is at least \(least), "
          + "the cap at most \(most)"),
      Bilingual(
        zh: "核对两处的数字：照现在的写法，算出的金额没有意义。",
        en: "Compare the two figures: as it stands the amount worked out never matters."))
  }

  /// Items of a score sheet whose most points no case reaches.
  private func scores(_ benefit: BenefitPlan, _ cases: [Known]) -> [Finding] {
    guard case .score(let sheet) = benefit.payment, !cases.isEmpty else { return [] }
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

  /// A figure called a maximum of which the greater is taken, or the reverse.
  private func reversed(_ rule: RulePlan) -> Finding? {
    for node in nodes(of: rule.node) {
      guard case .builtIn(let name, let arguments) = plan.nodes[node].operation,
        arguments.count > 1
      else { continue }
      for argument in arguments {
        guard let label = label(of: argument) else { continue }
        if name == "max", label.saysAtMost { return finding(rule, label, isCap: true) }
        if name == "min", label.saysAtLeast { return finding(rule, label, isCap: false) }
      }
    }
    return nil
  }

  private func finding(_ rule: RulePlan, _ label: Bilingual, isCap: Bool) -> Finding {
    Finding(
      .capAsFloor, .warning, at: rule.place.range,
      isCap
        ? Bilingual(
          zh: "“\(label.zh)”是上限，在“\(rule.label.zh)”里却成了最低数：max 取较大的",
          en: "“\(label.en)” is a cap, but works as a floor in “\(rule.label.en)”: max takes the "
            + "greater")
        : Bilingual(
          zh: "“\(label.zh)”是最低数，在“\(rule.label.zh)”里却成了上限：min 取较小的",
          en: "“\(label.en)” is a minimum, but works as a cap in “\(rule.label.en)”: min takes the "
            + "lesser"),
      Bilingual(
        zh: isCap ? "改用 min，或写成一行“上限”。" : "改用 max。",
        en: isCap ? "Use min, or a row 上限 (cap)." : "Use max."))
  }

  private func nodes(of node: NodeID) -> [NodeID] {
    [node] + plan.nodes[node].operation.operands.flatMap(nodes(of:))
  }

  /// What people call the figure that a node is.
  private func label(of node: NodeID) -> Bilingual? {
    switch plan.nodes[node].operation {
    case .parameter(let index, _): plan.parameters[index].label
    case .assumption(let index): plan.assumptions[index].label
    case .definition(_, let inner): label(of: inner)
    default: nil
    }
  }
}

extension Bilingual {
  fileprivate var saysAtMost: Bool {
    ["最高", "最多", "上限", "不超过", "封顶", "至多"].contains { zh.contains($0) }
      || ["at most", "maximum", "upper limit", "no more than"].contains { en.contains($0) }
  }

  fileprivate var saysAtLeast: Bool {
    ["最低", "最少", "下限", "不低于", "不少于", "至少"].contains { zh.contains($0) }
      || ["at least", "minimum", "lower limit", "no less than"].contains { en.contains($0) }
  }
}
