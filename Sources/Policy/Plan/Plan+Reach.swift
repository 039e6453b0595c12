import FEEL
import Vocabulary

/// What a plan reads of other parties than the one that a benefit is determined for, beside the
/// attributes of those that records refer to.
package struct Reach: Sendable {
  /// Types of records that are read of parties which records refer to; indexes of the vocabulary's
  /// types.
  package var types: Set<Int> = []
  /// Over how many references in a row such records are read.
  package var steps = 0
  /// Types of records that are read where another record names one of them by its id.
  package var namedRecords: Set<Int> = []
  /// Types of records whose parties compete with each other: the population of a quota, and the
  /// subjects that rank. Empty where the plan has no quota.
  package var competing: Set<Int> = []

  package init() {}

  package mutating func formUnion(_ other: Reach) {
    types.formUnion(other.types)
    steps = max(steps, other.steps)
    namedRecords.formUnion(other.namedRecords)
    competing.formUnion(other.competing)
  }
}

extension Plan {
  /// What the plan reads of other parties for some of its benefits.
  ///
  /// - Parameter positions: of the benefits.
  /// - Returns: what is read, and who competes under the plan.
  package func reach(of positions: [Int]) -> Reach {
    var walk = ReachWalk(plan: self)
    for position in positions { walk.visit(benefits[position]) }
    for rule in stacking {
      guard case .quota(let quota) = rule.kind else { continue }
      walk.reach.competing.insert(quota.population)
      for benefit in benefits where rule.over.contains(benefit.id) {
        walk.reach.competing.insert(benefit.subject)
      }
    }
    for version in versions {
      let same = positions.compactMap { version.plan.position(of: benefits[$0]) }
      walk.reach.formUnion(version.plan.reach(of: same))
    }
    return walk.reach
  }
}

/// A walk over the rules that counts how many references lie between the party and what is read.
private struct ReachWalk {
  let plan: Plan
  var reach = Reach()
  /// References on the way to the element of each loop that is open.
  private var elements: [Int: Int] = [:]
  private var definitions: [NodeID: Int] = [:]
  private var seenTables: Set<Int> = []

  init(plan: Plan) { self.plan = plan }

  mutating func visit(_ benefit: BenefitPlan) {
    for rule in benefit.definitions + benefit.conditions + benefit.exclusions + benefit.caps {
      _ = visit(rule.node)
    }
    switch benefit.payment {
    case .once(let amount): _ = visit(amount.node)
    case .monthly(let months):
      for rule in [months.first, months.counts, months.rate] { _ = visit(rule.node) }
    case .score(let sheet): for rule in sheet.rules { _ = visit(rule.node) }
    case .inKind: break
    }
    if let field = benefit.receiver { visitReceiver(plan.vocabulary.types[benefit.subject], field) }
  }

  /// What was granted stands with the receiver, and a person is where the employer is.
  private mutating func visitReceiver(_ subject: EntityType, _ field: Int) {
    guard case .reference(let receivers) = subject.fields[field].type else { return }
    for name in ["claim", "employment"] {
      guard let type = plan.vocabulary.typeIndex(name),
        receivers.contains(where: plan.vocabulary.types[type].canBelong)
      else { continue }
      read(type, after: 1)
    }
  }

  private mutating func read(_ type: Int, after steps: Int) {
    guard steps > 0 else { return }
    reach.types.insert(type)
    reach.steps = max(reach.steps, steps)
  }

  /// - Returns: how many references lead to the record or party that the node gives.
  private mutating func visit(_ node: NodeID) -> Int {
    let operation = plan.nodes[node].operation
    if let (list, loop) = operation.loop {
      let steps = visit(list)
      let outer = elements.updateValue(steps, forKey: loop.depth)
      let body = visit(loop.body)
      elements[loop.depth] = outer
      if case .map = operation { return body }
      return steps
    }
    switch operation {
    case .element(let depth): return elements[depth] ?? 0
    case .definition(_, let inner):
      if let known = definitions[inner] { return known }
      let steps = visit(inner)
      definitions[inner] = steps
      return steps
    case .recordsOf(let type, let party):
      let steps = visit(party)
      read(type, after: steps)
      return steps
    case .follow(_, let base):
      if case .record(let id) = plan.nodes[node].type, let type = plan.vocabulary.typeIndex(id),
        case .record = plan.vocabulary.types[type].role
      {
        reach.namedRecords.insert(type)
      }
      return visit(base) + 1
    case .table(let index):
      visitTable(index)
      return 0
    case .tableOf(let index, let record):
      visitTable(index)
      return visit(record)
    default: return operation.operands.map { visit($0) }.max() ?? 0
    }
  }

  private mutating func visitTable(_ index: Int) {
    guard seenTables.insert(index).inserted else { return }
    let table = plan.tables[index]
    for node in table.inputs { _ = visit(node) }
    for row in table.rows {
      _ = visit(row.value)
      for node in row.tests.flatMap(\.operands) { _ = visit(node) }
    }
  }
}
