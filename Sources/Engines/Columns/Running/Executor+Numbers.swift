/// Steps that leave numbers, dates, codes and rows.
extension Executor {
  mutating func run(
    _ instruction: Instruction, _ place: Int, _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    switch instruction.operation {
    case .rows: copy(space.frames[instruction.frame].rows, count, into: &out)
    case .month: copy(space.frames[instruction.frame].months, count, into: &out)
    case .spread(let register):
      spread(narrow(register), space.frames[instruction.frame].parents, count, into: &out)
    case .constantNarrow(let value): Kernels.fill(value, count, into: &out)
    case .read(_, _, let rows), .owner(_, let rows), .event(_, let rows),
      .spellMonth(_, _, let rows):
      gather(sources.narrow[place], rows, count, into: &out)
    case .identity(let type, let rows):
      gather(program.identities[type] ?? Cells(), rows, count, into: &out)
    case .partyRow(let type, let owners):
      let (types, rows) = (store.parties.types, store.parties.rows)
      Kernels.each(narrow(owners).span, count, into: &out) { owner in
        if owner.isMark { return owner }
        return types[Int(owner)] == type ? rows[Int(owner)] : .unknown
      }
    case .partyNumber(_, let register):
      let owners = sources.narrow[place]
      let isWhole = store.parties.isWhole
      Kernels.each(narrow(register).span, count, into: &out) { row in
        if row.isMark { return row }
        let owner = owners[Int(row)]
        return isWhole[Int(owner)] != 0 ? owner : .unknown
      }
    case .place(let register):
      kernels.look(
        store.parties.places.span, narrow(register).span, none: .unknown, count, into: &out)
    case .select(let chosen, let then, let otherwise):
      Kernels.select(
        truth(chosen).span, narrow(then).span, narrow(otherwise).span, unknown: .unknown,
        count, into: &out)
    case .least(let left, let right):
      Kernels.arithmetic(narrow(left).span, narrow(right).span, count, into: &out) { min($0, $1) }
    case .greatest(let left, let right):
      Kernels.arithmetic(narrow(left).span, narrow(right).span, count, into: &out) { max($0, $1) }
    case .rank(let register): look(narrow(register), in: program.ranks, count, into: &out)
    case .ranked(let register): look(narrow(register), in: program.inOrder, count, into: &out)
    case .year(let register): Kernels.year(narrow(register).span, count, into: &out)
    case .monthOfYear(let register): Kernels.month(narrow(register).span, count, into: &out)
    case .dayOfMonth(let register): Kernels.day(narrow(register).span, count, into: &out)
    case .monthNumber(let register): Kernels.monthNumber(narrow(register).span, count, into: &out)
    case .firstOfMonth(let register):
      Kernels.firstOfMonth(number: narrow(register).span, count, into: &out)
    case .nextMonth(let register): Kernels.nextMonth(narrow(register).span, count, into: &out)
    case .monthEnd(let register, let last):
      Kernels.monthEnd(narrow(register).span, notAfter: last, count, into: &out)
    case .addDays(let register, let days):
      Kernels.arithmetic(narrow(register).span, count, into: &out) { $0 &+ days }
    case .addMonths(let register, let months):
      Kernels.addMonths(narrow(register).span, months, count, into: &out)
    case .stepped(let register, let figure):
      let figure = program.figures[figure]
      Kernels.each(narrow(register).span, count, into: &out) { day in
        let value = figure.value(on: day)
        return value == Int64.unknown ? .unknown : Int32(clamping: value)
      }
    case .table(let table, let policy):
      self.table(program.tables[table], policy, count, into: &out)
    case .ofYear(let type, let owners, let years):
      let (days, offsets) = (sources.narrow[place], sources.offsets[type])
      Kernels.rowOfYear(
        narrow(owners).span, narrow(years).span, days: days.span, offsets: offsets.span, count,
        into: &out)
    case .count(let member, let records, let open):
      if let member {
        Kernels.count(truth(member).span, members(of: records), count, into: &out)
      } else {
        Kernels.count(members(of: records), count, into: &out)
      }
      if let open { Kernels.unknown(where: truth(open).span, count, into: &out) }
    case .fold(let fold, let value, let member, let records, let open):
      self.fold(fold, narrow(value), lanes(member), records, open, count, into: &out)
    case .coveredMonths(let from, let to, let member, let records, let open, let through):
      var room = MonthRoom()
      swap(&room, &space.months)
      Kernels.coveredMonths(
        .init(first: narrow(from), last: narrow(to), isMember: lanes(member)),
        members(of: records), through: narrow(through).span, &room, count, into: &out)
      swap(&room, &space.months)
      if let open { Kernels.unknown(where: truth(open).span, count, into: &out) }
    default: preconditionFailure("a step that leaves no narrow lanes")
    }
  }

  mutating func run(
    _ instruction: Instruction, _ place: Int, _ count: Int, into out: inout MutableSpan<Int64>
  ) {
    switch instruction.operation {
    case .spread(let register):
      spread(wide(register), space.frames[instruction.frame].parents, count, into: &out)
    case .constantWide(let value): Kernels.fill(value, count, into: &out)
    case .read(_, _, let rows):
      gather(sources.wide[place], rows, unknown: .unknown, none: .none, count, into: &out)
    case .standard(let codes, let levels):
      let standards = program.standards
      Kernels.each(narrow(codes).span, narrow(levels).span, count, into: &out) { code, level in
        standards[.init(occupation: code, level: Int64(level))] ?? .unknown
      }
    case .widen(let register): Kernels.widen(narrow(register).span, count, into: &out)
    case .scale(let register, let factor):
      Kernels.scale(wide(register).span, by: factor, count, into: &out)
    case .select(let chosen, let then, let otherwise):
      Kernels.select(
        truth(chosen).span, wide(then).span, wide(otherwise).span, unknown: .unknown, count,
        into: &out)
    case .add(let left, let right):
      Kernels.arithmetic(wide(left).span, wide(right).span, count, into: &out) { $0 &+ $1 }
    case .subtract(let left, let right):
      Kernels.arithmetic(wide(left).span, wide(right).span, count, into: &out) { $0 &- $1 }
    case .multiply(let left, let right):
      Kernels.arithmetic(wide(left).span, wide(right).span, count, into: &out) { $0 &* $1 }
    case .multiplyConstant(let register, let factor):
      Kernels.arithmetic(wide(register).span, count, into: &out) { $0 &* factor }
    case .divideRounding(let register, let unit):
      Kernels.divideRounding(wide(register).span, by: unit, count, into: &out)
    case .floor(let register, let unit):
      Kernels.floor(wide(register).span, to: unit, count, into: &out)
    case .negate(let register):
      Kernels.arithmetic(wide(register).span, count, into: &out) { 0 &- $0 }
    case .least(let left, let right):
      Kernels.arithmetic(wide(left).span, wide(right).span, count, into: &out) { min($0, $1) }
    case .greatest(let left, let right):
      Kernels.arithmetic(wide(left).span, wide(right).span, count, into: &out) { max($0, $1) }
    case .stepped(let register, let figure):
      let figure = program.figures[figure]
      Kernels.each(narrow(register).span, count, into: &out) { figure.value(on: $0) }
    case .table(let table, let policy):
      self.table(program.tables[table], policy, count, into: &out)
    case .fold(let fold, let value, let member, let records, let open):
      self.fold(fold, wide(value), lanes(member), records, open, count, into: &out)
    case .sumOfHighest(let keys, let values, let member, let records, let open):
      Kernels.sumOfHighest(
        keys: narrow(keys).span, wide(values).span, member: lanes(member),
        ends: ends(of: records).span, open: lanes(open), count, into: &out)
    default: preconditionFailure("a step that leaves no wide lanes")
    }
  }

  /// What stands in a list at the place of each lane; marks stay.
  private func look(
    _ lanes: [Int32], in list: [Int32], _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    Kernels.each(lanes.span, count, into: &out) { place in
      place.isMark ? place : place >= 0 && place < list.count ? list[Int(place)] : .unknown
    }
  }

  private func copy(_ lanes: [Int32], _ count: Int, into out: inout MutableSpan<Int32>) {
    for lane in 0..<count { out[lane] = lanes[lane] }
  }

  private mutating func fold<L: Lane>(
    _ fold: Step.Fold, _ values: [L], _ isMember: [UInt8]?, _ records: Int, _ open: Register?,
    _ count: Int, into out: inout MutableSpan<L>
  ) {
    let members = members(of: records)
    var doubts = Workspace.take(&space.doubts, count)
    switch fold {
    case .sum: Kernels.fold(values.span, isMember, members, &doubts, count, into: &out) { $0 &+ $1 }
    case .least:
      Kernels.fold(values.span, isMember, members, &doubts, count, into: &out) { min($0, $1) }
    case .greatest:
      Kernels.fold(values.span, isMember, members, &doubts, count, into: &out) { max($0, $1) }
    }
    space.doubts = doubts
    if let open { Kernels.unknown(where: truth(open).span, count, into: &out) }
  }

  private mutating func table<L: Lane>(
    _ rows: [Step.TableRow], _ policy: Step.TablePolicy, _ count: Int,
    into out: inout MutableSpan<L>
  ) {
    var state = Workspace.take(&space.tableStates, count)
    var take = Workspace.take(&space.tableTakes, count)
    var states = state.mutableSpan
    var takes = take.mutableSpan
    Kernels.fill(0, count, into: &states)
    Kernels.fill(L.unknown, count, into: &out)
    for row in rows {
      Kernels.hit(
        truth(row.hit).span, L.lanes(slot(row.value), of: space).span, policy, &states, &takes,
        count, into: &out)
    }
    Kernels.finish(states.span, count, into: &out)
    (space.tableStates, space.tableTakes) = (state, take)
  }
}
