import Core
import FEEL
import PolicyPlan

/// Figures meant as a cap that work the other way round: of which the greater is taken, whether by
/// `max` or by `if`, and the reverse.
struct FloorCheck {
  private let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  var findings: [Finding] {
    plan.benefits.flatMap { ($0.sums + $0.caps).compactMap(reversed) }
  }

  /// A figure called a maximum of which the greater is taken, or the reverse.
  private func reversed(_ rule: RulePlan) -> Finding? {
    for node in nodes(of: rule.node) {
      guard let choice = choice(node) else { continue }
      for side in choice.sides {
        guard let label = label(of: side) else { continue }
        if choice.isGreatest, label.saysAtMost {
          return finding(rule, label, isCap: true, choice.isCall)
        }
        if !choice.isGreatest, label.saysAtLeast {
          return finding(rule, label, isCap: false, choice.isCall)
        }
      }
    }
    return nil
  }

  /// The greatest or the least of some numbers, however it is written.
  private struct Choice {
    let sides: [NodeID]
    let isGreatest: Bool
    /// Whether `max` or `min` is called, and no `if` written.
    let isCall: Bool
  }

  private func choice(_ node: NodeID) -> Choice? {
    switch plan.nodes[node].operation {
    case .builtIn(let name, let arguments) where arguments.count > 1:
      guard name == "max" || name == "min" else { return nil }
      return Choice(sides: arguments, isGreatest: name == "max", isCall: true)
    case .conditional(let test, let then, let otherwise):
      guard case .comparison(let sign, let left, let right) = plan.undefined(test),
        sign != .equal, sign != .notEqual
      else { return nil }
      let sides = [plan.key(of: left), plan.key(of: right)]
      let branches = [plan.key(of: then), plan.key(of: otherwise)]
      let isLess = sign == .less || sign == .lessOrEqual
      if branches == sides {
        return Choice(sides: [left, right], isGreatest: !isLess, isCall: false)
      }
      guard branches == sides.reversed() else { return nil }
      return Choice(sides: [left, right], isGreatest: isLess, isCall: false)
    default: return nil
    }
  }

  private func finding(
    _ rule: RulePlan, _ label: Bilingual, isCap: Bool, _ isCall: Bool
  ) -> Finding {
    let taking =
      isCap
      ? Bilingual(
        zh: "\(isCall ? "max " : "这个 if ")取较大的",
        en: "\(isCall ? "max" : "this if") takes the greater")
      : Bilingual(
        zh: "\(isCall ? "min " : "这个 if ")取较小的",
        en: "\(isCall ? "min" : "this if") takes the lesser")
    return Finding(
      .capAsFloor, .warning, at: rule.place.range,
      isCap
        ? Bilingual(
          zh: "“\(label.zh)”是上限，在“\(rule.label.zh)”里却成了最低数：\(taking.zh)",
          en: "“\(label.en)” is a cap, but works as a floor in “\(rule.label.en)”: "
            + taking.en)
        : Bilingual(
          zh: "“\(label.zh)”是最低数，在“\(rule.label.zh)”里却成了上限：\(taking.zh)",
          en: "“\(label.en)” is a minimum, but works as a cap in “\(rule.label.en)”: "
            + taking.en),
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
