import Core
import FEEL
import PolicyPlan

/// Figures written into the formula of an amount or a monthly rate, where nothing says which
/// article they come from, and where no region can set them.
struct LiteralCheck {
  private let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  var findings: [Finding] { plan.benefits.flatMap(\.sums).compactMap(finding) }

  private func finding(_ rule: RulePlan) -> Finding? {
    var seen: Set<String> = []
    let figures = literals(rule.node).map(\.description).filter { seen.insert($0).inserted }
    if figures.isEmpty { return nil }
    return Finding(
      .figureWithoutSource, .note, at: rule.place.range,
      Bilingual(
        zh: "\(rule.name.zh)的公式里直接写了 \(figures.joined(separator: "、"))，没有出处",
        en:
          "the formula of \(rule.name.en) has \(figures.joined(separator: ", ")) written into it, "
          + "without a source"),
      Bilingual(
        zh: "写成有出处的参数；原文没写的，写成假设。",
        en: "Make it a parameter with a source; what the text leaves open is an assumption."))
  }

  /// The numbers that make up a value: not those it is compared with, and not 0 and 1.
  private func literals(_ node: NodeID) -> [Decimal128] {
    switch plan.nodes[node].operation {
    case .constant(.number(let number)): return number.isZero || number == .one ? [] : [number]
    case .negate(let operand): return literals(operand)
    case .arithmetic(.power, let base, _): return literals(base)
    case .arithmetic(_, let left, let right): return literals(left) + literals(right)
    case .conditional(_, let then, let otherwise): return literals(then) + literals(otherwise)
    case .builtIn("min", let arguments), .builtIn("max", let arguments),
      .builtIn("sum", let arguments):
      return arguments.flatMap(literals)
    // Of a rounding the second argument says to how many digits.
    case .builtIn(_, let arguments): return arguments.first.map(literals) ?? []
    case .aggregate(_, let list): return literals(list)
    case .map(_, let loop): return literals(loop.body)
    // Definitions, tables and figures stand for themselves.
    default: return []
    }
  }
}
