import Core
import FEEL
import PolicyPlan

/// A value that is worked out from a day that runs, and only grows, or only falls, as it does: a day
/// some time before or after, the time since.
struct MovingValue {
  let asked: AskedDay
  let held: Held
  /// What it is when the day is another one.
  let at: (CivilDate) -> Held

  /// The first day on which the value is one that makes a difference; as the value moves one way,
  /// every later day's does too.
  ///
  /// - Parameters:
  ///   - day: the day of determination.
  ///   - isOther: whether a value makes a difference.
  /// - Returns: `nil` when that never comes.
  func turn(after day: CivilDate, _ isOther: (Held) -> Bool) -> CivilDate? {
    // No rule looks as far as that.
    guard var later = asked.last ?? CivilDate(year: 2400, month: 1, day: 1), later > day,
      isOther(at(later))
    else { return nil }
    var earlier = day
    while later.dayNumber - earlier.dayNumber > 1 {
      let middle = CivilDate(dayNumber: (earlier.dayNumber + later.dayNumber) / 2)
      if isOther(at(middle)) { later = middle } else { earlier = middle }
    }
    return later
  }
}

extension Evaluation {
  /// The value of a node that adds to the day of determination, or takes the time between it and
  /// another date; `nil` for any other node.
  mutating func movingValue(_ node: NodeID) -> MovingValue? {
    let operation: (Value, Value) -> Value
    let operands: (left: NodeID, right: NodeID)
    switch plan.nodes[node].operation {
    case .definition(_, let inner): return movingValue(inner)
    case .arithmetic(let sign, let left, let right) where sign == .add || sign == .subtract:
      operation = { Operations.arithmetic(sign, $0, $1) }
      operands = (left, right)
    case .builtIn(let name, let arguments)
    where name == "years and months duration" && arguments.count == 2:
      operation = { BuiltIns.call(name, [$0, $1]) }
      operands = (arguments[0], arguments[1])
    default: return nil
    }
    // Where both move nothing is known of how.
    guard isDay(operands.left) != isDay(operands.right) else { return nil }
    let isLeft = isDay(operands.left)
    let asked = day(isLeft ? operands.left : operands.right)
    let other = held(isLeft ? operands.right : operands.left)
    func value(_ day: Held) -> Held {
      let (left, right) = isLeft ? (day, other) : (other, day)
      return Evaluation.apply(left, right, operation)
    }
    return MovingValue(asked: asked, held: value(asked.held)) { value(.value(.date($0))) }
  }
}
