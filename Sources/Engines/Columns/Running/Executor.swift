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
      lanes.rows.removeAll(keepingCapacity: true)
      for row in rows { lanes.rows.append(Int32(row)) }
    case .passing(let register, let isCertain):
      pass(register, isCertain, &lanes)
    case .records(let type, let owners): list(type, owners, &lanes)
    case .months(let from, let through): count(from, through, &lanes)
    }
    swap(&lanes, &space.frames[index])
  }

  private func pass(_ register: Register, _ isCertain: Bool, _ lanes: inout Workspace.Lanes) {
    let truth = truth(register)
    let outer = space.frames[register.frame]
    lanes.rows.removeAll(keepingCapacity: true)
    lanes.parents.removeAll(keepingCapacity: true)
    for lane in 0..<outer.count
    where isCertain ? truth[lane] == Truth.yes : truth[lane] != Truth.no {
      lanes.parents.append(Int32(lane))
      lanes.rows.append(outer.rows[lane])
    }
    lanes.count = lanes.rows.count
  }

  private func list(_ type: Int, _ register: Register, _ lanes: inout Workspace.Lanes) {
    let owners = narrow(register)
    lanes.rows.removeAll(keepingCapacity: true)
    lanes.parents.removeAll(keepingCapacity: true)
    lanes.ends.removeAll(keepingCapacity: true)
    let offsets = sources.offsets[type]
    if offsets.isEmpty { return }
    for lane in 0..<space.frames[register.frame].count {
      let owner = owners[lane]
      if !owner.isMark {
        for row in offsets[Int(owner)]..<offsets[Int(owner) + 1] {
          lanes.rows.append(row)
          lanes.parents.append(Int32(lane))
        }
      }
      lanes.ends.append(Int32(lanes.rows.count))
    }
    lanes.count = lanes.rows.count
  }

  private func count(_ from: Register, _ through: Register, _ lanes: inout Workspace.Lanes) {
    let (first, last) = (narrow(from), narrow(through))
    let outer = space.frames[from.frame]
    lanes.months.removeAll(keepingCapacity: true)
    lanes.rows.removeAll(keepingCapacity: true)
    lanes.parents.removeAll(keepingCapacity: true)
    lanes.ends.removeAll(keepingCapacity: true)
    for lane in 0..<outer.count {
      if !first[lane].isMark, !last[lane].isMark, first[lane] <= last[lane] {
        for month in first[lane]...last[lane] {
          lanes.months.append(month)
          lanes.rows.append(outer.rows[lane])
          lanes.parents.append(Int32(lane))
        }
      }
      lanes.ends.append(Int32(lanes.months.count))
    }
    lanes.count = lanes.months.count
  }
}
