import Core
import FEEL
import PolicyPlan

extension Ranges {
  /// Which way a number goes.
  enum Direction {
    case up, down

    var reversed: Direction { self == .up ? .down : .up }
  }

  /// Whether a number surely goes beyond every bound in some case: of a sum over records there may
  /// be ever more, and years pass. Where `bounds` knows no end this tells “no end” from “unknown”.
  func isEndless(_ node: NodeID, _ direction: Direction, _ known: Known) -> Bool {
    let own = bounds(of: node, known)
    guard (direction == .up ? own.high : own.low) == nil else { return false }
    switch plan.nodes[node].operation {
    case .definition(_, let inner): return isEndless(inner, direction, known)
    case .negate(let operand): return isEndless(operand, direction.reversed, known)
    case .arithmetic(let sign, let left, let right):
      return isEndless(sign, left, right, direction, known)
    case .conditional(let test, let then, let otherwise):
      return branches(test, then, otherwise, known).contains { isEndless($0, direction, $1) }
    case .table(let index):
      return rows(ofTable: index, known).contains { isEndless($0.value, direction, $0.known) }
    case .aggregate(.count, _), .policyFunction(.coveredMonths, _): return direction == .up
    case .aggregate(.sum, let list):
      guard case .map(_, let loop) = plan.nodes[list].operation else { return false }
      let each = bounds(of: loop.body, known.leaving(depth: loop.depth))
      return direction == .up
        ? each.high.map { !$0.isNegative && !$0.isZero } ?? false
        : each.low?.isNegative ?? false
    case .dateMember(.year, let date):
      guard case .determinationDate = plan.undefined(date) else { return false }
      return direction == .up
    case .builtIn(let name, let arguments): return isEndless(name, arguments, direction, known)
    default: return false
    }
  }

  private func isEndless(
    _ sign: ArithmeticOperator, _ left: NodeID, _ right: NodeID, _ direction: Direction,
    _ known: Known
  ) -> Bool {
    switch sign {
    case .add:
      return isEndless(left, direction, known) && !makesUp(right, direction, known, left)
        || isEndless(right, direction, known) && !makesUp(left, direction, known, right)
    case .subtract:
      let other = direction.reversed
      return isEndless(left, direction, known) && !makesUp(right, other, known, left)
        || isEndless(right, other, known) && !makesUp(left, direction, known, right)
    case .multiply:
      return isEndless(left, direction, times: right, known)
        || isEndless(right, direction, times: left, known)
    case .divide:
      return bounds(of: right, known).high != nil
        && isEndless(left, direction, times: right, known)
    case .power: return false
    }
  }

  /// Whether one side may make up for the way another goes: it reads the same, and has no bound
  /// against that direction.
  private func makesUp(
    _ side: NodeID, _ direction: Direction, _ known: Known, _ other: NodeID
  ) -> Bool {
    let own = bounds(of: side, known)
    return (direction == .up ? own.low : own.high) == nil
      && !plan.reads(of: side).isDisjoint(with: plan.reads(of: other))
  }

  /// Whether a side is endless, given a factor that is not zero and has one sign.
  private func isEndless(
    _ side: NodeID, _ direction: Direction, times factor: NodeID, _ known: Known
  ) -> Bool {
    let factor = bounds(of: factor, known)
    if let low = factor.low, !low.isNegative, !low.isZero {
      return isEndless(side, direction, known)
    }
    if let high = factor.high, high.isNegative {
      return isEndless(side, direction.reversed, known)
    }
    return false
  }

  private func isEndless(
    _ name: String, _ arguments: [NodeID], _ direction: Direction, _ known: Known
  ) -> Bool {
    switch (name, direction) {
    // Of several, the one that goes furthest decides in one direction and all in the other.
    case ("min", .down), ("max", .up), ("sum", _):
      return arguments.contains { isEndless($0, direction, known) }
    case ("min", .up), ("max", .down):
      return arguments.allSatisfy { isEndless($0, direction, known) }
    case ("abs", .up):
      return arguments.contains { isEndless($0, .up, known) || isEndless($0, .down, known) }
    case ("floor", _), ("ceiling", _), ("round up", _), ("round down", _), ("round half up", _),
      ("round half down", _), ("decimal", _):
      return arguments.first.map { isEndless($0, direction, known) } ?? false
    default: return false
    }
  }
}
