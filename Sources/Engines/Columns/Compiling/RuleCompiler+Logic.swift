import Core
import FEEL
import PolicyPlan

/// Truths, and choices between values.
extension RuleCompiler {
  mutating func truth(_ node: NodeID, _ context: LoopContext) throws(OffColumns) -> TruthCell {
    try truth(try cell(node, context), node)
  }

  /// A cell as a truth: none is not true.
  mutating func truth(_ cell: Cell, _ node: NodeID) throws(OffColumns) -> TruthCell {
    switch cell {
    case .known(.boolean(let truth)): return .constant(truth ? Truth.yes : Truth.no)
    case .known: return .constant(Truth.no)
    case .unknown: return .constant(Truth.unknown)
    case .truth(let register, false): return .register(register)
    case .truth(let register, true):
      return .register(builder.emit(.settled(register), in: register.frame, .truth))
    default: throw off(node)
    }
  }

  func cell(_ truth: TruthCell) -> Cell {
    switch truth {
    case .constant(Truth.unknown): .unknown
    case .constant(let truth): .known(.boolean(truth == Truth.yes))
    case .register(let register): .truth(register, mayBeNone: false)
    }
  }

  /// A truth as a register of a frame.
  mutating func register(
    _ truth: TruthCell, in frame: Int, _ node: NodeID
  ) throws(OffColumns) -> Register {
    switch truth {
    case .constant(let byte): return builder.emit(.constantTruth(byte), in: frame, .truth)
    case .register(let register):
      guard let spread = builder.spread(register, to: frame) else { throw off(node) }
      return spread
    }
  }

  /// The registers in the innermost of their frames.
  mutating func together(_ registers: [Register], _ node: NodeID) throws(OffColumns) -> [Register] {
    guard
      let inner = registers.max(by: { builder.depth(of: $0.frame) < builder.depth(of: $1.frame) })
    else { return [] }
    var all: [Register] = []
    for register in registers {
      guard let spread = builder.spread(register, to: inner.frame) else { throw off(node) }
      all.append(spread)
    }
    return all
  }

  mutating func and(
    _ left: TruthCell, _ right: TruthCell, _ node: NodeID
  ) throws(OffColumns) -> TruthCell {
    switch (left, right) {
    case (.constant(Truth.no), _), (_, .constant(Truth.no)): return .constant(Truth.no)
    case (.constant(Truth.yes), let other), (let other, .constant(Truth.yes)): return other
    case (.constant(let one), .constant(let other)): return .constant(min(one, other))
    case (.register(let one), .register(let other)):
      let both = try together([one, other], node)
      return .register(builder.emit(.and(both[0], both[1]), in: both[0].frame, .truth))
    case (.register(let one), .constant(let byte)), (.constant(let byte), .register(let one)):
      let other = builder.emit(.constantTruth(byte), in: one.frame, .truth)
      return .register(builder.emit(.and(one, other), in: one.frame, .truth))
    }
  }

  mutating func or(
    _ left: TruthCell, _ right: TruthCell, _ node: NodeID
  ) throws(OffColumns) -> TruthCell {
    switch (left, right) {
    case (.constant(Truth.yes), _), (_, .constant(Truth.yes)): return .constant(Truth.yes)
    case (.constant(Truth.no), let other), (let other, .constant(Truth.no)): return other
    case (.constant(let one), .constant(let other)): return .constant(max(one, other))
    case (.register(let one), .register(let other)):
      let both = try together([one, other], node)
      return .register(builder.emit(.or(both[0], both[1]), in: both[0].frame, .truth))
    case (.register(let one), .constant(let byte)), (.constant(let byte), .register(let one)):
      let other = builder.emit(.constantTruth(byte), in: one.frame, .truth)
      return .register(builder.emit(.or(one, other), in: one.frame, .truth))
    }
  }

  mutating func negated(_ cell: Cell, _ node: NodeID) throws(OffColumns) -> Cell {
    switch cell {
    case .known(.boolean(let truth)): return .known(.boolean(!truth))
    case .known, .unknown: return cell
    case .truth(let register, let mayBeNone):
      return .truth(
        builder.emit(.not(register), in: register.frame, .truth), mayBeNone: mayBeNone)
    default: throw off(node)
    }
  }

  mutating func conditional(
    _ condition: NodeID, _ then: NodeID, _ otherwise: NodeID, _ context: LoopContext,
    _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let chosen = try truth(condition, context)
    switch chosen {
    case .constant(Truth.yes): return try cell(then, context)
    case .constant(Truth.no): return try cell(otherwise, context)
    case .constant: return .unknown
    case .register(let register):
      return try select(register, try cell(then, context), try cell(otherwise, context), node)
    }
  }

  /// One of two values; where it is unknown which, what both agree on.
  mutating func select(
    _ chosen: Register, _ then: Cell, _ otherwise: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    if let one = side(then, in: chosen.frame), let other = side(otherwise, in: chosen.frame) {
      let all = try together([chosen, one.register, other.register], node)
      let result = builder.emit(
        .select(all[0], then: all[1], otherwise: all[2]), in: all[0].frame, .truth)
      return .truth(result, mayBeNone: one.mayBeNone || other.mayBeNone)
    }
    let sides = try unified([then, otherwise], in: chosen.frame, node)
    let all = try together([chosen] + sides.registers, node)
    let result = builder.emit(
      .select(all[0], then: all[1], otherwise: all[2]), in: all[0].frame, all[1].width)
    return sides.cell(result)
  }

  /// One side of a choice between truths; `nil` for what is none.
  private mutating func side(_ cell: Cell, in frame: Int) -> (register: Register, mayBeNone: Bool)?
  {
    func constant(_ byte: UInt8) -> (Register, Bool) {
      (builder.emit(.constantTruth(byte), in: frame, .truth), byte == Truth.none)
    }
    switch cell {
    case .truth(let register, let mayBeNone): return (register, mayBeNone)
    case .known(.boolean(let truth)): return constant(truth ? Truth.yes : Truth.no)
    case .known(.null): return constant(Truth.none)
    case .unknown: return constant(Truth.unknown)
    default: return nil
    }
  }
}
