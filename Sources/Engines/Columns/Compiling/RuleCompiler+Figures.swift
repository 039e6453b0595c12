import Core
import FEEL
import PolicyPlan

/// Parameters and decision tables.
extension RuleCompiler {
  mutating func parameter(
    _ index: Int, on day: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let parameter = plan.parameters[index]
    if !parameter.locals.isEmpty { throw .localFigure(parameter.name) }
    switch day {
    case .known(.date(let date)):
      return parameter.value(on: date).map { .known($0.value) } ?? .unknown
    case .known, .unknown: return .unknown
    case .date(let register, let mayBeNone):
      if !mayBeNone, parameter.values.count == 1, let only = parameter.values.first,
        only.from == nil, only.to == nil
      {
        return .known(only.value)
      }
      return try stepped(parameter, register, node)
    default: throw off(node)
    }
  }

  /// A parameter that changes in time.
  private mutating func stepped(
    _ parameter: ParameterPlan, _ day: Register, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let both = try unified(
      parameter.values.map { .known($0.value) }, in: ProgramBuilder.root, node)
    var from: [Int32] = []
    var values: [Int64] = []
    for dated in parameter.values {
      let begins = dated.from.map { Int32(clamping: $0.dayNumber) } ?? .none + 1
      if begins != from.last.map({ $0 }) || from.isEmpty {
        from.append(begins)
        values.append(try units(dated.value, both.form, node))
      } else {
        values[values.count - 1] = try units(dated.value, both.form, node)
      }
      if let to = dated.to {
        // A later value takes the place of the end.
        from.append(Int32(clamping: to.dayNumber + 1))
        values.append(.unknown)
      }
    }
    let figure = builder.figure(.init(from: from, values: values, width: both.width))
    let result = builder.emit(.stepped(day, figure: figure), in: day.frame, both.width)
    return both.cell(result)
  }

  private func units(
    _ value: Value, _ form: Unified.Form, _ node: NodeID
  ) throws(OffColumns) -> Int64 {
    switch (form, value) {
    case (.number(let scaled, _), .number(let number)):
      guard let units = number.units(scale: scaled.scale) else {
        throw .range(plan.line(of: node))
      }
      return units
    case (.date, .date(let date)): return Int64(date.dayNumber)
    case (.text, .string(let text)): return Int64(store.texts.code(of: text))
    default: throw off(node)
    }
  }

  mutating func table(
    _ index: Int, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let table = plan.tables[index]
    let policy: Step.TablePolicy
    switch table.hitPolicy {
    case .unique: policy = .unique
    case .any: policy = .any
    case .first: policy = .first
    case .sum, .minimum, .maximum, .count: throw off(node)
    }
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
