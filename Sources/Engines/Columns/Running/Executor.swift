import FEEL

/// Runs a program on blocks of rows.
struct Executor {
  let program: Program
  let store: ColumnStore
  var space: Workspace
  /// The register that holds the rows of the block itself, which follow one another.
  private let rootRows: Int?
  /// The column that each order reads, by the order's place: looked up once and not block by block.
  let sources: ColumnSources
  let kernels = LaneKernels.best
  private var firstRow = 0

  init(_ program: Program, _ store: ColumnStore) {
    self.program = program
    self.store = store
    space = Workspace(for: program)
    sources = ColumnSources(program, store)
    rootRows =
      program.orders.lazy.compactMap { order -> Int? in
        guard case .step(let instruction) = order, instruction.frame == ProgramBuilder.root,
          case .rows = instruction.operation
        else { return nil }
        return instruction.output.index
      }.first
  }

  /// Runs all steps for the rows of the subjects' table.
  mutating func run(_ rows: Range<Int>) {
    firstRow = rows.lowerBound
    for place in program.orders.indices {
      switch program.orders[place] {
      case .frame(let index): make(index, rows)
      case .step(let instruction): run(instruction, place)
      }
    }
  }

  func truth(_ register: Register) -> [UInt8] { space.truth[slot(register)] }
  func narrow(_ register: Register) -> [Int32] { space.narrow[slot(register)] }
  func wide(_ register: Register) -> [Int64] { space.wide[slot(register)] }

  func slot(_ register: Register) -> Int { program.slotOf[register.index] }

  private mutating func run(_ instruction: Instruction, _ place: Int) {
    let count = space.frames[instruction.frame].count
    let slot = slot(instruction.output)
    switch instruction.output.width {
    case .truth:
      var lanes = Workspace.take(&space.truth[slot], count)
      var out = lanes.mutableSpan
      run(instruction, place, count, into: &out)
      space.truth[slot] = lanes
    case .narrow:
      var lanes = Workspace.take(&space.narrow[slot], count)
      var out = lanes.mutableSpan
      run(instruction, place, count, into: &out)
      space.narrow[slot] = lanes
    case .wide:
      var lanes = Workspace.take(&space.wide[slot], count)
      var out = lanes.mutableSpan
      run(instruction, place, count, into: &out)
      space.wide[slot] = lanes
    }
  }

  /// Whether a register holds the rows of the block, one after the other.
  func isDense(_ rows: Register) -> Int? {
    rows.index == rootRows ? firstRow : nil
  }

  // Frames.

  private mutating func make(_ index: Int, _ rows: Range<Int>) {
    var lanes = Workspace.Lanes()
    swap(&lanes, &space.frames[index])
    switch program.frames[index] {
    case .rows:
      lanes.count = rows.count
      lanes.grow(to: rows.count)
      for lane in 0..<rows.count { lanes.rows[lane] = Int32(truncatingIfNeeded: firstRow + lane) }
    case .passing(let register, let isCertain):
      pass(register, isCertain, &lanes)
    case .records(let type, let owners): list(type, owners, &lanes)
    case .months(let from, let through): count(from, through, &lanes)
    }
    swap(&lanes, &space.frames[index])
  }

  private func pass(_ register: Register, _ isCertain: Bool, _ lanes: inout Workspace.Lanes) {
    let truth = truth(register)
    let outer = space.frames[register.frame].rows
    let count = space.frames[register.frame].count
    lanes.grow(to: count)
    lanes.count = lanes.written { rows, parents in
      kernels.pass(
        truth.span, atLeast: isCertain ? Truth.yes : Truth.unknown, outer.span, count,
        parents: &parents, rows: &rows)
    }
  }

  private func list(_ type: Int, _ register: Register, _ lanes: inout Workspace.Lanes) {
    let owners = narrow(register)
    let offsets = sources.offsets[type]
    let outer = space.frames[register.frame].count
    lanes.count = 0
    if lanes.ends.count < outer { lanes.ends = Array(repeating: 0, count: outer + outer / 2) }
    if offsets.isEmpty {
      for lane in 0..<outer { lanes.ends[lane] = 0 }
      return
    }
    var ends = lanes.ends.mutableSpan
    let (count, most) = kernels.endLists(of: owners.span, offsets.span, outer, into: &ends)
    lanes.count = count
    lanes.grow(to: count + LaneKernels.most)
    if most <= LaneKernels.most {
      listShort(owners, offsets, outer, &lanes)
    } else {
      listLong(owners, offsets, outer, &lanes)
    }
  }

  private func listShort(
    _ owners: [Int32], _ offsets: Cells<Int32>, _ outer: Int, _ lanes: inout Workspace.Lanes
  ) {
    let ends = lanes.ends
    lanes.written { rows, parents in
      kernels.list(
        owners.span, offsets.span, ends: ends.span, outer, rows: &rows, parents: &parents)
    }
  }

  private func listLong(
    _ owners: [Int32], _ offsets: Cells<Int32>, _ outer: Int, _ lanes: inout Workspace.Lanes
  ) {
    var place = 0
    for lane in 0..<outer where Int(lanes.ends[lane]) > place {
      var row = offsets[Int(owners[lane])]
      while place < Int(lanes.ends[lane]) {
        lanes.rows[place] = row
        lanes.parents[place] = Int32(truncatingIfNeeded: lane)
        row &+= 1
        place += 1
      }
    }
  }

  private func count(_ from: Register, _ through: Register, _ lanes: inout Workspace.Lanes) {
    let (first, last) = (narrow(from), narrow(through))
    let rows = space.frames[from.frame].rows
    let outer = space.frames[from.frame].count
    if lanes.ends.count < outer { lanes.ends = Array(repeating: 0, count: outer + outer / 2) }
    var count = 0
    for lane in 0..<outer {
      if !first[lane].isMark, !last[lane].isMark, first[lane] <= last[lane] {
        lanes.grow(to: count + Int(last[lane] - first[lane]) + 1)
        for month in first[lane]...last[lane] {
          lanes.months[count] = month
          lanes.rows[count] = rows[lane]
          lanes.parents[count] = Int32(truncatingIfNeeded: lane)
          count += 1
        }
      }
      lanes.ends[lane] = Int32(truncatingIfNeeded: count)
    }
    lanes.count = count
  }
}
