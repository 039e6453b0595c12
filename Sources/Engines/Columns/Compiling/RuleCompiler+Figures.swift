import Core
import FEEL
import PolicyPlan

/// Parameters and decision tables.
extension RuleCompiler {
  mutating func parameter(
    _ index: Int, on day: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let parameter = plan.parameters[index]
    let figure = FigureByPlace(parameter)
    if parameter.locals.isEmpty {
      return try value(of: figure.own, on: day, isEverywhere: true, node)
    }
    guard let locality else { throw .localFigure(parameter.name) }
    return try byPlace(figure, on: day, locality, node)
  }

  mutating func table(
    _ index: Int, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let table = plan.tables[index]
    var inputs: [Cell] = []
    for input in table.inputs { inputs.append(try cell(input, context)) }
    var hits: [TruthCell] = []
    var values: [Cell] = []
    for row in table.rows {
      var hit = TruthCell.constant(Truth.yes)
      for (input, test) in zip(inputs, row.tests) {
        hit = try and(hit, try self.test(input, test, context, node), node)
      }
      hits.append(hit)
      values.append(try cell(row.value, context))
    }
    let policy: Step.TablePolicy
    switch table.hitPolicy {
    case .unique: policy = .unique
    case .any: policy = .any
    case .first: policy = .first
    case .sum, .minimum, .maximum, .count:
      return try collected(table.hitPolicy, hits, values, node)
    }
    let inner =
      ([inputs.compactMap(\.register), values.compactMap(\.register)].joined()
      + hits.compactMap { if case .register(let register) = $0 { register } else { nil } })
      .map(\.frame).max { builder.depth(of: $0) < builder.depth(of: $1) } ?? context.frame
    let both = try unified(values, in: inner, node)
    var rows: [Step.TableRow] = []
    for (hit, value) in zip(hits, both.registers) {
      guard let spread = builder.spread(value, to: inner) else { throw off(node) }
      rows.append(.init(hit: try register(hit, in: inner, node), value: spread))
    }
    let place = builder.table(rows)
    let result = builder.emit(.table(place, policy: policy), in: inner, both.width)
    return both.cell(result)
  }
}
