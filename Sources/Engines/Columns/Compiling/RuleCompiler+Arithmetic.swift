import Core
import FEEL
import PolicyPlan

/// Numbers and dates, each with the range that it is proven to lie in.
extension RuleCompiler {
  mutating func negate(_ cell: Cell, _ node: NodeID) throws(OffColumns) -> Cell {
    switch cell {
    case .known(let value): return folded(Operations.negate(value))
    case .unknown: return .unknown
    case .number(let register, let scaled, _):
      let wide = rescaled(register, scaled, to: scaled.scale, .wide)
      return .number(
        builder.emit(.negate(wide), in: wide.frame, .wide),
        .init(scale: scaled.scale, low: -scaled.high, high: -scaled.low), mayBeNone: false)
    default: throw off(node)
    }
  }

  mutating func arithmetic(
    _ sign: ArithmeticOperator, _ left: Cell, _ right: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    switch (left, right) {
    case (.known(let one), .known(let other)):
      return folded(Operations.arithmetic(sign, one, other))
    case (.unknown, _), (_, .unknown): return .unknown
    case (.date(let register, _), .known(let duration)) where sign == .add || sign == .subtract:
      return try moved(register, by: duration, isBack: sign == .subtract, node)
    case (.known(let duration), .date(let register, _)) where sign == .add:
      return try moved(register, by: duration, isBack: false, node)
    default: break
    }
    switch sign {
    case .add, .subtract: return try sum(sign, left, right, node)
    case .multiply:
      if case .known(.number(let number)) = left { return try product(right, number, node) }
      if case .known(.number(let number)) = right { return try product(left, number, node) }
      return try product(left, right, node)
    case .divide:
      // Exact where the reciprocal is a decimal with few digits; else it is rounded, and that is
      // for decimals.
      guard case .known(.number(let divisor)) = right,
        let reciprocal = Decimal128.one.divided(by: divisor),
        reciprocal.multiplied(by: divisor) == .one,
        (0...9).contains(where: { reciprocal.units(scale: $0) != nil })
      else { throw off(node) }
      return try product(left, reciprocal, node)
    case .power: throw off(node)
    }
  }

  func folded(_ value: Value) -> Cell {
    // A null with a reason is a defect of the rule.
    if case .null(_?) = value { return .unknown }
    return .known(value)
  }

  private mutating func sum(
    _ sign: ArithmeticOperator, _ left: Cell, _ right: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let (one, other) = (try wide(left, right, node), try wide(right, left, node))
    let scale = max(one.scaled.scale, other.scaled.scale)
    guard let first = try one.scaled.rescaled(to: scale),
      let second = try other.scaled.rescaled(to: scale)
    else { throw .range(plan.line(of: node)) }
    let registers = try together(
      [
        rescaled(one.register, one.scaled, to: scale, .wide),
        rescaled(other.register, other.scaled, to: scale, .wide),
      ], node)
    let isSum = sign == .add
    let range = try proven(
      scale, Int128(first.low) + (isSum ? Int128(second.low) : -Int128(second.high)),
      Int128(first.high) + (isSum ? Int128(second.high) : -Int128(second.low)), node)
    let step: Step =
      isSum ? .add(registers[0], registers[1]) : .subtract(registers[0], registers[1])
    return .number(builder.emit(step, in: registers[0].frame, .wide), range, mayBeNone: false)
  }

  private mutating func product(
    _ cell: Cell, _ number: Decimal128, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    guard case .number(let register, let scaled, _) = cell else { throw off(node) }
    let factor = try self.scaled(number, node)
    if factor.low != 0, factor.low % 10 == 0, scaled.scale > 0 {
      // Ten times as much is the same units with a digit fewer after the point.
      let fewer = ColumnForm.Scaled(
        scale: scaled.scale - 1, low: scaled.low, high: scaled.high)
      let tenth = Decimal128(units: factor.low / 10, scale: factor.scale)
      let wide = rescaled(register, scaled, to: scaled.scale, .wide)
      return try product(.number(wide, fewer, mayBeNone: false), tenth, node)
    }
    let range = try proven(
      scaled.scale + factor.scale,
      min(Int128(scaled.low) * Int128(factor.low), Int128(scaled.high) * Int128(factor.low)),
      max(Int128(scaled.low) * Int128(factor.low), Int128(scaled.high) * Int128(factor.low)), node)
    let wide = rescaled(register, scaled, to: scaled.scale, .wide)
    return .number(
      builder.emit(.multiplyConstant(wide, factor.low), in: wide.frame, .wide), range,
      mayBeNone: false)
  }

  private mutating func product(
    _ left: Cell, _ right: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let (one, other) = (try wide(left, right, node), try wide(right, left, node))
    let corners = [one.scaled.low, one.scaled.high].flatMap { left in
      [other.scaled.low, other.scaled.high].map { Int128(left) * Int128($0) }
    }
    let range = try proven(
      one.scaled.scale + other.scaled.scale, corners.min() ?? 0, corners.max() ?? 0, node)
    let registers = try together([one.register, other.register], node)
    return .number(
      builder.emit(.multiply(registers[0], registers[1]), in: registers[0].frame, .wide), range,
      mayBeNone: false)
  }

  /// A number in wide lanes, a constant in the frame of its partner.
  func wideForm(_ cell: Cell) -> ColumnForm.Scaled? {
    if case .number(_, let scaled, _) = cell { scaled } else { nil }
  }

  private mutating func wide(
    _ cell: Cell, _ partner: Cell, _ node: NodeID
  ) throws(OffColumns) -> (register: Register, scaled: ColumnForm.Scaled) {
    switch cell {
    case .number(let register, let scaled, _):
      return (rescaled(register, scaled, to: scaled.scale, .wide), scaled)
    case .known(.number(let number)):
      let scaled = try self.scaled(number, node)
      let frame = partner.register?.frame ?? ProgramBuilder.root
      return (constant(scaled.low, .wide, frame), scaled)
    default: throw off(node)
    }
  }

  private func proven(
    _ scale: Int, _ low: Int128, _ high: Int128, _ node: NodeID
  ) throws(OffColumns) -> ColumnForm.Scaled {
    guard scale <= 18, -Int128(RuleCompiler.limit) < low, high < Int128(RuleCompiler.limit) else {
      throw .range(plan.line(of: node))
    }
    return .init(scale: scale, low: Int64(low), high: Int64(high))
  }

  /// A date some days or months before or after.
  private mutating func moved(
    _ register: Register, by duration: Value, isBack: Bool, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let step: Step
    switch duration {
    case .dayTimeDuration(let time):
      let (days, rest) = time.nanoseconds.quotientAndRemainder(
        dividingBy: DayTimeDuration.nanosecondsPerDay)
      guard rest == 0, abs(days) < 1 << 20 else { throw off(node) }
      step = .addDays(register, Int32(isBack ? -days : days))
    case .yearMonthDuration(let span):
      guard abs(span.months) < 1 << 16 else { throw off(node) }
      step = .addMonths(register, Int32(isBack ? -span.months : span.months))
    default: throw off(node)
    }
    // Nothing comes of none, nor of a day that the calendar ends before.
    return .date(builder.emit(step, in: register.frame, .narrow), mayBeNone: true)
  }

  mutating func builtIn(
    _ name: String, _ arguments: [NodeID], _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    var cells: [Cell] = []
    for argument in arguments { cells.append(try cell(argument, context)) }
    let known = cells.compactMap { cell -> Value? in
      if case .known(let value) = cell { value } else { nil }
    }
    if known.count == cells.count { return folded(BuiltIns.call(name, known)) }
    switch name {
    case "max", "min":
      let both = try unified(
        cells, in: cells.compactMap(\.register).first?.frame ?? ProgramBuilder.root, node)
      guard case .number(let scaled, _) = both.form else { throw off(node) }
      var registers = try together(both.registers, node)
      var result = registers.removeFirst()
      for other in registers {
        result = builder.emit(
          name == "max" ? .greatest(result, other) : .least(result, other), in: result.frame,
          both.width)
      }
      return .number(result, scaled, mayBeNone: false)
    case "floor":
      guard cells.count == 1, case .number(let register, let scaled, let mayBeNone) = cells[0]
      else { throw off(node) }
      // Of none it is not none.
      if scaled.scale == 0, !mayBeNone { return cells[0] }
      let wide = rescaled(register, scaled, to: scaled.scale, .wide)
      let unit = power(scaled.scale)
      let floor = builder.emit(.floor(wide, to: unit), in: wide.frame, .wide)
      return .number(
        floor,
        .init(scale: 0, low: scaled.low / unit - 1, high: scaled.high / unit + 1),
        mayBeNone: false)
    default: throw off(node)
    }
  }
}
