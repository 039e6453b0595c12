import Core
import FEEL
import PolicyPlan

/// A case in which a number comes out negative: the quantities that matter and their values.
struct NegativeExample {
  let plan: Plan
  let ranges: Ranges

  /// The facts of a case; empty where none is found.
  func facts(_ node: NodeID, _ known: Known) -> [Finding.Fact] {
    let operation = plan.nodes[node].operation
    switch operation {
    case .definition(_, let inner): return facts(inner, known)
    case .conditional(let test, let then, let otherwise):
      return ranges.branches(test, then, otherwise, known).lazy
        .filter { isNegative($0, $1) }.map { facts($0, $1) }.first ?? []
    case .table(let index): return row(ofTable: index, known)
    case .parameter(let index, _):
      return ranges.bounds(of: node, known).low.map {
        [Finding.Fact(name: plan.parameters[index].label, value: Bilingual("\($0)"))]
      } ?? []
    default: break
    }
    if let facts = difference(operation, known) ?? sum(node, known) { return facts }
    return operation.operands.lazy.map { facts($0, known) }.first { !$0.isEmpty } ?? []
  }

  private func isNegative(_ node: NodeID, _ known: Known) -> Bool {
    ranges.bounds(of: node, known).low?.isNegative ?? ranges.isEndless(node, .down, known)
  }

  /// The two sides of a difference that falls below zero.
  private func difference(
    _ operation: PolicyPlan.Operation, _ known: Known
  ) -> [Finding.Fact]? {
    guard case .arithmetic(.subtract, let left, let right) = operation,
      let least = ranges.bounds(of: left, known).low,
      let most = ranges.bounds(of: right, known).high, least < most
    else { return nil }
    return [(left, least), (right, most)].filter { plan.value(of: $0.0) == nil }.map {
      Finding.Fact(name: plan.words(for: $0), value: Bilingual($1.description))
    }
  }

  /// Every quantity of a sum where it draws the sum down most; one that has no end goes as far as it
  /// takes.
  private func sum(_ node: NodeID, _ known: Known) -> [Finding.Fact]? {
    guard let form = LinearForm(node, ranges), !form.terms.isEmpty else { return nil }
    var rest = form.constant
    var values: [(term: LinearForm.Term, value: Decimal128?)] = []
    for (_, term) in form.terms.sorted(by: { $0.value.node < $1.value.node }) {
      let bounds = ranges.bounds(of: term.node, known)
      let value = term.factor.isNegative ? bounds.high : bounds.low
      guard let value else {
        values.append((term, nil))
        continue
      }
      guard let next = value.multiplied(by: term.factor).flatMap(rest.adding) else { return nil }
      rest = next
      values.append((term, value))
    }
    let open = values.indices.filter { values[$0].value == nil }
    guard open.count < 2 else { return nil }
    if let index = open.first {
      let term = values[index].term
      guard ranges.isEndless(term.node, term.factor.isNegative ? .up : .down, known),
        let zero = rest.negated.divided(by: term.factor)?.rounded(scale: 0, .floor),
        let value = term.factor.isNegative ? zero.adding(.one) : zero.subtracting(.one)
      else { return nil }
      values[index].value = value
    } else if !rest.isNegative {
      return nil
    }
    return values.compactMap { term, value in
      value.map {
        Finding.Fact(name: plan.words(for: term.node), value: Bilingual("\($0)"))
      }
    }
  }

  /// The row that gives least, with what its cells ask.
  private func row(ofTable index: Int, _ known: Known) -> [Finding.Fact] {
    let rows = ranges.rows(ofTable: index, known)
    guard let (value, here) = rows.first(where: { isNegative($0.value, $0.known) }) else {
      return []
    }
    let inputs = plan.tables[index].inputs.compactMap { input -> Finding.Fact? in
      guard let measure = plan.measure(of: input), let set = ranges.set(of: input, here),
        set != .all(measure)
      else { return nil }
      let column = BandTable.Column(plan, input, domain: nil)
      return Finding.Fact(name: column.name, value: ColumnScale.example(of: set, in: column))
    }
    let names = Set(inputs.map(\.name))
    return inputs + facts(value, here).filter { !names.contains($0.name) }
  }
}
