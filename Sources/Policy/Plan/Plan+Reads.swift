import FEEL
import Vocabulary

/// A fact that rules read: a type of party or record, and a field of it, or `nil` for the bare
/// presence of records.
package struct FactPath: Sendable, Hashable {
  /// Index into `Vocabulary.types`.
  package let type: Int
  /// Index into the type's fields.
  package let field: Int?

  package init(type: Int, field: Int?) {
    self.type = type
    self.field = field
  }
}

extension Plan {
  /// What a benefit's rules read, directly or through definitions, tables and parameters, in the
  /// order of the document: what a form has to ask.
  package func reads(of benefit: Int) -> [FactPath] {
    var walk = ReadingWalk(plan: self)
    walk.visit(benefits[benefit])
    let later = versions.flatMap { version in
      version.plan.position(of: benefits[benefit]).map { version.plan.reads(of: $0) } ?? []
    }
    return walk.paths
      + Set(later).subtracting(walk.paths).sorted {
        ($0.type, $0.field ?? -1) < ($1.type, $1.field ?? -1)
      }
  }

  /// What one rule reads, directly or through definitions, tables and parameters.
  package func reads(of rule: RulePlan) -> [FactPath] {
    var walk = ReadingWalk(plan: self)
    walk.visit(rule.node)
    return walk.paths
  }

  /// Ids of the catalogues that a benefit's rules look things up in.
  package func catalogues(of benefit: Int) -> [String] {
    var walk = ReadingWalk(plan: self)
    walk.visit(benefits[benefit])
    let later = versions.flatMap { version in
      version.plan.position(of: benefits[benefit]).map { version.plan.catalogues(of: $0) } ?? []
    }
    return walk.catalogues + Set(later).subtracting(walk.catalogues).sorted()
  }

  /// Where a benefit of another version of the document stands in this one.
  package func position(of benefit: BenefitPlan) -> Int? {
    benefits.firstIndex { $0.id == benefit.id }
  }
}

/// A walk from the rules of one benefit down to the facts.
private struct ReadingWalk {
  let plan: Plan
  private(set) var paths: [FactPath] = []
  private(set) var catalogues: [String] = []
  private var seenPaths: Set<FactPath> = []
  private var seenNodes: Set<NodeID> = []
  private var seenTables: Set<Int> = []

  init(plan: Plan) { self.plan = plan }

  mutating func visit(_ benefit: BenefitPlan) {
    if benefit.isOfParty {
      for type in benefit.recorded { read(type, nil) }
    } else {
      read(benefit.subject, nil)
    }
    if case .ofSubject = benefit.event, let event = plan.vocabulary.types[benefit.subject].event {
      read(benefit.subject, event)
    }
    if let receiver = benefit.receiver { read(benefit.subject, receiver) }
    for rule in benefit.conditions + benefit.exclusions { visit(rule.node) }
    switch benefit.payment {
    case .once(let amount): visit(amount.node)
    case .monthly(let months):
      visit(months.first.node)
      visit(months.counts.node)
      visit(months.rate.node)
    case .score(let sheet): for rule in sheet.rules { visit(rule.node) }
    case .inKind: break
    }
    for cap in benefit.caps { visit(cap.node) }
    for rule in benefit.stacked { visit(rule.node) }
    for rule in plan.stacking {
      if let position = rule.over.firstIndex(of: benefit.id) {
        for case .field(let fields) in rule.keys { read(benefit.subject, fields[position]) }
        visit(rule.kind, benefit, position)
      }
    }
  }

  private mutating func visit(
    _ kind: StackingRule.Kind, _ benefit: BenefitPlan, _ position: Int
  ) {
    switch kind {
    case .highest(let highest):
      guard let afterwards = highest.afterwards else { return }
      read(benefit.subject, afterwards.level[position])
      read(benefit.subject, afterwards.achievement[position])
    case .quota(let quota):
      read(benefit.subject, quota.rank)
      read(benefit.subject, quota.year)
      read(quota.population, quota.founded)
      for filter in quota.filters { read(quota.population, filter.field) }
    case .ladder(let ladder): read(benefit.subject, ladder.level[position])
    case .once, .cap, .onePerMonth, .blocks, .choice: break
    }
  }

  mutating func visit(_ node: NodeID) {
    guard seenNodes.insert(node).inserted else { return }
    switch plan.nodes[node].operation {
    case .constant, .determinationDate, .month, .subject, .party, .element, .assumption: break
    case .records(let type): read(type, nil)
    case .recordsOf(let type, let party):
      visit(party)
      read(type, nil)
    case .field(let field, let base), .follow(let field, let base):
      visit(base)
      if let type = recordType(of: base) { read(type, field) }
    case .definition(_, let node), .identifier(let node), .negate(let node), .not(let node),
      .dateMember(_, let node), .aggregate(_, let node), .parameter(_, let node):
      visit(node)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .and(let left, let right), .or(let left, let right):
      visit(left)
      visit(right)
    case .conditional(let condition, let then, let otherwise):
      visit(condition)
      visit(then)
      visit(otherwise)
    case .membership(let value, let tests):
      visit(value)
      tests.forEach { visit($0) }
    case .filter(let list, let loop), .quantified(_, let list, let loop), .map(let list, let loop):
      visit(list)
      visit(loop.body)
    case .builtIn(_, let arguments): arguments.forEach { visit($0) }
    case .policyFunction(let function, let arguments): visit(function, arguments)
    case .table(let index): visitTable(index)
    case .tableOf(let index, let record):
      visit(record)
      visitTable(index)
    }
  }

  private mutating func visit(_ function: PolicyFunction, _ arguments: [NodeID]) {
    arguments.forEach { visit($0) }
    switch function {
    case .covers, .coveredMonths:
      guard let spells = arguments.first, let type = recordType(of: spells),
        let spell = plan.vocabulary.types[type].spell
      else { return }
      read(type, spell.from)
      read(type, spell.to)
    case .inShortage, .inAllowanceList, .appraisalStandard:
      if let catalogue = function.catalogue { look(in: catalogue) }
    case .nextMonth, .monthEnd, .isLocal, .ofYear, .sumOfHighest: break
    }
  }

  private mutating func visitTable(_ index: Int) {
    guard seenTables.insert(index).inserted else { return }
    plan.tables[index].inputs.forEach { visit($0) }
    for row in plan.tables[index].rows {
      row.tests.forEach { visit($0) }
      visit(row.value)
    }
  }

  private mutating func visit(_ test: PlanTest) {
    switch test {
    case .any: break
    case .compare(_, let node): visit(node)
    case .range(let low, _, let high, _):
      if let low { visit(low) }
      if let high { visit(high) }
    case .not(let tests), .oneOf(let tests): tests.forEach { visit($0) }
    }
  }

  private func recordType(of node: NodeID) -> Int? {
    switch plan.nodes[node].type {
    case .record(let id), .list(.record(let id)): plan.vocabulary.typeIndex(id)
    default: nil
    }
  }

  private mutating func read(_ type: Int, _ field: String) {
    if let index = plan.vocabulary.types[type].fieldIndex(field) { read(type, index) }
  }

  private mutating func read(_ type: Int, _ field: Int?) {
    let path = FactPath(type: type, field: field)
    if seenPaths.insert(path).inserted { paths.append(path) }
  }

  private mutating func look(in catalogue: String) {
    if !catalogues.contains(catalogue) { catalogues.append(catalogue) }
  }
}
