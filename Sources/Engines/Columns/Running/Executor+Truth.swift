import Core
import FEEL

/// Steps that leave truths.
extension Executor {
  mutating func run(
    _ instruction: Instruction, _ place: Int, _ count: Int, into out: inout MutableSpan<UInt8>
  ) {
    switch instruction.operation {
    case .spread(let register):
      spread(truth(register), space.frames[instruction.frame].parents, count, into: &out)
    case .constantTruth(let byte): Kernels.fill(byte, count, into: &out)
    case .read(_, _, let rows):
      gather(
        sources.truth[place], rows, unknown: Truth.unknown, none: Truth.none, count, into: &out)
    case .compareConstant(let sign, let register, let value):
      if register.width == .wide {
        Kernels.compare(sign, wide(register).span, with: value, count, into: &out)
      } else {
        let narrowed: Int32 = value == Int64.none ? .none : Int32(clamping: value)
        kernels.compare(sign, narrow(register).span, with: narrowed, count, into: &out)
      }
    case .compare(let sign, let left, let right):
      if left.width == .wide {
        Kernels.compare(sign, wide(left).span, wide(right).span, count, into: &out)
      } else {
        kernels.compare(sign, narrow(left).span, narrow(right).span, count, into: &out)
      }
    case .sameTruth(let left, let right, let isEqual):
      Kernels.sameTruth(truth(left).span, truth(right).span, isEqual: isEqual, count, into: &out)
    case .and(let left, let right):
      Kernels.and(truth(left).span, truth(right).span, count, into: &out)
    case .or(let left, let right):
      Kernels.or(truth(left).span, truth(right).span, count, into: &out)
    case .not(let register): Kernels.not(truth(register).span, count, into: &out)
    case .settled(let register): Kernels.settled(truth(register).span, count, into: &out)
    case .select(let chosen, let then, let otherwise):
      Kernels.select(
        truth(chosen).span, truth(then).span, truth(otherwise).span, unknown: Truth.unknown,
        count, into: &out)
    case .isOneOf(let register, let set): isOneOf(narrow(register), program.sets[set], count, &out)
    case .isListed(let code, let year, let list):
      isListed(narrow(code), narrow(year), program.lists[list], count, &out)
    case .covers(let from, let to, let at):
      kernels.covers(
        from: narrow(from).span, to: narrow(to).span, at: narrow(at).span, count, into: &out)
    case .some(let body, let open):
      Kernels.some(truth(body).span, members(of: body.frame), count, into: &out)
      if let open { Kernels.atLeastUnknown(truth(open).span, count, into: &out) }
    case .every(let body, let open):
      Kernels.every(truth(body).span, members(of: body.frame), count, into: &out)
      if let open { Kernels.atMostUnknown(truth(open).span, count, into: &out) }
    case .isRecorded(let type, let owners):
      let (days, offsets) = (sources.narrow[place], sources.offsets[type])
      Kernels.isRecorded(
        narrow(owners).span, in: store.on.year, days: days.span, offsets: offsets.span, count,
        into: &out)
    case .mayHaveMore(let type, let owners, let records):
      mayHaveMore(type, narrow(owners), records, count, &out)
    case .misses(let type, let owners, let values):
      misses(type, narrow(owners), values, count, &out)
    default: preconditionFailure("a step that leaves no truth")
    }
  }

  func ends(of frame: Int) -> [Int32] { space.frames[frame].ends }

  /// The lanes of a frame, and the lane around it that each belongs to.
  func members(of frame: Int) -> Kernels.Members {
    let lanes = space.frames[frame]
    return Kernels.Members(parents: lanes.parents, ends: lanes.ends, count: lanes.count)
  }

  /// The lanes of a register; `nil` where there is none.
  func lanes(_ register: Register?) -> [UInt8]? { register.map { truth($0) } }

  func spread<L: FixedWidthInteger>(
    _ lanes: [L], _ parents: [Int32], _ count: Int, into out: inout MutableSpan<L>
  ) {
    Kernels.look(lanes.span, parents.span, unknown: 0, none: 0, count, into: &out)
  }

  func spread(
    _ lanes: [Int32], _ parents: [Int32], _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    kernels.look(lanes.span, parents.span, count, into: &out)
  }

  func gather(
    _ column: Cells<Int32>, _ register: Register, _ count: Int, into out: inout MutableSpan<Int32>
  ) {
    if let first = isDense(register) {
      Kernels.copy(column.span, from: first, count, into: &out)
    } else {
      kernels.look(column.span, narrow(register).span, count, into: &out)
    }
  }

  /// The values of a column in rows; marks of rows stay marks.
  func gather<L: BitwiseCopyable & Sendable>(
    _ column: Cells<L>, _ register: Register, unknown: L, none: L, _ count: Int,
    into out: inout MutableSpan<L>
  ) {
    if let first = isDense(register) {
      Kernels.copy(column.span, from: first, count, into: &out)
    } else {
      Kernels.look(
        column.span, narrow(register).span, unknown: unknown, none: none, count, into: &out)
    }
  }

  private func isOneOf(
    _ codes: [Int32], _ set: [UInt8], _ count: Int, _ out: inout MutableSpan<UInt8>
  ) {
    if Kernels.areInside(codes.span, count, set.count) {
      return Kernels.look(
        set.span, codes.span, unknown: Truth.unknown, none: Truth.no, count, into: &out)
    }
    for lane in 0..<count {
      let code = codes[lane]
      out[lane] =
        code >= 0 && code < set.count
        ? set[Int(code)] : code == .unknown ? Truth.unknown : Truth.no
    }
  }

  private func isListed(
    _ codes: [Int32], _ years: [Int32], _ list: Program.CodeList,
    _ count: Int, _ out: inout MutableSpan<UInt8>
  ) {
    for lane in 0..<count {
      let (code, place) = (codes[lane], Int(years[lane]) - Int(list.firstYear))
      guard code != .unknown, place >= 0, place < list.years.count, !list.years[place].isEmpty
      else {
        out[lane] = Truth.unknown
        continue
      }
      out[lane] =
        code >= 0 && code < list.years[place].count ? list.years[place][Int(code)] : Truth.no
    }
  }

  private func mayHaveMore(
    _ type: Int, _ owners: [Int32], _ records: Int, _ count: Int, _ out: inout MutableSpan<UInt8>
  ) {
    let openness = store.openness[type]
    let ends = ends(of: records)
    var start: Int32 = 0
    for lane in 0..<count {
      let owner = owners[lane]
      let isEmpty = ends[lane] == start
      start = ends[lane]
      if owner.isMark {
        out[lane] = owner == .none ? Truth.no : Truth.unknown
      } else if isEmpty, let openness, openness.isComplete[Int(owner)] == 0 {
        out[lane] = Truth.unknown
      } else {
        out[lane] = Truth.no
      }
    }
  }

  private func misses(
    _ type: Int, _ owners: [Int32], _ values: UInt64, _ count: Int, _ out: inout MutableSpan<UInt8>
  ) {
    let missing = store.openness[type]?.missing ?? Cells()
    for lane in 0..<count {
      let owner = owners[lane]
      out[lane] =
        !owner.isMark && missing[Int(owner)] & values != 0 ? Truth.unknown : Truth.no
    }
  }
}
