import FEEL

/// Collects the steps of a program; the same step on the same registers is there once.
struct ProgramBuilder {
  private(set) var program: Program
  private var known: [Key: Register] = [:]
  private var frames: [Frame: Int] = [:]
  private var registers = 0

  private struct Key: Hashable {
    let step: Step
    let frame: Int
  }

  init(type: Int) {
    program = Program(type: type)
    _ = frame(.rows(type: type))
  }

  /// The frame of the block of subjects.
  static let root = 0

  mutating func frame(_ frame: Frame) -> Int {
    if let known = frames[frame] { return known }
    let index = program.frames.count
    program.frames.append(frame)
    frames[frame] = index
    program.orders.append(.frame(index))
    return index
  }

  mutating func emit(_ step: Step, in frame: Int, _ width: Width) -> Register {
    if let known = known[Key(step: step, frame: frame)] { return known }
    let output = Register(index: registers, width: width, frame: frame)
    registers += 1
    known[Key(step: step, frame: frame)] = output
    program.orders.append(
      .step(Instruction(operation: step, frame: frame, output: output)))
    return output
  }

  /// The same value for the lanes of a frame within the register's own.
  ///
  /// - Returns: `nil` where the frame does not lie within it.
  mutating func spread(_ register: Register, to frame: Int) -> Register? {
    if register.frame == frame { return register }
    guard let parent = program.frames[frame].parent,
      let outer = spread(register, to: parent)
    else { return nil }
    return emit(.spread(outer), in: frame, register.width)
  }

  /// How many frames lie around a frame.
  func depth(of frame: Int) -> Int {
    program.frames[frame].parent.map { depth(of: $0) + 1 } ?? 0
  }

  mutating func set(_ bytes: [UInt8]) -> Int {
    if let known = program.sets.firstIndex(of: bytes) { return known }
    program.sets.append(bytes)
    return program.sets.count - 1
  }

  mutating func table(_ rows: [Step.TableRow]) -> Int {
    if let known = program.tables.firstIndex(of: rows) { return known }
    program.tables.append(rows)
    return program.tables.count - 1
  }

  mutating func list(_ list: Program.CodeList) -> Int {
    if let known = program.lists.firstIndex(of: list) { return known }
    program.lists.append(list)
    return program.lists.count - 1
  }

  mutating func figure(_ figure: Program.SteppedFigure) -> Int {
    if let known = program.figures.firstIndex(of: figure) { return known }
    program.figures.append(figure)
    return program.figures.count - 1
  }

  mutating func set(standards: [ListedCodes.Standard: Int64]) { program.standards = standards }

  /// Codes of the ids of a type's rows, made once.
  mutating func identities(of type: Int, _ codes: () -> Cells<Int32>) {
    if program.identities[type] == nil { program.identities[type] = codes() }
  }

  /// Puts texts in FEEL's order, once: that of their code points, and so of their bytes.
  mutating func rank(_ texts: TextCodes) {
    if program.ranks.count == texts.count { return }
    program.inOrder = texts.inOrder
    program.ranks = Array(repeating: 0, count: texts.count)
    for (place, code) in program.inOrder.enumerated() {
      program.ranks[Int(code)] = Int32(place)
    }
  }

  mutating func add(_ benefit: BenefitSteps) {
    program.primaries.append(
      program.benefits.firstIndex { $0.plan == benefit.plan && $0.benefit == benefit.benefit }
        ?? program.benefits.count)
    program.benefits.append(benefit)
  }

  /// The program, each register in a slot that others use before and after it.
  consuming func finish() -> Program {
    dropUnread()
    var lastUse: [Int: Int] = [:]
    for (place, order) in program.orders.enumerated() {
      switch order {
      case .step(let instruction):
        for input in instruction.operation.inputs(program.tables) { lastUse[input.index] = place }
        lastUse[instruction.output.index] = max(lastUse[instruction.output.index] ?? place, place)
      case .frame(let index):
        for input in program.frames[index].inputs { lastUse[input.index] = place }
      }
    }
    for benefit in program.benefits {
      for register in benefit.registers { lastUse[register.index] = Int.max }
    }
    program.slotOf = Array(repeating: 0, count: registers)
    var free: [Width: [Int]] = [:]
    var ending: [Int: [Register]] = [:]
    for (place, order) in program.orders.enumerated() {
      guard case .step(let instruction) = order else {
        release(&ending, place, &free)
        continue
      }
      let output = instruction.output
      let slot: Int
      if let reused = free[output.width]?.popLast() {
        slot = reused
      } else {
        slot = program.slots[output.width, default: 0]
        program.slots[output.width] = slot + 1
      }
      program.slotOf[output.index] = slot
      if let last = lastUse[output.index] { ending[last, default: []].append(output) }
      release(&ending, place, &free)
    }
    return program
  }

  /// Leaves out what nobody reads: parts of expressions that a constant has settled.
  private mutating func dropUnread() {
    var registers: Set<Int> = []
    var frames: Set<Int> = [ProgramBuilder.root]
    func need(_ register: Register) {
      registers.insert(register.index)
      var frame: Int? = register.frame
      while let one = frame, frames.insert(one).inserted { frame = program.frames[one].parent }
    }
    for benefit in program.benefits {
      benefit.registers.forEach(need)
      for frame in benefit.frames { frames.insert(frame) }
    }
    var kept: [Program.Order] = []
    for order in program.orders.reversed() {
      switch order {
      case .frame(let index):
        guard frames.contains(index) else { continue }
        program.frames[index].inputs.forEach(need)
      case .step(let instruction):
        guard registers.contains(instruction.output.index) else { continue }
        instruction.operation.inputs(program.tables).forEach(need)
        for frame in instruction.operation.frames { frames.insert(frame) }
      }
      kept.append(order)
    }
    program.orders = kept.reversed()
  }

  private func release(
    _ ending: inout [Int: [Register]], _ place: Int, _ free: inout [Width: [Int]]
  ) {
    for register in ending.removeValue(forKey: place) ?? [] {
      free[register.width, default: []].append(program.slotOf[register.index])
    }
  }
}

extension Frame {
  /// The registers that it is made from.
  var inputs: [Register] {
    switch self {
    case .rows: []
    case .passing(let register, _), .records(_, let register): [register]
    case .months(let from, let through): [from, through]
    }
  }
}
