import Core
import FEEL
import PolicyPlan
import Vocabulary

/// Records of a year by their names, child records, and the highest of each key.
extension RuleCompiler {
  /// The row that a party and year have in the table of a view; unknown where no record is of the
  /// year.
  mutating func ofYear(
    _ records: NodeID, _ year: NodeID, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let (type, owner): (Int, Register)
    switch plan.nodes[records].operation {
    case .records(let own): (type, owner) = (own, self.owner(context))
    case .recordsOf(let others, let party):
      (type, owner) = (others, try number(of: try cell(party, context), node))
    default: throw off(node)
    }
    guard let view = store.yearlyView(ofType: type), store.tables[view] != nil else {
      throw off(node)
    }
    let asked: Register
    switch try cell(year, context) {
    case .known(.number(let number)):
      guard let year = number.integer, abs(year) < 1 << 20 else { return .unknown }
      asked = constant(Int64(year), .narrow, owner.frame)
    case .known, .unknown: return .unknown
    case .number(let register, let scaled, _) where scaled.scale == 0 && register.width == .narrow:
      asked = register
    default: throw off(node)
    }
    let both = try together([owner, asked], node)
    let rows = builder.emit(
      .ofYear(type: view, of: both[0], year: both[1]), in: both[0].frame, .narrow)
    return .record(type: view, rows: rows)
  }

  /// The child records that a field of a view lists: those of the party that are of its year.
  mutating func children(
    _ field: Int, ofType type: Int, _ rows: Register, in frame: Int
  ) throws(OffColumns) -> Cell {
    let declared = store.types[type]
    guard let view = store.childView(ofField: field, in: type),
      store.tables[type]?.columns[field] != nil
    else { throw .field(declared.name.zh + "." + declared.fields[field].name.zh) }
    let owner = builder.emit(.owner(type: type, rows: rows), in: rows.frame, .narrow)
    let year = builder.emit(.event(type: type, rows: rows), in: rows.frame, .narrow)
    let open = builder.emit(.read(type: type, field: field, rows: rows), in: rows.frame, .truth)
    guard case .list(var listed) = try records(view, of: owner, in: frame),
      let wanted = builder.spread(year, to: listed.frame),
      let mayBeMore = builder.spread(open, to: frame)
    else { throw .operation(declared.fields[field].name.zh) }
    let own = builder.emit(.event(type: view, rows: listed.rows), in: listed.frame, .narrow)
    listed.member = builder.emit(.compare(.equal, own, wanted), in: listed.frame, .truth)
    listed.open = mayBeMore
    return .list(listed)
  }

  /// Two lists side by side: the highest value of each key, added up.
  mutating func sumOfHighest(
    _ keys: NodeID, _ values: NodeID, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    guard case .values(let listed, .text(let key, _)) = try cell(keys, context),
      case .values(let other, .number(let value, let scaled, _)) = try cell(values, context),
      listed.frame == other.frame, listed.member == other.member, listed.open == other.open,
      let key = builder.spread(key, to: listed.frame),
      let value = spreadWide(value, to: listed.frame)
    else { throw off(node) }
    let sum = try sumRange(scaled, node)
    let outer = builder.program.frames[listed.frame].parent ?? ProgramBuilder.root
    let result = builder.emit(
      .sumOfHighest(
        keys: key, values: value, member: listed.member, records: listed.frame, open: listed.open),
      in: outer, .wide)
    return .number(result, sum, mayBeNone: false)
  }
}
