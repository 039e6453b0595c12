import PolicyPlan

extension BenefitPlan {
  /// Every row of the rule table that the engine asks for by itself.
  var rules: [RulePlan] {
    let paid: [RulePlan] =
      switch payment {
      case .once(let amount): [amount]
      case .monthly(let months): [months.first, months.counts, months.rate]
      case .inKind: []
      case .score(let sheet): sheet.rules
      }
    return conditions + exclusions + paid + caps
  }
}

extension Plan {
  /// Whether the rules fix a value: by a figure in the text, a parameter, assumption or table.
  func isFigure(_ node: NodeID) -> Bool {
    switch nodes[node].operation {
    case .constant, .parameter, .assumption, .table, .tableOf: true
    case .definition(_, let inner), .negate(let inner): isFigure(inner)
    case .arithmetic(_, let left, let right): isFigure(left) && isFigure(right)
    case .conditional(_, let then, let otherwise): isFigure(then) && isFigure(otherwise)
    default: false
    }
  }

  /// Whether an expression can be evaluated outside the loops and months it stands in.
  ///
  /// - Parameters:
  ///   - node: the expression.
  ///   - depth: how many loops of its own are open.
  /// - Returns: whether nothing of it is an element or a month of outside.
  func isClosed(_ node: NodeID, depth: Int) -> Bool {
    let operation = nodes[node].operation
    switch operation {
    case .month: return false
    case .element(let level): return level < depth
    case .table(let index):
      return tables[index].inputs.allSatisfy { isClosed($0, depth: depth) }
    default: break
    }
    if let (list, loop) = operation.loop {
      return loop.depth == depth && isClosed(list, depth: depth)
        && isClosed(loop.body, depth: depth + 1)
    }
    return operation.operands.allSatisfy { isClosed($0, depth: depth) }
  }
}
