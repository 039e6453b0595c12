import Core
import FEEL
import PolicyPlan

/// Decision tables that collect all rows that hit: their sum, the least or greatest value, how many.
extension RuleCompiler {
  /// Unknown where it is unknown whether a row hits; and where none does, but for their number.
  mutating func collected(
    _ policy: HitPolicy, _ hits: [TruthCell], _ values: [Cell], _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let neutral = try neutral(policy, values, node)
    var any = TruthCell.constant(Truth.no)
    // Nothing comes of none, not even where it is the only value.
    var total = neutral
    for (hit, value) in zip(hits, values) {
      any = try or(any, hit, node)
      let own = policy == .count ? .known(.number(.one)) : value
      let term = try term(hit, own, neutral, node)
      total = try both(policy, total, term, node)
    }
    return policy == .count ? total : try term(any, total, .unknown, node)
  }

  /// What a row that does not hit adds.
  private mutating func neutral(
    _ policy: HitPolicy, _ values: [Cell], _ node: NodeID
  ) throws(OffColumns) -> Cell {
    guard policy == .minimum || policy == .maximum else { return .known(.number(.zero)) }
    // Beyond none of the values, so that it stands behind whatever hits.
    guard case .number(let scaled, _) = try unified(values, in: ProgramBuilder.root, node).form
    else { throw off(node) }
    let end = policy == .minimum ? scaled.high : scaled.low
    return .known(.number(Decimal128(units: end, scale: scaled.scale)))
  }

  private mutating func term(
    _ hit: TruthCell, _ value: Cell, _ neutral: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    switch hit {
    case .constant(Truth.yes): return value
    case .constant(Truth.no): return neutral
    case .constant: return .unknown
    case .register(let register):
      if case (.unknown, .unknown) = (value, neutral) { return .unknown }
      let chosen = try select(register, value, neutral, node)
      return try select(isKnown(register), chosen, .unknown, node)
    }
  }

  private mutating func both(
    _ policy: HitPolicy, _ left: Cell, _ right: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    if policy == .sum || policy == .count { return try arithmetic(.add, left, right, node) }
    switch (left, right) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.known(let one), .known(let other)):
      return folded(BuiltIns.call(policy == .minimum ? "min" : "max", [one, other]))
    default: break
    }
    let frame = (left.register ?? right.register)?.frame ?? ProgramBuilder.root
    let sides = try unified([left, right], in: frame, node)
    guard case .number(let scaled, _) = sides.form else { throw off(node) }
    let registers = try together(sides.registers, node)
    let step: Step =
      policy == .minimum
      ? .least(registers[0], registers[1]) : .greatest(registers[0], registers[1])
    return .number(
      builder.emit(step, in: registers[0].frame, sides.width), scaled, mayBeNone: false)
  }
}
