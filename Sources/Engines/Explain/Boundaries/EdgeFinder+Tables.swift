import Core
import FEEL
import PolicyPlan

/// The edges of decision tables.
extension EdgeFinder {
  /// Each row by itself, then the edges of its tests beside the row's other inputs.
  mutating func visitTable(_ index: Int) {
    guard seenTables.insert(index).inserted else { return }
    let table = plan.tables[index]
    for (number, row) in table.rows.enumerated() {
      let key = "table \(index) \(number)"
      var hit: [BoundaryBase.Change] = []
      for (input, test) in zip(table.inputs, row.tests) {
        guard let target = base.target(of: input, in: lists), let limit = test.operands.first
        else { continue }
        let value = value(of: limit)
        let at = base.changes(target, around: value).first {
          base.states(target.stated($0.text), value)
        }
        if let at { hit.append(BoundaryBase.Change(target: target, input: at)) }
      }
      if !hit.isEmpty { note([base.combined(hit)], key: key) }
      for (input, test) in zip(table.inputs, row.tests) {
        guard let target = base.target(of: input, in: lists) else { continue }
        for limit in test.operands {
          let others = hit.filter { $0.target.id != target.id }
          let changes = base.changes(target, around: value(of: limit))
          note(
            changes.map {
              base.combined(others + [BoundaryBase.Change(target: target, input: $0)])
            }, key: key + target.key(changes, around: value(of: limit)))
        }
      }
      visit(row.value)
    }
    for input in table.inputs { visit(input) }
  }

  /// The steps of `floor((x - from) / width)`, as far as any table of points goes.
  mutating func visitSteps(_ node: NodeID) {
    guard case .arithmetic(.divide, let difference, let divisor) = plan.nodes[node].operation,
      case .arithmetic(.subtract, let operand, let origin) = plan.nodes[difference].operation,
      case .number(let from)? = value(of: origin), case .number(let width)? = value(of: divisor),
      let target = base.target(of: operand, in: lists)
    else { return }
    for step in 1...20 {
      guard let way = width.multiplied(by: Decimal128(step)), let at = from.adding(way) else {
        return
      }
      let cases = base.changes(target, around: .number(at)).map { [$0] }
      if !cases.isEmpty { note(cases, isOptional: true) }
    }
  }
}

extension BoundaryBase {
  /// A change of what a target decides.
  struct Change {
    let target: BoundaryTarget
    let input: FactsCase.Input
  }

  /// Several changes as what to write into columns: a column may hold several targets.
  func combined(_ changes: [Change]) -> [FactsCase.Input] {
    var inputs: [FactsCase.Input] = []
    for change in changes {
      guard let place = inputs.firstIndex(where: { isSame($0.column, change.input.column) }) else {
        inputs.append(change.input)
        continue
      }
      inputs[place].text = change.target.merging(change.input.text, into: inputs[place].text)
    }
    return inputs
  }
}
