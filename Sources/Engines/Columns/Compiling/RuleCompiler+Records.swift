import Core
import FEEL
import PolicyPlan
import Vocabulary

/// Records and their fields.
extension RuleCompiler {
  /// The records of a type of a party.
  mutating func records(
    _ type: Int, of owner: Register, in frame: Int
  ) throws(OffColumns) -> Cell {
    guard store.tables[type] != nil else { throw .field(store.types[type].name.zh) }
    guard let owner = builder.spread(owner, to: frame) else {
      throw .operation(store.types[type].name.zh)
    }
    let inner = builder.frame(.records(type: type, of: owner))
    let rows = builder.emit(.rows, in: inner, .narrow)
    var open: Register?
    if case .open = store.types[type].source {
      open = builder.emit(
        .mayHaveMore(type: type, of: owner, records: inner), in: frame, .truth)
    }
    return .list(Cell.Listed(type: type, frame: inner, rows: rows, open: open))
  }

  mutating func recordsOf(
    _ type: Int, _ party: Cell, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let number = try number(of: party, node)
    guard let owner = builder.spread(number, to: context.frame),
      case .list(var listed) = try records(type, of: owner, in: context.frame)
    else { throw off(node) }
    // Whose records they are may be unknown.
    if listed.open == nil {
      listed.open = builder.emit(
        .mayHaveMore(type: type, of: owner, records: listed.frame), in: context.frame, .truth)
    }
    return .list(listed)
  }

  /// The number of a party by its row; unknown where its records are not all there.
  mutating func number(of party: Cell, _ node: NodeID) throws(OffColumns) -> Register {
    guard case .record(let type, let rows) = party, store.types[type].role == .party else {
      throw off(node)
    }
    return builder.emit(.partyNumber(type: type, rows: rows), in: rows.frame, .narrow)
  }

  mutating func read(
    _ field: Int, of base: NodeID, _ context: LoopContext
  ) throws(OffColumns) -> Cell {
    switch try cell(base, context) {
    case .known(.null): return .known(.null)
    case .unknown: return .unknown
    case .record(let type, let rows):
      if store.childView(ofField: field, in: type) != nil {
        return try children(field, ofType: type, rows, in: context.frame)
      }
      return try read(field, ofType: type, rows)
    default: throw off(base)
    }
  }

  mutating func read(
    _ field: Int, ofType type: Int, _ rows: Register
  ) throws(OffColumns) -> Cell {
    let declared = store.types[type]
    guard let column = store.tables[type]?.columns[field] else {
      throw .field(declared.name.zh + "." + declared.fields[field].name.zh)
    }
    let register = builder.emit(
      .read(type: type, field: field, rows: rows), in: rows.frame, column.form.width)
    // A row may be none where a reference was followed.
    let mayBeNone = column.hasNone || declared.role == .party
    switch column.form {
    case .truth: return .truth(register, mayBeNone: mayBeNone)
    case .date: return .date(register, mayBeNone: mayBeNone)
    case .text: return .text(register, mayBeNone: mayBeNone)
    case .number(let scaled): return .number(register, scaled, mayBeNone: mayBeNone)
    case .party(let name):
      guard let target = vocabulary.typeIndex(name) else { throw .field(name) }
      return .record(type: target, rows: register)
    }
  }

  mutating func follow(
    _ field: Int, of base: NodeID, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    switch try cell(base, context) {
    case .known(.null): return .known(.null)
    case .unknown: return .unknown
    case .record(let type, let rows):
      let read = try read(field, ofType: type, rows)
      guard case .record = read else { throw off(node) }
      return read
    default: throw off(node)
    }
  }

  // Lists of records.

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

  mutating func aggregated(
    _ aggregate: Aggregate, _ list: Cell, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    switch (aggregate, list) {
    case (.count, .values(var listed, let value)):
      listed.member = try known(value, listed, node)
      return try aggregated(.count, .list(listed), context, node)
    case (.count, .list(let listed)):
      let outer = builder.program.frames[listed.frame].parent ?? ProgramBuilder.root
      let count = builder.emit(
        .count(listed.member, records: listed.frame, open: listed.open), in: outer, .narrow)
      return .number(count, .init(scale: 0, low: 0, high: 1 << 30), mayBeNone: false)
    case (.sum, .values(let listed, .number(let value, let scaled, _))):
      return try fold(.sum, listed, value, scaled, node)
    case (.min, .values(let listed, .number(let value, let scaled, _))):
      return try fold(.least, listed, value, scaled, node)
    case (.max, .values(let listed, .number(let value, let scaled, _))):
      return try fold(.greatest, listed, value, scaled, node)
    case (.min, .values(let listed, .text(let value, _))):
      return try foldText(.least, listed, value, node)
    case (.max, .values(let listed, .text(let value, _))):
      return try foldText(.greatest, listed, value, node)
    case (.min, .values(let listed, .date(let value, _))):
      // Of no records there is no first day.
      return .date(try fold(.least, listed, value, node), mayBeNone: true)
    case (.max, .values(let listed, .date(let value, _))):
      return .date(try fold(.greatest, listed, value, node), mayBeNone: true)
    default: throw off(node)
    }
  }

  /// Whether each belongs to the values of a list: a value that is unknown leaves their number open.
  private mutating func known(
    _ value: Cell, _ listed: Cell.Listed, _ node: NodeID
  ) throws(OffColumns) -> Register? {
    let settled: Register
    switch value {
    case .known: return listed.member
    case .unknown: settled = builder.emit(.constantTruth(Truth.unknown), in: listed.frame, .truth)
    case .truth(let register, _):
      settled = builder.emit(
        .sameTruth(register, register, isEqual: true), in: register.frame, .truth)
    case .number(let register, _, _), .date(let register, _), .text(let register, _),
      .record(_, let register), .identity(_, let register):
      settled = builder.emit(
        .compare(.equal, register, register), in: register.frame, .truth)
    case .list, .values: throw off(node)
    }
    guard let own = builder.spread(settled, to: listed.frame) else { throw off(node) }
    return listed.member.map { builder.emit(.and($0, own), in: listed.frame, .truth) } ?? own
  }

  private mutating func fold(
    _ fold: Step.Fold, _ listed: Cell.Listed, _ value: Register, _ scaled: ColumnForm.Scaled,
    _ node: NodeID
  ) throws(OffColumns) -> Cell {
    if fold != .sum {
      return .number(try self.fold(fold, listed, value, node), scaled, mayBeNone: false)
    }
    let sum = try sumRange(scaled, node)
    guard let wide = spreadWide(value, to: listed.frame) else { throw off(node) }
    return .number(try self.fold(.sum, listed, wide, node), sum, mayBeNone: false)
  }

  /// The range of a sum over a party's records.
  func sumRange(_ scaled: ColumnForm.Scaled, _ node: NodeID) throws(OffColumns) -> ColumnForm.Scaled
  {
    // As many as one party has records at most.
    let most = Int64(1 << 20)
    guard max(abs(scaled.low), abs(scaled.high)) < RuleCompiler.limit / most else {
      throw .range(plan.line(of: node))
    }
    return .init(
      scale: scaled.scale, low: min(0, scaled.low * most), high: max(0, scaled.high * most))
  }

  private mutating func fold(
    _ fold: Step.Fold, _ listed: Cell.Listed, _ value: Register, _ node: NodeID
  ) throws(OffColumns) -> Register {
    guard let value = builder.spread(value, to: listed.frame) else { throw off(node) }
    let outer = builder.program.frames[listed.frame].parent ?? ProgramBuilder.root
    return builder.emit(
      .fold(fold, value, member: listed.member, records: listed.frame, open: listed.open),
      in: outer, value.width)
  }

  /// The first or last text in FEEL's order.
  private mutating func foldText(
    _ fold: Step.Fold, _ listed: Cell.Listed, _ value: Register, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    builder.rank(store.texts.texts)
    let rank = builder.emit(.rank(value), in: value.frame, .narrow)
    let found = try self.fold(fold, listed, rank, node)
    return .text(builder.emit(.ranked(found), in: found.frame, .narrow), mayBeNone: false)
  }

  mutating func spreadWide(_ value: Register, to frame: Int) -> Register? {
    guard let register = builder.spread(value, to: frame) else { return nil }
    return register.width == .wide ? register : builder.emit(.widen(register), in: frame, .wide)
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
