import FEEL
import PolicyPlan
import Vocabulary

/// Lists of records, and loops over them.
extension RuleCompiler {
  private mutating func loop(
    _ list: Cell.Listed, _ loop: Loop, _ context: LoopContext
  ) -> LoopContext {
    LoopContext(
      id: nextContext(), frame: list.frame, subject: context.subject, month: context.month,
      element: (.record(type: list.type, rows: list.rows), loop.depth), outer: context)
  }

  /// The list that a loop runs over, for the lanes of the loop's own place: what the body asks about
  /// may lie further in than the list alone needs.
  mutating func listed(
    _ list: NodeID, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell.Listed {
    let found: Cell
    switch plan.nodes[list].operation {
    case .records(let type): found = try records(type, of: owner(context), in: context.frame)
    case .recordsOf(let type, let party):
      found = try recordsOf(type, try cell(party, context), context, node)
    case .field(let field, let base): found = try read(field, of: base, context)
    case .filter(let inner, let loop): found = try filter(inner, loop, context, node)
    case .definition(_, let inner):
      return try listed(inner, context.withoutLoops, node)
    default: found = try cell(list, context)
    }
    guard case .list(let listed) = found else { throw off(node) }
    return listed
  }

  mutating func filter(
    _ list: NodeID, _ loop: Loop, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    var listed = try listed(list, context, node)
    let body = try truth(loop.body, self.loop(listed, loop, context))
    listed.open = try open(listed, loop, settling: Truth.no)
    switch body {
    case .constant(Truth.yes): break
    case .constant, .register:
      let own = try register(body, in: listed.frame, node)
      listed.member =
        listed.member.map { builder.emit(.and($0, own), in: listed.frame, .truth) }
        ?? own
    }
    return .list(listed)
  }

  mutating func quantified(
    _ quantifier: Quantifier, _ list: NodeID, _ loop: Loop, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let listed = try listed(list, context, node)
    let inner = self.loop(listed, loop, context)
    var body = try register(try truth(loop.body, inner), in: listed.frame, node)
    let isSome = quantifier == .some
    let open = try self.open(listed, loop, settling: isSome ? Truth.no : Truth.yes)
    if let member = listed.member {
      body =
        isSome
        ? builder.emit(.and(member, body), in: listed.frame, .truth)
        : builder.emit(
          .or(builder.emit(.not(member), in: listed.frame, .truth), body), in: listed.frame,
          .truth)
    }
    let outer = builder.program.frames[listed.frame].parent ?? ProgramBuilder.root
    let result = builder.emit(
      isSome ? .some(body, open: open) : .every(body, open: open), in: outer, .truth)
    return .truth(result, mayBeNone: false)
  }

  mutating func mapped(
    _ list: NodeID, _ loop: Loop, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let listed = try listed(list, context, node)
    return .values(listed, try cell(loop.body, self.loop(listed, loop, context)))
  }

  /// Whether there may be more elements than are on record, those included that have another value
  /// of the field by which the type is open.
  private mutating func open(
    _ listed: Cell.Listed, _ loop: Loop, settling: UInt8
  ) throws(OffColumns) -> Register? {
    guard loop.testsOpenField,
      case .open(let name?) = store.types[listed.type].source,
      let field = store.types[listed.type].fieldIndex(name),
      case .enumeration(let values) = store.types[listed.type].fields[field].type,
      case .records(_, let owner) = builder.program.frames[listed.frame]
    else { return listed.open }
    var supposition = Supposition(plan: plan, depth: loop.depth, field: field)
    var bits: UInt64 = 0
    for (place, value) in values.enumerated() {
      supposition.text = value.id
      if supposition.truth(loop.body) != settling { bits |= 1 << UInt64(place) }
    }
    if bits == 0 { return listed.open }
    let misses = builder.emit(
      .misses(type: listed.type, of: owner, values: bits), in: owner.frame, .truth)
    return listed.open.map { builder.emit(.or($0, misses), in: owner.frame, .truth) } ?? misses
  }
}

/// What a loop's body says of a record of which only one field is supposed.
private struct Supposition {
  let plan: Plan
  let depth: Int
  let field: Int
  var text = ""

  func truth(_ node: NodeID) -> UInt8 {
    switch plan.nodes[node].operation {
    case .constant(.boolean(let truth)): truth ? Truth.yes : Truth.no
    case .and(let left, let right): min(truth(left), truth(right))
    case .or(let left, let right): max(truth(left), truth(right))
    case .not(let inner): Truth.yes - truth(inner)
    case .comparison(let sign, let left, let right) where sign == .equal || sign == .notEqual:
      compare(left, right, isEqual: sign == .equal) ?? compare(right, left, isEqual: sign == .equal)
        ?? Truth.unknown
    default: Truth.unknown
    }
  }

  private func compare(_ read: NodeID, _ other: NodeID, isEqual: Bool) -> UInt8? {
    guard case .field(field, let base) = plan.nodes[read].operation,
      case .element(depth) = plan.nodes[base].operation,
      case .constant(.string(let constant)) = plan.nodes[other].operation
    else { return nil }
    return (constant == text) == isEqual ? Truth.yes : Truth.no
  }
}
