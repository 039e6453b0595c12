import Core
import FEEL
import PolicyPlan

/// Comparisons, and tests of a value.
extension RuleCompiler {
  mutating func compare(
    _ sign: ComparisonOperator, _ left: Cell, _ right: Cell, _ node: NodeID
  ) throws(OffColumns) -> TruthCell {
    switch (left, right) {
    case (.known(let one), .known(let other)): return folded(sign, one, other)
    case (.unknown, _), (_, .unknown): return .constant(Truth.unknown)
    case (.truth(let register, let none), .known(.boolean(let truth))),
      (.known(.boolean(let truth)), .truth(let register, let none)):
      return try compare(sign, register, none, truth, node)
    case (.truth(let one, _), .truth(let other, _)) where !sign.isOrder:
      return try same(one, other, isEqual: sign == .equal, node)
    case (.truth(let one, _), .known(.null)) where !sign.isOrder,
      (.known(.null), .truth(let one, _)) where !sign.isOrder:
      let none = builder.emit(.constantTruth(Truth.none), in: one.frame, .truth)
      return try same(one, none, isEqual: sign == .equal, node)
    case (let cell, .known(let value)): return try compare(sign, cell, value, node)
    case (.known(let value), let cell): return try compare(sign.turned, cell, value, node)
    case (.identity(let type, let rows), .text(let text, _)),
      (.text(let text, _), .identity(let type, let rows)):
      guard !sign.isOrder else { throw off(node) }
      let both = try together([identities(type, rows), text], node)
      return .register(
        builder.emit(.compare(sign, both[0], both[1]), in: both[0].frame, .truth))
    default: break
    }
    let frame = left.register?.frame ?? ProgramBuilder.root
    let both = try unified([left, right], in: frame, node)
    if sign.isOrder, !both.isOrdered { throw off(node) }
    let registers = try together(both.registers, node)
    return .register(
      builder.emit(
        .compare(sign, registers[0], registers[1]), in: registers[0].frame, .truth))
  }

  /// The ids of records or parties as codes, to be held against texts of columns and nothing else: an
  /// id that no column holds has no code of its own.
  private mutating func identities(_ type: Int, _ rows: Register) -> Register {
    builder.identities(of: type) {
      guard let table = store.tables[type] else { return Cells() }
      return Cells(count: table.count, blocksOf: 1 << 14) { [texts = store.texts] rows in
        rows.map { row in
          let name = table.name(row)
          // The number of a record without an id looks so too.
          return name.hasPrefix("#") ? .unknown : texts.code(of: name)
        }
      }
    }
    return builder.emit(.identity(type: type, rows: rows), in: rows.frame, .narrow)
  }

  private mutating func same(
    _ one: Register, _ other: Register, isEqual: Bool, _ node: NodeID
  ) throws(OffColumns) -> TruthCell {
    let both = try together([one, other], node)
    return .register(
      builder.emit(.sameTruth(both[0], both[1], isEqual: isEqual), in: both[0].frame, .truth))
  }

  /// A truth held against a known one: none is neither.
  private mutating func compare(
    _ sign: ComparisonOperator, _ register: Register, _ mayBeNone: Bool, _ truth: Bool,
    _ node: NodeID
  ) throws(OffColumns) -> TruthCell {
    guard !sign.isOrder else { throw off(node) }
    var result = register
    let frame = register.frame
    if !truth { result = builder.emit(.not(result), in: frame, .truth) }
    if mayBeNone { result = builder.emit(.settled(result), in: frame, .truth) }
    if sign == .notEqual { result = builder.emit(.not(result), in: frame, .truth) }
    return .register(result)
  }

  private mutating func compare(
    _ sign: ComparisonOperator, _ cell: Cell, _ value: Value, _ node: NodeID
  ) throws(OffColumns) -> TruthCell {
    guard let register = cell.register else { throw off(node) }
    func emit(_ units: Int64, _ register: Register) -> TruthCell {
      .register(
        builder.emit(.compareConstant(sign, register, units), in: register.frame, .truth))
    }
    switch (cell, value) {
    case (.number, .null), (.date, .null), (.text, .null):
      // Nothing is before or after none; whoever asks whether something is none is told.
      guard !sign.isOrder else { return emit(.none, register) }
      return emit(.none, register)
    case (.number(_, let scaled, _), .number(let number)):
      let constant = try self.scaled(number, node)
      if constant.scale <= scaled.scale, let units = number.units(scale: scaled.scale),
        register.width == .wide || abs(units) < 1 << 30
      {
        return emit(units, register)
      }
      guard let joined = try scaled.rescaled(to: max(scaled.scale, constant.scale)),
        let units = number.units(scale: joined.scale)
      else { throw .range(plan.line(of: node)) }
      return emit(units, rescaled(register, scaled, to: joined.scale, .wide))
    case (.date, .date(let date)): return emit(Int64(date.dayNumber), register)
    case (.text, .string(let text)) where !sign.isOrder:
      return emit(Int64(store.texts.code(of: text)), register)
    default: throw off(node)
    }
  }

  private func folded(
    _ sign: ComparisonOperator, _ left: Value, _ right: Value
  ) -> TruthCell {
    if sign.isOrder, isNone(left) || isNone(right) { return .constant(Truth.no) }
    switch Operations.compare(sign, left, right) {
    case .boolean(let truth): return .constant(truth ? Truth.yes : Truth.no)
    default: return .constant(Truth.unknown)
    }
  }

  private func isNone(_ value: Value) -> Bool {
    if case .null(nil) = value { true } else { false }
  }

  mutating func membership(
    _ value: Cell, _ tests: [PlanTest], _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> TruthCell {
    var result = TruthCell.constant(Truth.no)
    for test in tests {
      result = try or(result, try self.test(value, test, context, node), node)
    }
    return result
  }

  mutating func test(
    _ value: Cell, _ test: PlanTest, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> TruthCell {
    switch test {
    case .any: return .constant(Truth.yes)
    case .compare(let sign, let other):
      return try compare(sign, value, try cell(other, context), node)
    case .range(let low, let lowIncluded, let high, let highIncluded):
      var result = TruthCell.constant(Truth.yes)
      if let low {
        result = try compare(
          lowIncluded ? .greaterOrEqual : .greater, value, try cell(low, context), node)
      }
      if let high {
        let below = try compare(
          highIncluded ? .lessOrEqual : .less, value, try cell(high, context), node)
        result = try and(result, below, node)
      }
      return result
    case .not(let tests):
      return try truth(
        try negated(cell(try membership(value, tests, context, node)), node), node)
    case .oneOf(let tests): return try membership(value, tests, context, node)
    }
  }
}

extension RuleCompiler.Unified {
  /// Whether the lanes stand in the order of the values.
  fileprivate var isOrdered: Bool {
    switch form {
    case .number, .date: true
    case .text, .identity: false
    }
  }
}

extension ComparisonOperator {
  fileprivate var isOrder: Bool { self != .equal && self != .notEqual }

  /// The same with the sides changed.
  fileprivate var turned: ComparisonOperator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}
