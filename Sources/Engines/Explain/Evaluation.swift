import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Evaluates the plan nodes of one benefit for one subject, noting what it reads.
///
/// Unknown follows Kleene: an operation on an unknown is unknown unless the known operands settle
/// it. A FEEL error is a defect of the rule and makes the result unknown too, never false.
struct Evaluation {
  let prepared: PreparedPlan
  let world: World
  let subject: RecordReference
  let party: RecordReference
  let locality: Locality
  /// The month under test, as its first day.
  var month: CivilDate?
  var trace: Trace
  /// Which ways choices inside formulas went so far, while a trace is kept.
  private(set) var branches: Set<Branch> = []
  /// When what was evaluated so far would come out otherwise.
  var clock = Clock()
  private var elements: [RecordReference] = []
  private var definitions: [NodeID: (held: Held, trace: Trace, clock: Clock)] = [:]

  var plan: Plan { prepared.plan }

  init(
    _ prepared: PreparedPlan, world: World, subject: RecordReference, party: RecordReference,
    locality: Locality, isTraced: Bool
  ) {
    self.prepared = prepared
    self.world = world
    self.subject = subject
    self.party = party
    self.locality = locality
    trace = Trace(isKept: isTraced)
  }

  /// The same rules for the same subject as another day sees them.
  func on(_ day: CivilDate) -> Evaluation {
    Evaluation(
      prepared, world: world.on(day), subject: subject, party: party, locality: locality,
      isTraced: false)
  }

  /// Begins a trace of its own for what is evaluated next.
  mutating func beginTrace() { trace = Trace(isKept: trace.isKept) }

  /// Notes which way a choice went.
  mutating func note(_ choice: NodeID, isFirst: Bool) {
    if trace.isKept { branches.insert(Branch(node: choice, isFirst: isFirst)) }
  }

  /// Evaluates with a clock of its own.
  mutating func timed(_ body: (inout Evaluation) -> Held) -> (held: Held, clock: Clock) {
    let outer = clock
    clock = Clock()
    let held = body(&self)
    defer { clock = outer }
    return (held, clock)
  }

  mutating func held(_ id: NodeID) -> Held {
    switch plan.nodes[id].operation {
    case .constant(let value): return .value(value)
    case .determinationDate:
      clock.note(world.on.next)
      return .value(.date(world.on))
    case .month: return month.map { .value(.date($0)) } ?? .unknown(Unknown())
    case .subject: return .record(subject)
    case .party: return .record(party)
    case .element(let depth): return .record(elements[depth])
    case .records(let type): return records(ofType: type, of: .record(party))
    case .recordsOf(let type, let party): return records(ofType: type, of: held(party))
    case .field(let field, let base): return read(field, of: base)
    case .follow(let field, let base): return follow(field, of: base, type: plan.nodes[id].type)
    case .identifier(let base): return identifier(of: base)
    case .definition(_, let node): return definition(node)
    case .negate(let operand): return apply(operand) { Operations.negate($0) }
    case .arithmetic(let op, let left, let right):
      return apply(left, right) { Operations.arithmetic(op, $0, $1) }
    case .comparison(let op, let left, let right): return compare(op, left, right).result
    case .and(let left, let right): return conjunction(id, left, right, settledBy: false)
    case .or(let left, let right): return conjunction(id, left, right, settledBy: true)
    case .not(let operand): return held(operand).negatedTruth
    case .conditional(let condition, let then, let otherwise):
      return conditional(id, condition, then, otherwise)
    case .membership(let value, let tests): return membership(held(value), tests)
    case .dateMember(let member, let operand): return dateMember(member, of: operand)
    case .filter(let list, let loop): return filter(list, loop)
    case .quantified(let quantifier, let list, let loop):
      return quantified(quantifier, list, loop)
    case .map(let list, let loop): return mapped(list, loop)
    case .aggregate(let aggregate, let list): return aggregated(aggregate, list)
    case .builtIn(let name, let arguments): return builtIn(name, arguments)
    case .policyFunction(let function, let arguments): return call(function, arguments)
    case .table(let index): return decide(index)
    case .tableOf(let index, let record): return decide(index, about: held(record))
    case .parameter(let index, let day): return parameter(index, on: day)
    case .assumption(let index): return assumption(index)
    }
  }

  /// Evaluates `body` for one element of a loop.
  mutating func held(_ body: NodeID, for element: RecordReference, at depth: Int) -> Held {
    if elements.count == depth { elements.append(element) } else { elements[depth] = element }
    defer { elements.removeLast(elements.count - depth) }
    return held(body)
  }

  private mutating func definition(_ node: NodeID) -> Held {
    if month == nil, let known = definitions[node] {
      trace.append(known.trace)
      clock.note(known.clock)
      return known.held
    }
    let outer = trace
    beginTrace()
    // A definition knows nothing of the loops that it is named in.
    let loops = elements
    elements = []
    let (held, own) = timed { $0.held(node) }
    elements = loops
    if month == nil { definitions[node] = (held, trace, own) }
    let inner = trace
    trace = outer
    trace.append(inner)
    clock.note(own)
    return held
  }

  private mutating func read(_ field: Int, of base: NodeID) -> Held {
    switch held(base) {
    case .record(let reference):
      trace.note(field, of: reference)
      if let held = readView(field, of: reference) { return held }
      if let value = world.read(field, of: reference) { return .value(value) }
      return .unknown(Unknown(world.need(field, of: reference)))
    case .unknown(let unknown): return .unknown(unknown)
    // A field of none is none.
    case .value, .records: return .value(.null)
    }
  }

  /// Evaluates a table about a kind of record for one of them: the table knows no other element.
  private mutating func decide(_ index: Int, about record: Held) -> Held {
    guard case .record(let reference) = record else {
      return record.unknown.map(Held.unknown) ?? .value(.null)
    }
    let outer = elements
    elements = [reference]
    defer { elements = outer }
    return decide(index)
  }

  private mutating func identifier(of base: NodeID) -> Held {
    let base = held(base)
    guard case .record(let reference) = base else {
      return base.unknown.map(Held.unknown) ?? .value(.null)
    }
    guard let record = world.record(reference) else {
      return .unknown(Unknown(.record(type: world.type(of: reference))))
    }
    return .value(record.id.map(Value.string) ?? .null)
  }

  private mutating func follow(_ field: Int, of base: NodeID, type: FEELType) -> Held {
    let id = read(field, of: base)
    guard case .value(.string(let text)) = id, case .record(let name) = type,
      let index = world.vocabulary.typeIndex(name)
    else { return id }
    if case .party = world.vocabulary.types[index].role {
      return .record(world.party(text, type: index))
    }
    return .record(world.record(text, type: index, &clock))
  }

  mutating func apply(_ operand: NodeID, _ operation: (Value) -> Value) -> Held {
    Evaluation.apply(held(operand), operation)
  }

  static func apply(_ operand: Held, _ operation: (Value) -> Value) -> Held {
    switch operand {
    case .value(let value): .settled(operation(value))
    case .unknown(let unknown): .unknown(unknown)
    case .record, .records: .value(.null)
    }
  }

  mutating func apply(
    _ left: NodeID, _ right: NodeID, _ operation: (Value, Value) -> Value
  ) -> Held {
    Evaluation.apply(held(left), held(right), operation)
  }

  static func apply(
    _ left: Held, _ right: Held, _ operation: (Value, Value) -> Value
  ) -> Held {
    switch (left, right) {
    case (.value(let left), .value(let right)): .settled(operation(left, right))
    case (.unknown(let left), let right): .unknown(left.union(right.unknown))
    case (_, .unknown(let right)): .unknown(right)
    default: .value(.null)
    }
  }
}

extension Held {
  /// `not`: unknown stays unknown, none stays none.
  var negatedTruth: Held {
    if case .value(.boolean(let truth)) = self { return .value(.boolean(!truth)) }
    return self
  }
}
