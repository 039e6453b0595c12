import Core
import FEEL

/// A stacking rule and for which cases it holds, where later documents change it.
package struct ScopedRule: Sendable {
  package let rule: StackingRule
  /// The version whose plan the rule belongs to; `nil` for the document as it was issued.
  package let version: Int?
  /// The versions under which a case must be for the rule to cut it, -1 for the issued text; `nil` for
  /// all. Other cases still count.
  package let scope: Set<Int>?
}

extension Plan {
  /// The stacking rules of the document and of its versions, in the order of the document; one that is
  /// the same in several stands once.
  package var scopedStacking: [ScopedRule] {
    if versions.isEmpty { return stacking.map { ScopedRule(rule: $0, version: nil, scope: nil) } }
    var order = stacking.map(\.id)
    var found: [String: [(signature: String, rule: ScopedRule, scope: Set<Int>)]] = [:]
    for (index, plan) in [(-1, self)] + versions.enumerated().map({ ($0.offset, $0.element.plan) })
    {
      for rule in plan.stacking {
        let signature = plan.signature(of: rule)
        if !order.contains(rule.id) { order.append(rule.id) }
        var known = found[rule.id] ?? []
        if let same = known.firstIndex(where: { $0.signature == signature }) {
          known[same].scope.insert(index)
        } else {
          let scoped = ScopedRule(rule: rule, version: index < 0 ? nil : index, scope: nil)
          known.append((signature, scoped, [index]))
        }
        found[rule.id] = known
      }
    }
    let all = versions.count + 1
    return order.flatMap { id in
      (found[id] ?? []).map { known in
        ScopedRule(
          rule: known.rule.rule, version: known.rule.version,
          scope: known.scope.count == all ? nil : known.scope)
      }
    }
  }

  /// All that a rule goes by, as text: two rules with one signature are the same.
  package func signature(of rule: StackingRule) -> String {
    let figures = rule.figures.map { figure -> String in
      let own = ownValues(of: figure).map(\.literalText).joined(separator: " ")
      let locals = locals(of: figure).map { local in
        "\(local.region) \(local.from?.description ?? "").."
          + "\(local.to?.description ?? "") \(local.value.literalText)"
      }
      return own + " " + locals.joined(separator: " ")
    }
    return ([line(of: rule)] + figures).joined(separator: "\n")
  }
}
