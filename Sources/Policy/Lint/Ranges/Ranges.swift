import Core
import FEEL
import PolicyPlan
import Vocabulary

/// Which values the quantities of a plan can have, worked out without a case: from the domains of
/// the vocabulary, the document's figures, and what conditions say.
struct Ranges {
  let plan: Plan
  /// Whether assumptions may have other values than those stated, as a region may set them.
  var assumptionsVary = false

  /// Tables of more rows than these are taken as a whole.
  private static let mostRows = 500

  /// The values a node can have where `known` holds; `nil` for records, lists and the like.
  func set(of node: NodeID, _ known: Known) -> ValueSet? {
    guard let measure = plan.measure(of: node) else { return nil }
    var set = (own(node, measure, known) ?? .all(measure)).settled(measure)
    if known.sets.isEmpty, known.given.isEmpty { return set }
    let key = plan.key(of: node)
    for narrowed in [known.sets[key], known.given[key]] {
      if let narrowed { set = set.intersection(narrowed) }
    }
    return set
  }

  /// What any of several nodes can be, each where something is known. Each has a grid of its own: on
  /// it neighbours are one interval, and the union is of what ends behind a last value.
  private func union(of nodes: [(node: NodeID, known: Known)], _ measure: Measure) -> ValueSet {
    var united = ValueSet.none(measure)
    var byGrid: [Grid: ValueSet] = [:]
    for (node, known) in nodes {
      let set = set(of: node, known) ?? .all(measure)
      if case .scale = set, let grid = plan.measure(of: node)?.grid {
        byGrid[grid] = byGrid[grid]?.union(set) ?? set
      } else {
        united = united.union(set)
      }
    }
    return byGrid.reduce(united) { sum, part in
      guard case .scale(let set) = part.value else { return sum }
      return sum.union(.scale(set.closed(on: part.key)))
    }
  }

  /// The bounds of a number.
  func bounds(of node: NodeID, _ known: Known) -> Bounds {
    guard let set = set(of: node, known)?.intervals, let grid = plan.measure(of: node)?.grid else {
      return .all
    }
    return Bounds(set, on: grid)
  }

  /// What the node itself says of its values; `nil` for nothing.
  private func own(_ node: NodeID, _ measure: Measure, _ known: Known) -> ValueSet? {
    let operation = plan.nodes[node].operation
    switch operation {
    case .constant(let value): return ValueSet(value, measure)
    case .assumption(let index):
      return assumptionsVary ? nil : ValueSet(plan.assumptions[index].value, measure)
    case .parameter(let index, _):
      return plan.parameters[index].values.reduce(ValueSet.none(measure)) {
        $0.union(ValueSet($1.value, measure) ?? .all(measure))
      }
    case .definition(_, let inner): return set(of: inner, known)
    case .field: return plan.fieldType(of: node).flatMap(ValueSet.init)
    case .dateMember(.year, let date): return years(of: date, known)
    case .dateMember(.month, _):
      return .scale(IntervalSet(from: .before(.one), to: .after(Decimal128(12))))
    case .dateMember(.day, _):
      return .scale(IntervalSet(from: .before(.one), to: .after(Decimal128(31))))
    case .conditional(let test, let then, let otherwise):
      let known = branches(test, then, otherwise, known).filter {
        plan.measure(of: $0.node) != nil
      }
      return union(of: known, measure)
    case .table(let index): return values(ofTable: index, measure, known)
    // What is known of the case says nothing of the one record that the table is about.
    case .tableOf(let index, _): return values(ofTable: index, measure, Known())
    case .comparison, .membership, .and, .or, .not:
      return truth(of: node, known).map { .words(WordSet([$0 ? "true" : "false"])) }
    default:
      if let value = plan.value(of: node) { return ValueSet(value, measure) }
      guard case .number = measure else { return nil }
      return number(operation, known).map { .scale($0.set) }
    }
  }

  private func years(of date: NodeID, _ known: Known) -> ValueSet? {
    guard let measure = plan.measure(of: date), let grid = measure.grid,
      let days = set(of: date, known)?.intervals
    else { return nil }
    return .scale(
      Bounds(days, on: grid).mapped {
        $0.integer.map { Decimal128(CivilDate(dayNumber: $0).year) }
      }.set)
  }

  private func number(_ operation: PolicyPlan.Operation, _ known: Known) -> Bounds? {
    switch operation {
    case .negate(let operand): return bounds(of: operand, known).negated
    case .arithmetic(let sign, let left, let right):
      guard case .number = plan.nodes[left].type, case .number = plan.nodes[right].type else {
        return nil
      }
      return arithmetic(sign, left, right, known)
    case .aggregate(.count, let list):
      return Bounds(low: .zero, high: isEmpty(list, known) ? .zero : nil)
    case .policyFunction(.coveredMonths, _): return Bounds(low: .zero, high: nil)
    case .aggregate(let aggregate, let list): return bounds(of: aggregate, list, known)
    case .policyFunction(.appraisalStandard, _):
      guard let catalogue = plan.vocabulary.catalogue("appraisal-standards"),
        let field = catalogue.fieldIndex("amount")
      else { return nil }
      return ValueSet(catalogue.fields[field].type)?.intervals.map { Bounds($0, on: .dense) }
    case .builtIn(let name, let arguments): return builtIn(name, arguments, known)
    default: return nil
    }
  }

  private func arithmetic(
    _ sign: ArithmeticOperator, _ left: NodeID, _ right: NodeID, _ known: Known
  ) -> Bounds? {
    let (a, b) = (bounds(of: left, known), bounds(of: right, known))
    switch sign {
    case .add: return a.adding(b)
    case .multiply: return a.multiplied(by: b)
    case .divide: return a.divided(by: b)
    case .subtract:
      var difference = a.adding(b.negated)
      if plan.key(of: left) == plan.key(of: right) { return Bounds(low: .zero, high: .zero) }
      if isOrdered(right, left, known) { difference.low = max(difference.low ?? .zero, .zero) }
      if isOrdered(left, right, known) { difference.high = min(difference.high ?? .zero, .zero) }
      return difference
    case .power: return nil
    }
  }

  /// Whether the first is known not to be greater; of two days neither is the year.
  private func isOrdered(_ lesser: NodeID, _ greater: NodeID, _ known: Known) -> Bool {
    if known.isOrdered(plan.key(of: lesser), plan.key(of: greater)) { return true }
    guard case .dateMember(.year, let first) = plan.undefined(lesser),
      case .dateMember(.year, let second) = plan.undefined(greater)
    else { return false }
    return known.isOrdered(plan.key(of: first), plan.key(of: second))
  }

  private func bounds(of aggregate: Aggregate, _ list: NodeID, _ known: Known) -> Bounds? {
    guard case .map(let source, let loop) = plan.nodes[list].operation else { return nil }
    let element = bounds(of: loop.body, elements(of: source, in: loop, known))
    guard aggregate == .sum else { return element }
    // A list may be empty and may be long.
    return Bounds(
      low: element.low.map { !$0.isNegative } == true ? .zero : nil,
      high: element.high.map { $0.isNegative || $0.isZero } == true ? .zero : nil)
  }

  private func builtIn(_ name: String, _ arguments: [NodeID], _ known: Known) -> Bounds? {
    let values = arguments.map { bounds(of: $0, known) }
    guard let first = values.first else { return nil }
    let digits: Int? =
      values.count < 2 ? 0 : (values[1].low == values[1].high ? values[1].low?.integer : nil)
    func rounded(_ mode: Rounding) -> Bounds? {
      digits.map { digits in first.mapped { $0.rounded(scale: digits, mode) } }
    }
    switch name {
    case "min": return values.dropFirst().reduce(first) { $0.least($1) }
    case "max": return values.dropFirst().reduce(first) { $0.greatest($1) }
    case "sum": return values.dropFirst().reduce(first) { $0.adding($1) }
    case "abs": return first.greatest(first.negated).greatest(Bounds(low: .zero, high: .zero))
    case "floor": return rounded(.floor)
    case "ceiling": return rounded(.ceiling)
    case "round up": return rounded(.up)
    case "round down": return rounded(.down)
    case "round half up": return rounded(.halfUp)
    case "round half down": return rounded(.halfDown)
    case "decimal": return rounded(.halfEven)
    case "string length": return Bounds(low: .zero, high: nil)
    default: return nil
    }
  }

  private func values(ofTable index: Int, _ measure: Measure, _ known: Known) -> ValueSet? {
    plan.tables[index].hitPolicy == .count || plan.tables[index].hitPolicy == .sum
      ? nil
      : union(of: rows(ofTable: index, known).map { ($0.value, $0.known) }, measure)
  }

  /// The values of the rows that can apply, each with what is known where it does.
  func rows(ofTable index: Int, _ known: Known) -> [(value: NodeID, known: Known)] {
    let table = plan.tables[index]
    // What a row adds to what is known matters for tables that somebody can read.
    if table.rows.count > Ranges.mostRows { return table.rows.map { ($0.value, known) } }
    return table.rows.map { row in
      var here = known
      for (input, test) in zip(table.inputs, row.tests) { hold(input, [test], true, &here) }
      return (row.value, here)
    }.filter { !$0.known.isImpossible }
  }

  /// The branches of a conditional that can be taken, each with what is known there.
  func branches(
    _ test: NodeID, _ then: NodeID, _ otherwise: NodeID, _ known: Known
  ) -> [(node: NodeID, known: Known)] {
    [(then, assuming(test, known)), (otherwise, assuming(test, isTrue: false, known))]
      .filter { !$0.1.isImpossible }
  }
}

extension ValueSet {
  /// The set of one value.
  init?(_ value: Value, _ measure: Measure) {
    if let word = measure.word(of: value) {
      self = .words(WordSet([word]))
    } else if let number = measure.position(of: value) {
      self = .scale(IntervalSet(number))
    } else {
      return nil
    }
  }

  /// The values that a field of the vocabulary may hold; `nil` where it says nothing of them.
  init?(_ type: FieldType) {
    switch type {
    case .number(let range, _, _):
      self = .scale(IntervalSet(from: .before(range.lowerBound), to: .after(range.upperBound)))
    case .enumeration(let values): self = .words(WordSet(Set(values.map(\.id))))
    case .boolean: self = .all(.boolean)
    default: return nil
    }
  }
}
