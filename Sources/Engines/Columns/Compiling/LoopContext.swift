import FEEL
import PolicyPlan

/// Where an expression stands: for which lanes, within which loops.
final class LoopContext {
  let id: Int
  let frame: Int
  /// Rows of the subjects.
  let subject: Register
  /// The month under test, by its number.
  let month: Register?
  /// The element of a loop, and the loop's depth.
  let element: (cell: Cell, depth: Int)?
  let outer: LoopContext?

  init(
    id: Int, frame: Int, subject: Register, month: Register? = nil,
    element: (cell: Cell, depth: Int)? = nil, outer: LoopContext? = nil
  ) {
    self.id = id
    self.frame = frame
    self.subject = subject
    self.month = month
    self.element = element
    self.outer = outer
  }

  /// The element of the loop of a depth.
  func element(at depth: Int) -> Cell? {
    if let element, element.depth == depth { return element.cell }
    return element == nil ? nil : outer?.element(at: depth)
  }

  /// Without the loops around.
  var withoutLoops: LoopContext {
    guard element != nil, let outer else { return self }
    return outer.withoutLoops
  }

  /// The outermost that an expression needs.
  func reduced(to need: LoopNeed) -> LoopContext {
    guard let outer else { return self }
    if let element { return need.depths.contains(element.depth) ? self : outer.reduced(to: need) }
    return need.month || !need.depths.isEmpty ? self : outer.reduced(to: need)
  }
}

/// What of the loops around it an expression asks for.
struct LoopNeed {
  var depths: Set<Int> = []
  var month = false

  mutating func formUnion(_ other: LoopNeed) {
    depths.formUnion(other.depths)
    month = month || other.month
  }
}

/// Finds what expressions need, each once.
struct LoopNeeds {
  let plan: Plan
  private var known: [NodeID: LoopNeed] = [:]

  init(_ plan: Plan) { self.plan = plan }

  mutating func need(_ node: NodeID) -> LoopNeed {
    if let known = known[node] { return known }
    var need = LoopNeed()
    let operation = plan.nodes[node].operation
    switch operation {
    case .element(let depth): need.depths = [depth]
    case .month: need.month = true
    case .definition(_, let inner): need.month = self.need(inner).month
    case .table(let index): need = self.need(table: index)
    case .tableOf(let index, let record):
      need = self.need(record)
      need.month = need.month || self.need(table: index).month
    default:
      for operand in operation.operands { need.formUnion(self.need(operand)) }
      if let (_, loop) = operation.loop {
        var inner = self.need(loop.body)
        inner.depths.remove(loop.depth)
        need.formUnion(inner)
      }
    }
    known[node] = need
    return need
  }

  private mutating func need(table index: Int) -> LoopNeed {
    var need = LoopNeed()
    let table = plan.tables[index]
    for input in table.inputs { need.formUnion(self.need(input)) }
    for row in table.rows {
      need.formUnion(self.need(row.value))
      for test in row.tests {
        for operand in test.operands { need.formUnion(self.need(operand)) }
      }
    }
    return need
  }

  /// Whether an expression looks at lists of records.
  mutating func isHeavy(_ node: NodeID) -> Bool {
    if let known = heavy[node] { return known }
    let operation = plan.nodes[node].operation
    let isHeavy: Bool
    switch operation {
    case .records, .recordsOf: isHeavy = true
    case .table(let index), .tableOf(let index, _):
      let table = plan.tables[index]
      let nodes = table.inputs + table.rows.flatMap { [$0.value] + $0.tests.flatMap(\.operands) }
      isHeavy = nodes.contains { self.isHeavy($0) }
    default: isHeavy = operation.operands.contains { self.isHeavy($0) }
    }
    heavy[node] = isHeavy
    return isHeavy
  }

  private var heavy: [NodeID: Bool] = [:]
}
