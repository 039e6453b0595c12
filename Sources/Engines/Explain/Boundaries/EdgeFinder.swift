import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Walks over the rules of a benefit and notes every expression that is held against something.
struct EdgeFinder {
  let base: BoundaryBase
  /// What was found.
  private(set) var probes: [BoundaryProbe] = []
  /// What the limits of the benefit are in the example, in yuan.
  private(set) var limits: [(rule: RulePlan, yuan: Decimal128)] = []
  private var rule: RulePlan
  /// The lists of the loops that are open.
  private(set) var lists: [NodeID] = []
  private var evaluation: Evaluation
  var seenTables: Set<Int> = []
  private var seenDefinitions: Set<NodeID> = []

  var plan: Plan { base.plan }

  init?(_ base: BoundaryBase) {
    let world = base.worked.world
    let party = world.party(ExampleFacts.partyID, type: base.benefit.party)
    let subject =
      base.benefit.isOfParty
      ? party
      : world.facts.positions(withID: ExampleFacts.subjectID).first.map(RecordReference.record)
    guard let first = base.benefit.rules.first, let subject else { return nil }
    self.base = base
    rule = first
    evaluation = Evaluation(
      base.worked.prepared, world: world, subject: subject, party: party,
      locality: Locality(), isTraced: false)
    for rule in base.benefit.rules {
      self.rule = rule
      visit(rule.node)
    }
    for cap in base.benefit.caps {
      if case .number(let yuan)? = value(of: cap.node) { limits.append((cap, yuan)) }
    }
  }

  /// Notes cases of the rule that is looked at.
  ///
  /// - Parameters:
  ///   - cases: the cases.
  ///   - key: what makes them the same edge in another example; `nil` for the cases themselves.
  ///   - isOptional: whether they are told only where they show.
  mutating func note(_ cases: [[FactsCase.Input]], key: String? = nil, isOptional: Bool = false) {
    if cases.isEmpty { return }
    let item = base.item(of: rule)
    // Points show from an example that states what the item rests on.
    if item != nil, !(cases.first ?? []).allSatisfy({ base.text(of: $0.column) != nil }) { return }
    var probe = BoundaryProbe(rule, cases, key: key ?? cases.key)
    probe.isOptional = isOptional
    probe.item = item
    probes.append(probe)
  }

  private mutating func note(_ changes: [FactsCase.Input], key: String? = nil) {
    note(changes.map { [$0] }, key: key)
  }

  mutating func visit(_ node: NodeID) {
    let operation = plan.nodes[node].operation
    switch operation {
    case .comparison(_, let left, let right):
      hold(left, against: right)
      hold(right, against: left)
    case .membership(let value, let tests):
      for operand in tests.flatMap(\.operands) { hold(value, against: operand) }
    case .field:
      if plan.nodes[node].type == .boolean, let target = base.target(of: node, in: lists) {
        note(base.changes(target, around: nil))
      }
    case .policyFunction(let function, let arguments): visit(function, arguments)
    case .parameter(let index, let day): visitPeriods(index, day)
    case .assumption(let index): visitAssumption(index)
    case .table(let index): visitApart { $0.visitTable(index) }
    case .tableOf(let index, let record):
      // The table's own element is the one that the record is of.
      let own =
        if case .element(let depth) = plan.nodes[record].operation, lists.indices.contains(depth) {
          [lists[depth]]
        } else {
          [NodeID]()
        }
      visitApart(in: own) { $0.visitTable(index) }
    case .builtIn("floor", let arguments) where arguments.count == 1: visitSteps(arguments[0])
    case .definition(_, let inner):
      if seenDefinitions.insert(inner).inserted { visitApart { $0.visit(inner) } }
      return
    default: break
    }
    if let (list, loop) = operation.loop {
      visit(list)
      lists.append(list)
      visit(loop.body)
      lists.removeLast()
    } else {
      for operand in operation.operands { visit(operand) }
    }
  }

  /// Definitions and tables stand outside the loops that use them.
  private mutating func visitApart(
    in own: [NodeID] = [], _ body: (inout EdgeFinder) -> Void
  ) {
    let outer = lists
    lists = own
    body(&self)
    lists = outer
  }

  private mutating func visit(_ function: PolicyFunction, _ arguments: [NodeID]) {
    switch function {
    case .inShortage, .inAllowanceList:
      let name = base.isEnglish ? function.rawValue : function.chinese
      let answers = base.isEnglish ? ["true", "false"] : ["是", "否"]
      note(answers.map { FactsCase.Input(name, $0) })
    case .covers: visitCoverage(arguments[0], arguments[1])
    case .isLocal:
      if let target = base.target(of: arguments[0], in: lists) {
        note(base.changes(target, around: nil))
      }
    default: break
    }
  }

  /// Spells that begin and end a day, or month, before, on and after the day they are asked for.
  private mutating func visitCoverage(_ spell: NodeID, _ day: NodeID) {
    guard case .element(let depth) = plan.nodes[spell].operation, lists.indices.contains(depth),
      let column = base.spells(of: lists[depth]), case .date(let date)? = value(of: day)
    else { return }
    note(base.spells(column, around: date), key: "\(spell) \(day)")
  }

  /// The days on which a parameter takes another value.
  private mutating func visitPeriods(_ index: Int, _ day: NodeID) {
    for target in base.targets(of: day, in: lists) {
      for from in plan.parameters[index].values.compactMap(\.from) {
        note(base.changes(target, around: .date(from)))
      }
    }
  }

  /// Each reading that the author left open.
  private mutating func visitAssumption(_ index: Int) {
    let assumption = plan.assumptions[index]
    note(
      assumption.options.map { value in
        if case .boolean(let truth) = value, !base.isEnglish {
          return FactsCase.Input(assumption.name, truth ? "是" : "否")
        }
        return FactsCase.Input(assumption.name, value.text)
      })
  }

  /// Notes the values of one side around what the other side is in the example.
  private mutating func hold(_ node: NodeID, against other: NodeID) {
    let value = value(of: other)
    // What the rules fix is an edge of its own wherever it is met; what the facts say is another in
    // every example, and one edge all the same.
    let isFigure = plan.isFigure(other)
    for target in base.targets(of: node, in: lists) {
      let changes = base.changes(target, around: value)
      note(
        changes,
        key: isFigure ? target.key(changes, around: value) : "\(node) \(other) \(target.id)")
    }
  }

  /// What an expression is in the example; `nil` where that is unknown, or rests on a loop or month.
  mutating func value(of node: NodeID) -> Value? {
    guard plan.isClosed(node, depth: 0), case .value(let value) = evaluation.held(node) else {
      return nil
    }
    return value
  }
}

extension BoundaryBase {
  /// Whether a cell's text says a value.
  func states(_ text: String, _ value: Value?) -> Bool {
    switch value {
    case .number(let number)?: Decimal128(text) == number
    case .date(let date)?: text == date.description || text == date.monthText
    case .boolean(let truth)?: ["是", "true"].contains(text) == truth
    case .string(let id)?: text == id || plan.vocabulary.names(id).contains(text)
    default: false
    }
  }
}

extension Vocabulary {
  /// The Chinese names of the values of enumerations that have an id.
  fileprivate func names(_ id: String) -> [String] {
    types.flatMap(\.fields).compactMap { field in
      guard case .enumeration(let values) = field.type else { return nil }
      return values.first { $0.id == id }?.name.zh
    }
  }
}
