import Core
import FEEL
import PolicyPlan

/// A number as a sum of quantities, each times a factor, and a constant: `课时 * 2 + 1`.
struct LinearForm {
  struct Term {
    let node: NodeID
    var factor: Decimal128
  }

  /// By `Plan.key(of:)`; a factor is never zero.
  private(set) var terms: [String: Term] = [:]
  private(set) var constant = Decimal128.zero

  private init(constant: Decimal128) { self.constant = constant }

  /// A number's form; `nil` where one is too great to work with. Whether an assumption counts as a
  /// constant is for the ranges to say.
  init?(_ node: NodeID, _ ranges: Ranges) {
    guard let form = LinearForm.form(node, ranges) else { return nil }
    self = form
  }

  private static func form(_ node: NodeID, _ ranges: Ranges) -> LinearForm? {
    let plan = ranges.plan
    switch plan.nodes[node].operation {
    case .definition(_, let inner): return form(inner, ranges)
    case .negate(let operand):
      return form(operand, ranges)?.multiplied(by: Decimal128.one.negated)
    case .arithmetic(let sign, let left, let right):
      guard let a = form(left, ranges), let b = form(right, ranges) else { return nil }
      switch sign {
      case .add: return a.adding(b)
      case .subtract: return a.subtracting(b)
      case .multiply:
        if a.terms.isEmpty { return b.multiplied(by: a.constant) }
        if b.terms.isEmpty { return a.multiplied(by: b.constant) }
      case .divide, .power: break
      }
    case .assumption where ranges.assumptionsVary: break
    default:
      if case .number(let number)? = plan.value(of: node) { return LinearForm(constant: number) }
    }
    var form = LinearForm(constant: .zero)
    form.terms[plan.key(of: node)] = Term(node: node, factor: .one)
    return form
  }

  private func multiplied(by factor: Decimal128) -> LinearForm? {
    guard !factor.isZero else { return LinearForm(constant: .zero) }
    guard let constant = constant.multiplied(by: factor) else { return nil }
    var product = LinearForm(constant: constant)
    for (key, term) in terms {
      guard let factor = term.factor.multiplied(by: factor) else { return nil }
      product.terms[key] = Term(node: term.node, factor: factor)
    }
    return product
  }

  private func adding(_ other: LinearForm) -> LinearForm? {
    guard let constant = constant.adding(other.constant) else { return nil }
    var sum = self
    sum.constant = constant
    for (key, term) in other.terms {
      guard let factor = (sum.terms[key]?.factor ?? .zero).adding(term.factor) else { return nil }
      sum.terms[key] = factor.isZero ? nil : Term(node: term.node, factor: factor)
    }
    return sum
  }

  func subtracting(_ other: LinearForm) -> LinearForm? {
    other.multiplied(by: Decimal128.one.negated).flatMap(adding)
  }
}

extension Ranges {
  /// Solves a comparison of sums for the one quantity in which they differ.
  func solve(
    _ sign: ComparisonOperator, _ left: NodeID, _ right: NodeID, _ known: inout Known
  ) {
    guard isSum(left) || isSum(right), case .number = plan.nodes[left].type,
      case .number = plan.nodes[right].type,
      let form = LinearForm(left, self).flatMap({ left in
        LinearForm(right, self).flatMap { left.subtracting($0) }
      })
    else { return }
    if form.terms.isEmpty {
      if !sign.holds(form.constant, .zero) { known.contradict() }
      return
    }
    guard form.terms.count == 1, let term = form.terms.values.first, varies(term.node),
      let measure = plan.measure(of: term.node),
      let value = form.constant.negated.divided(by: term.factor)
    else { return }
    let sign = term.factor.isNegative ? sign.mirrored : sign
    confine(term.node, measure, &known) { _ in
      .scale(sign.reach(of: value))
    }
  }

  private func isSum(_ node: NodeID) -> Bool {
    switch plan.undefined(node) {
    case .arithmetic, .negate: true
    default: false
    }
  }
}

extension ComparisonOperator {
  fileprivate func holds(_ left: Decimal128, _ right: Decimal128) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }

  /// The numbers that stand so to one.
  fileprivate func reach(of value: Decimal128) -> IntervalSet {
    switch self {
    case .equal: IntervalSet(value)
    case .notEqual: IntervalSet(value).complement
    default: reach(IntervalSet.Interval(from: .before(value), to: .after(value))) ?? .all
    }
  }
}
