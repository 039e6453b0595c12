import FEEL
import PolicyPlan

/// What many records come to.
extension RuleCompiler {
  mutating func aggregated(
    _ aggregate: Aggregate, _ list: Cell, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    switch (aggregate, list) {
    case (.count, .values(var listed, let value)):
      listed.member = try known(value, listed, node)
      return try aggregated(.count, .list(listed), context, node)
    case (.count, .list(let listed)):
      let outer = builder.program.frames[listed.frame].parent ?? ProgramBuilder.root
      let count = builder.emit(
        .count(listed.member, records: listed.frame, open: listed.open), in: outer, .narrow)
      return .number(count, .init(scale: 0, low: 0, high: 1 << 30), mayBeNone: false)
    case (.sum, .values(let listed, .number(let value, let scaled, _))):
      return try fold(.sum, listed, value, scaled, node)
    case (.min, .values(let listed, .number(let value, let scaled, _))):
      return try fold(.least, listed, value, scaled, node)
    case (.max, .values(let listed, .number(let value, let scaled, _))):
      return try fold(.greatest, listed, value, scaled, node)
    case (.min, .values(let listed, .text(let value, _))):
      return try foldText(.least, listed, value, node)
    case (.max, .values(let listed, .text(let value, _))):
      return try foldText(.greatest, listed, value, node)
    case (.min, .values(let listed, .date(let value, _))):
      // Of no records there is no first day.
      return .date(try fold(.least, listed, value, node), mayBeNone: true)
    case (.max, .values(let listed, .date(let value, _))):
      return .date(try fold(.greatest, listed, value, node), mayBeNone: true)
    default: throw off(node)
    }
  }

  /// Whether each belongs to the values of a list: a value that is unknown leaves their number open.
  private mutating func known(
    _ value: Cell, _ listed: Cell.Listed, _ node: NodeID
  ) throws(OffColumns) -> Register? {
    let settled: Register
    switch value {
    case .known: return listed.member
    case .unknown: settled = builder.emit(.constantTruth(Truth.unknown), in: listed.frame, .truth)
    case .truth(let register, _):
      settled = builder.emit(
        .sameTruth(register, register, isEqual: true), in: register.frame, .truth)
    case .number(let register, _, _), .date(let register, _), .text(let register, _),
      .record(_, let register), .identity(_, let register):
      settled = builder.emit(
        .compare(.equal, register, register), in: register.frame, .truth)
    case .list, .values: throw off(node)
    }
    guard let own = builder.spread(settled, to: listed.frame) else { throw off(node) }
    return listed.member.map { builder.emit(.and($0, own), in: listed.frame, .truth) } ?? own
  }

  private mutating func fold(
    _ fold: Step.Fold, _ listed: Cell.Listed, _ value: Register, _ scaled: ColumnForm.Scaled,
    _ node: NodeID
  ) throws(OffColumns) -> Cell {
    if fold != .sum {
      return .number(try self.fold(fold, listed, value, node), scaled, mayBeNone: false)
    }
    let sum = try sumRange(scaled, node)
    guard let wide = spreadWide(value, to: listed.frame) else { throw off(node) }
    return .number(try self.fold(.sum, listed, wide, node), sum, mayBeNone: false)
  }

  /// The range of a sum over a party's records.
  func sumRange(_ scaled: ColumnForm.Scaled, _ node: NodeID) throws(OffColumns) -> ColumnForm.Scaled
  {
    // As many as one party has records at most.
    let most = Int64(1 << 20)
    guard max(abs(scaled.low), abs(scaled.high)) < RuleCompiler.limit / most else {
      throw .range(plan.line(of: node))
    }
    return .init(
      scale: scaled.scale, low: min(0, scaled.low * most), high: max(0, scaled.high * most))
  }

  private mutating func fold(
    _ fold: Step.Fold, _ listed: Cell.Listed, _ value: Register, _ node: NodeID
  ) throws(OffColumns) -> Register {
    guard let value = builder.spread(value, to: listed.frame) else { throw off(node) }
    let outer = builder.program.frames[listed.frame].parent ?? ProgramBuilder.root
    return builder.emit(
      .fold(fold, value, member: listed.member, records: listed.frame, open: listed.open),
      in: outer, value.width)
  }

  /// The first or last text in FEEL's order.
  private mutating func foldText(
    _ fold: Step.Fold, _ listed: Cell.Listed, _ value: Register, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    builder.rank(store.texts)
    let rank = builder.emit(.rank(value), in: value.frame, .narrow)
    let found = try self.fold(fold, listed, rank, node)
    return .text(builder.emit(.ranked(found), in: found.frame, .narrow), mayBeNone: false)
  }

  mutating func spreadWide(_ value: Register, to frame: Int) -> Register? {
    guard let register = builder.spread(value, to: frame) else { return nil }
    return register.width == .wide ? register : builder.emit(.widen(register), in: frame, .wide)
  }
}
