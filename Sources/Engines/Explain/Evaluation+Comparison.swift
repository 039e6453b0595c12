import Core
import FEEL
import PolicyPlan

/// Comparisons of what moves on with the day of the determination: the day itself, what is worked
/// out from it, a number of months that grows. The clock notes when the answer turns, not when the operand moves.
extension Evaluation {
  /// An operand, and how it moves.
  private enum Operand {
    case still(Held)
    case day(AskedDay)
    case value(MovingValue)
    case months(CoveredMonths)

    var held: Held {
      switch self {
      case .still(let held): held
      case .day(let day): day.held
      case .value(let value): value.held
      case .months(let months): months.held
      }
    }
  }

  /// Compares two operands.
  ///
  /// - Returns: what they are, for the explanation, and the result.
  mutating func compare(
    _ op: ComparisonOperator, _ left: NodeID, _ right: NodeID
  ) -> (left: Held, right: Held, result: Held) {
    let first = operand(left)
    let second = operand(right)
    var result = Evaluation.compare(op, first.held, second.held)
    if result.unknown != nil, let settled = settledCount(op, left, right, first.held, second.held) {
      result = settled
    }
    switch (first, second) {
    case (.still, .still): break
    case (let moving, .still(let other)):
      noteTurn(of: moving, op, against: other, result) { Evaluation.compare(op, $0, other) }
    case (.still(let other), let moving):
      noteTurn(of: moving, op, against: other, result) { Evaluation.compare(op, other, $0) }
    default:
      // Both move: whatever happens happens tomorrow at the earliest.
      clock.note(world.on.next)
    }
    return (first.held, second.held, result)
  }

  /// What holds of every number that a count may still come to.
  private mutating func settledCount(
    _ op: ComparisonOperator, _ left: NodeID, _ right: NodeID, _ first: Held, _ second: Held
  ) -> Held? {
    guard first.unknown == nil || second.unknown == nil else { return nil }
    let isLeft = first.unknown != nil
    guard let range = countRange(isLeft ? left : right),
      case .value(.number(let fixed)) = isLeft ? second : first
    else { return nil }
    // From one end to the other an answer turns at the number itself, if at all.
    let least = Decimal128(range.lowerBound)
    let most = Decimal128(range.upperBound)
    let turn = max(least, min(most, fixed))
    let answers = [least, turn, most].map { count in
      isLeft
        ? Evaluation.compare(op, .value(.number(count)), second)
        : Evaluation.compare(op, first, .value(.number(count)))
    }
    guard let truth = answers[0].truth, answers.allSatisfy({ $0.truth == truth }) else {
      return nil
    }
    return .value(.boolean(truth))
  }

  private mutating func operand(_ node: NodeID) -> Operand {
    if isDay(node) {
      let day = day(node)
      return day.isRunning ? .day(day) : .still(day.held)
    }
    if let (list, asked) = monthsAsked(node) {
      let months = coveredMonths(list, asked)
      return months.isRunning ? .months(months) : .still(months.held)
    }
    if let value = movingValue(node) {
      return value.asked.isRunning ? .value(value) : .still(value.held)
    }
    return .still(held(node))
  }

  /// The arguments, where a node counts months through a day that runs.
  private func monthsAsked(_ node: NodeID) -> (list: NodeID, day: NodeID)? {
    switch plan.nodes[node].operation {
    case .policyFunction(.coveredMonths, let arguments) where world.supposed.isEmpty:
      isDay(arguments[1]) ? (arguments[0], arguments[1]) : nil
    case .definition(_, let inner): monthsAsked(inner)
    default: nil
    }
  }

  /// Notes the first day on which the result is another one.
  private mutating func noteTurn(
    of operand: Operand, _ op: ComparisonOperator, against other: Held, _ result: Held,
    _ compare: (Held) -> Held
  ) {
    // What is unknown, or none, stays so.
    guard let now = result.truth, case .value(let fixed) = other else { return }
    switch operand {
    case .still: break
    case .day(let asked):
      guard case .date(let date) = fixed else { return }
      // The day can only pass it.
      let turn = [date, date.next].first {
        $0 > world.on && compare(.value(.date($0))).truth != now
      }
      if let turn, asked.reaches(turn) { clock.note(turn) }
    case .value(let value):
      guard op != .equal && op != .notEqual else { return clock.note(world.on.next) }
      let turn = value.turn(after: world.on) { compare($0).truth != now }
      if let turn, value.asked.reaches(turn) { clock.note(turn) }
    case .months(let months):
      let turn = months.turn(once: op != .equal && op != .notEqual) {
        compare(.value(.number(Decimal128($0)))).truth != now
      }
      if let turn, months.asked.reaches(turn) { clock.note(turn) }
    }
  }
}
