import Core
import FEEL
import PolicyPlan
import Vocabulary

/// Compiles the expressions of one plan to steps of a program.
struct RuleCompiler {
  let plan: Plan
  let store: ColumnStore
  var builder: ProgramBuilder
  var needs: LoopNeeds
  /// `nil` where only the document's own figures can be read.
  var locality: CaseLocality?
  private var cells: [Key: Cell] = [:]
  private var contexts = 0

  private struct Key: Hashable {
    let node: NodeID
    let context: Int
  }

  init(_ plan: Plan, _ store: ColumnStore, _ builder: ProgramBuilder) {
    self.plan = plan
    self.store = store
    self.builder = builder
    needs = LoopNeeds(plan)
  }

  var vocabulary: Vocabulary { store.vocabulary }

  mutating func nextContext() -> Int {
    contexts += 1
    return contexts
  }

  /// Compiles a node where it is asked for, or further out where it does not need the loops around.
  ///
  /// - Parameters:
  ///   - node: of the plan.
  ///   - context: where it is asked for.
  /// - Returns: what it comes to.
  /// - Throws: what has no column form.
  mutating func cell(_ node: NodeID, _ context: LoopContext) throws(OffColumns) -> Cell {
    let place = context.reduced(to: needs.need(node))
    let key = Key(node: node, context: place.id)
    if let known = cells[key] { return known }
    let cell = try compile(node, place)
    cells[key] = cell
    return cell
  }

  private mutating func compile(
    _ node: NodeID, _ context: LoopContext
  ) throws(OffColumns) -> Cell {
    switch plan.nodes[node].operation {
    case .constant(let value): return .known(value)
    case .determinationDate: return .known(.date(store.on))
    case .month:
      guard let month = context.month else { throw off(node) }
      return .date(
        builder.emit(.firstOfMonth(monthNumber: month), in: month.frame, .narrow),
        mayBeNone: false)
    case .subject: return .record(type: builder.program.type, rows: context.subject)
    case .party: return .record(type: partyType, rows: partyRow(context))
    case .element(let depth):
      guard let cell = context.element(at: depth) else { throw off(node) }
      return cell
    case .records(let type):
      return try records(type, of: owner(context), in: context.frame)
    case .recordsOf(let type, let party):
      return try recordsOf(type, try cell(party, context), context, node)
    case .field(let field, let base): return try read(field, of: base, context)
    case .follow(let field, let base): return try follow(field, of: base, context, node)
    case .identifier(let base):
      guard case .record(let type, let rows) = try cell(base, context),
        type < vocabulary.types.count
      else { throw off(node) }
      return .identity(type: type, rows: rows)
    case .definition(_, let inner): return try cell(inner, context.withoutLoops)
    case .negate(let operand): return try negate(try cell(operand, context), node)
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(sign, try cell(left, context), try cell(right, context), node)
    case .comparison(let sign, let left, let right):
      return cell(try compare(sign, try cell(left, context), try cell(right, context), node))
    case .and(let left, let right):
      return cell(try and(try truth(left, context), try truth(right, context), node))
    case .or(let left, let right):
      return cell(try or(try truth(left, context), try truth(right, context), node))
    case .not(let operand): return try negated(try cell(operand, context), node)
    case .conditional(let condition, let then, let otherwise):
      return try conditional(condition, then, otherwise, context, node)
    case .membership(let value, let tests):
      return cell(try membership(try cell(value, context), tests, context, node))
    case .dateMember(let member, let date):
      return try dateMember(member, try cell(date, context), node)
    case .filter(let list, let loop): return try filter(list, loop, context, node)
    case .quantified(let quantifier, let list, let loop):
      return try quantified(quantifier, list, loop, context, node)
    case .map(let list, let loop): return try mapped(list, loop, context, node)
    case .aggregate(let aggregate, let list):
      return try aggregated(aggregate, try cell(list, context), context, node)
    case .builtIn(let name, let arguments):
      return try builtIn(name, arguments, context, node)
    case .policyFunction(let function, let arguments):
      return try call(function, arguments, context, node)
    case .table(let index): return try table(index, context, node)
    case .tableOf(let index, let record):
      let element = try cell(record, context)
      let inner = LoopContext(
        id: nextContext(), frame: element.register?.frame ?? context.frame,
        subject: context.subject, month: context.month, element: (element, 0),
        outer: context.withoutLoops)
      return try table(index, inner, node)
    case .parameter(let index, let day):
      return try parameter(index, on: try cell(day, context), node)
    case .assumption(let index):
      return try assumption(index, node)
    }
  }

  /// What cannot be done, with the text of the operation.
  func off(_ node: NodeID) -> OffColumns {
    .operation(plan.line(of: node))
  }

  // The party whose records the rules see.

  private var subjectType: Int { builder.program.type }

  private var partyType: Int {
    switch store.types[subjectType].role {
    case .party: subjectType
    case .record(let name): vocabulary.typeIndex(name) ?? subjectType
    }
  }

  /// Number of the party that a subject belongs to.
  mutating func owner(_ context: LoopContext) -> Register {
    builder.emit(
      .owner(type: subjectType, rows: context.subject), in: context.subject.frame, .narrow)
  }

  private mutating func partyRow(_ context: LoopContext) -> Register {
    if store.types[subjectType].role == .party { return context.subject }
    let owner = owner(context)
    return builder.emit(.partyRow(type: partyType, owner), in: owner.frame, .narrow)
  }
}
