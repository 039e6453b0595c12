import Core
import FEEL
import PolicyPlan

/// Figures written into the formula of an amount or a monthly rate, or into that of a definition that
/// makes one up, where nothing says which article they come from, and where no region can set them. A
/// table gives its figures in the place of the article's own.
struct LiteralCheck {
  private let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  var findings: [Finding] {
    plan.benefits.flatMap { benefit in
      let used = definitions(of: benefit.sums.map(\.node))
      return (benefit.definitions.filter { used.contains($0.node) } + benefit.sums).compactMap(
        finding)
    }
  }

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
    if case .constant(.number(let number)) = plan.nodes[node].operation {
      return number.isZero || number == .one ? [] : [number]
    }
    return parts(of: node).flatMap(literals)
  }

  /// The nodes whose values make up that of a node: of a choice what is chosen, not what it goes by.
  private func parts(of node: NodeID) -> [NodeID] {
    switch plan.nodes[node].operation {
    case .negate(let operand): [operand]
    case .arithmetic(.power, let base, _): [base]
    case .arithmetic(.divide, let left, let right) where isUnit(right): [left]
    case .arithmetic(_, let left, let right): [left, right]
    case .conditional(_, let then, let otherwise): [then, otherwise]
    case .builtIn("min", let arguments), .builtIn("max", let arguments),
      .builtIn("sum", let arguments):
      arguments
    // Of a rounding the second argument says to how many digits.
    case .builtIn(_, let arguments): Array(arguments.prefix(1))
    case .aggregate(_, let list): [list]
    case .map(_, let loop): [loop.body]
    // Definitions, tables and figures stand for themselves.
    default: []
    }
  }

  /// Whether something is divided into years or by hundreds: that is no figure of a policy.
  private func isUnit(_ node: NodeID) -> Bool {
    guard case .constant(.number(let number)) = plan.nodes[node].operation else { return false }
    return number == Decimal128(12) || number == Decimal128(100)
  }

  /// The definitions whose values make up those of some nodes, directly or through others.
  private func definitions(of nodes: [NodeID]) -> Set<NodeID> {
    var found: Set<NodeID> = []
    var waiting = nodes
    while let next = waiting.popLast() {
      guard case .definition(_, let inner) = plan.nodes[next].operation else {
        waiting += parts(of: next)
        continue
      }
      if found.insert(inner).inserted { waiting.append(inner) }
    }
    return found
  }
}
