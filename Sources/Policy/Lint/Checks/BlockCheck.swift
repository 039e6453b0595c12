import Core
import PolicyPlan

/// Benefits that bar each other in a circle, so that neither says which one is due.
struct BlockCheck {
  private let plan: Plan
  private struct Edge {
    let from: String
    let to: String
    let rule: StackingRule
  }
  private let edges: [Edge]

  init(_ plan: Plan) {
    self.plan = plan
    edges = plan.stacking.flatMap { rule -> [Edge] in
      guard case .blocks(let lower, _) = rule.kind else { return [] }
      return rule.over.flatMap { over in lower.map { Edge(from: over, to: $0, rule: rule) } }
    }
  }

  /// One finding for each circle, at the rule that closes it.
  var findings: [Finding] {
    var seen: Set<Set<String>> = []
    return edges.compactMap { edge in
      guard let path = path(from: edge.to, to: edge.from, [edge.to]),
        seen.insert(Set(path)).inserted
      else { return nil }
      let circle = [edge.from] + path
      let names = circle.map { id in plan.benefits.first { $0.id == id }?.label ?? Bilingual(id) }
      return Finding(
        .circle, .error, at: edge.rule.place.range,
        Bilingual(
          zh: "待遇互相排斥，绕成一圈：\(names.map(\.zh).joined(separator: " → "))",
          en: "benefits bar each other in a circle: "
            + names.map(\.en).joined(separator: " → ")),
        Bilingual(
          zh: "改用 choice（只能选一项），或删去其中一条。",
          en: "Use choice (only one of them), or remove one of the rules."))
    }
  }

  /// The benefits on the way, the end included; `nil` where there is no way.
  private func path(from start: String, to end: String, _ way: [String]) -> [String]? {
    if start == end { return way }
    for edge in edges where edge.from == start && !way.contains(edge.to) {
      if let found = path(from: edge.to, to: end, way + [edge.to]) { return found }
    }
    return nil
  }
}
