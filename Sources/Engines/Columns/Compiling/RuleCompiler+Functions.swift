import Core
import FEEL
import PolicyPlan
import Vocabulary

/// Dates, spells, catalogues.
extension RuleCompiler {
  mutating func dateMember(
    _ member: DateMember, _ date: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    switch date {
    case .known(let value): return folded(Operations.member(member.rawValue, of: value))
    case .unknown: return .unknown
    case .date(let register, _):
      let (step, low, high): (Step, Int64, Int64) =
        switch member {
        case .year: (.year(register), -800_000, 800_000)
        case .month: (.monthOfYear(register), 1, 12)
        case .day: (.dayOfMonth(register), 1, 31)
        }
      return .number(
        builder.emit(step, in: register.frame, .narrow), .init(scale: 0, low: low, high: high),
        mayBeNone: false)
    default: throw off(node)
    }
  }

  mutating func call(
    _ function: PolicyFunction, _ arguments: [NodeID], _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    switch function {
    case .covers: return try covers(arguments[0], arguments[1], context, node)
    case .coveredMonths: return try coveredMonths(arguments[0], arguments[1], context, node)
    case .nextMonth:
      switch try cell(arguments[0], context) {
      case .known(.date(let date)):
        return .known(.date(date.firstOfMonth.adding(months: 1)))
      case .known, .unknown: return .unknown
      case .date(let register, let mayBeNone):
        return .date(
          builder.emit(.nextMonth(register), in: register.frame, .narrow), mayBeNone: mayBeNone)
      default: throw off(node)
      }
    case .monthEnd:
      switch try cell(arguments[0], context) {
      case .known(.date(let date)): return .known(.date(min(date.lastOfMonth, store.on)))
      case .known, .unknown: return .unknown
      case .date(let register, let mayBeNone):
        let step = Step.monthEnd(register, notAfter: Int32(store.on.dayNumber))
        return .date(builder.emit(step, in: register.frame, .narrow), mayBeNone: mayBeNone)
      default: throw off(node)
      }
    case .isLocal:
      switch try cell(arguments[0], context) {
      case .known(.string(let code)):
        return .known(.boolean(code.isRegion(within: plan.region)))
      case .known: return .known(.boolean(false))
      case .unknown: return .unknown
      case .text(let register, _): return .truth(isLocal(register), mayBeNone: false)
      default: throw off(node)
      }
    case .inShortage, .inAllowanceList:
      return try isListed(
        function.catalogue ?? "", try cell(arguments[0], context), try cell(arguments[1], context),
        node)
    case .appraisalStandard:
      return try standard(
        try cell(arguments[0], context), try cell(arguments[1], context), node)
    case .ofYear: return try ofYear(arguments[0], arguments[1], context, node)
    case .sumOfHighest: return try sumOfHighest(arguments[0], arguments[1], context, node)
    }
  }

  /// Whether the code of a region lies in the document's.
  mutating func isLocal(_ code: Register) -> Register {
    let inside = builder.set(store.texts.areInside(plan.region))
    return builder.emit(.isOneOf(code, set: inside), in: code.frame, .truth)
  }

  private mutating func isListed(
    _ catalogue: String, _ occupation: Cell, _ year: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    let declared = vocabulary.catalogue(catalogue)
    guard declared?.edition == ["region", "year"], case .text(let code, _) = occupation else {
      throw off(node)
    }
    let edition = ListedCodes.Edition(catalogue: catalogue, region: plan.region)
    let years = store.catalogues.listed[edition] ?? [:]
    guard let first = years.keys.min(), let last = years.keys.max(), last - first < 400 else {
      return .unknown
    }
    let bytes = (first...last).map { year -> [UInt8] in
      guard let codes = years[year] else { return [] }
      var bytes = [UInt8](repeating: Truth.no, count: store.texts.count)
      for code in codes { bytes[Int(code)] = Truth.yes }
      return bytes
    }
    let yearRegister: Register
    switch year {
    case .known(.number(let number)):
      guard let year = number.integer, abs(year) < 1 << 20 else { return .unknown }
      yearRegister = constant(Int64(year), .narrow, code.frame)
    case .number(let register, let scaled, _) where scaled.scale == 0 && register.width == .narrow:
      yearRegister = register
    case .unknown: return .unknown
    default: throw off(node)
    }
    let list = builder.list(.init(firstYear: Int32(first), years: bytes))
    let both = try together([code, yearRegister], node)
    return .truth(
      builder.emit(.isListed(both[0], year: both[1], list: list), in: both[0].frame, .truth),
      mayBeNone: false)
  }

  private mutating func standard(
    _ occupation: Cell, _ level: Cell, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    guard vocabulary.catalogue("appraisal-standards")?.edition == [],
      case .text(let code, _) = occupation, case .number(let register, let scaled, _) = level,
      scaled.scale == 0, register.width == .narrow
    else { throw off(node) }
    builder.set(standards: store.catalogues.standards ?? [:])
    let both = try together([code, register], node)
    let sum = builder.emit(.standard(both[0], level: both[1]), in: both[0].frame, .wide)
    return .number(
      sum, .init(scale: ListedCodes.scale, low: 0, high: 1_000_000_000_000_000), mayBeNone: false)
  }

  /// First and last day of spells, or their months.
  private mutating func bounds(
    _ type: Int, _ rows: Register, inMonths: Bool, _ node: NodeID
  ) throws(OffColumns) -> (from: Register, to: Register) {
    let declared = store.types[type]
    guard let spell = declared.spell, let from = declared.fieldIndex(spell.from),
      let to = declared.fieldIndex(spell.to),
      case .date(let first, _) = try read(from, ofType: type, rows),
      case .date(let last, _) = try read(to, ofType: type, rows)
    else { throw off(node) }
    guard inMonths else { return (first, last) }
    return (
      builder.emit(.spellMonth(type: type, isLast: false, rows: rows), in: rows.frame, .narrow),
      builder.emit(.spellMonth(type: type, isLast: true, rows: rows), in: rows.frame, .narrow)
    )
  }

  private func isMonthly(_ type: Int) -> Bool {
    let declared = store.types[type]
    guard let from = declared.spell.flatMap({ declared.fieldIndex($0.from) }) else { return false }
    if case .month = declared.fields[from].type { return true }
    return false
  }

  /// The number of a day's month.
  private mutating func monthNumber(
    _ day: Cell, _ node: NodeID, _ context: LoopContext, isMonth: Bool, in frame: Int
  ) throws(OffColumns) -> Register {
    if isMonth, let month = context.month { return month }
    switch day {
    case .known(.date(let date)):
      let parts = date.parts
      return constant(Int64(parts.year * 12 + parts.month - 1), .narrow, frame)
    case .unknown: return constant(.unknown, .narrow, frame)
    case .date(let register, _):
      return builder.emit(.monthNumber(register), in: register.frame, .narrow)
    default: throw off(node)
    }
  }

  private mutating func covers(
    _ spell: NodeID, _ day: NodeID, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    guard case .record(let type, let rows) = try cell(spell, context),
      case .record = store.types[type].role
    else { throw off(node) }
    let isMonth = if case .month = plan.nodes[day].operation { true } else { false }
    let inMonths = isMonth || isMonthly(type)
    let bounds = try bounds(type, rows, inMonths: inMonths, node)
    let asked = try cell(day, context)
    let at: Register
    if inMonths {
      at = try monthNumber(asked, node, context, isMonth: isMonth, in: rows.frame)
    } else {
      at = try unified([asked, .date(bounds.from, mayBeNone: true)], in: rows.frame, node)
        .registers[0]
    }
    let all = try together([bounds.from, bounds.to, at], node)
    return .truth(
      builder.emit(.covers(from: all[0], to: all[1], at: all[2]), in: all[0].frame, .truth),
      mayBeNone: false)
  }

  private mutating func coveredMonths(
    _ list: NodeID, _ day: NodeID, _ context: LoopContext, _ node: NodeID
  ) throws(OffColumns) -> Cell {
    guard case .list(let listed) = try cell(list, context) else { throw off(node) }
    let outer = builder.program.frames[listed.frame].parent ?? ProgramBuilder.root
    let bounds = try bounds(listed.type, listed.rows, inMonths: true, node)
    let isMonth = if case .month = plan.nodes[day].operation { true } else { false }
    let month = try monthNumber(
      try cell(day, context), node, context, isMonth: isMonth, in: outer)
    guard let through = builder.spread(month, to: outer) else { throw off(node) }
    let count = builder.emit(
      .coveredMonths(
        from: bounds.from, to: bounds.to, member: listed.member, records: listed.frame,
        open: listed.open, through: through), in: outer, .narrow)
    return .number(count, .init(scale: 0, low: 0, high: 1 << 28), mayBeNone: false)
  }
}
