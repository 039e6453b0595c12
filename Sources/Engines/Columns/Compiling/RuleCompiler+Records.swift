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
}
