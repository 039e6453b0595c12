import Core
import PolicyDocument
import PolicyPlan

/// One way that a choice inside a formula goes: the branches of an `if`, the sides of an `or`.
package struct Branch: Hashable, Sendable {
  /// The choice, by its node in the plan.
  let node: NodeID
  /// The branch behind `then`; the side before `or`.
  let isFirst: Bool
}

extension Plan {
  /// The branches of a formula and of the definitions and tables it uses, each with words for what is
  /// missing while no test takes it.
  ///
  /// - Parameter root: the formula.
  /// - Returns: from the outside in.
  func branches(of root: NodeID) -> [(branch: Branch, missing: Bilingual)] {
    var found: [(branch: Branch, missing: Bilingual)] = []
    var seen: Set<NodeID> = []
    var waiting = [root]
    while let node = waiting.popLast() {
      guard seen.insert(node).inserted else { continue }
      let operation = nodes[node].operation
      found += branches(node, operation)
      var next = operation.operands
      switch operation {
      case .table(let table), .tableOf(let table, _):
        next += tables[table].inputs
        for row in tables[table].rows { next += row.tests.flatMap(\.operands) + [row.value] }
      default: break
      }
      if let loop = operation.loop?.loop { next.append(loop.body) }
      waiting += next.reversed()
    }
    return found
  }

  private func branches(
    _ node: NodeID, _ operation: Operation
  ) -> [(branch: Branch, missing: Bilingual)] {
    switch operation {
    case .conditional(let condition, _, let otherwise):
      let text = text(of: condition)
      let first = (
        branch: Branch(node: node, isFirst: true),
        missing: Bilingual(
          zh: "没有算例走到“if \(text)”成立的一支", en: "no test takes the branch in which “\(text)” holds")
      )
      // Of `else if` the branches of the inner choice tell more.
      if case .conditional = nodes[otherwise].operation { return [first] }
      return [
        first,
        (
          branch: Branch(node: node, isFirst: false),
          missing: Bilingual(
            zh: "没有算例走到“if \(text)”不成立的一支",
            en: "no test takes the branch in which “\(text)” fails")
        ),
      ]
    case .or(let left, let right):
      return [(left, true), (right, false)].compactMap { side, isFirst in
        if case .or = nodes[side].operation { return nil }
        let text = text(of: side)
        return (
          branch: Branch(node: node, isFirst: isFirst),
          missing: Bilingual(
            zh: "没有算例靠“or”的“\(text)”成立", en: "no test in which “\(text)” settles the “or”")
        )
      }
    default: return []
    }
  }

  /// An expression as the document writes it.
  private func text(of node: NodeID) -> String { document.source.slice(nodes[node].range) }
}
