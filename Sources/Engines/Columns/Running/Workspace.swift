/// The registers and frames of one thread. What was once as large as needed is used again.
struct Workspace {
  var truth: [[UInt8]] = []
  var narrow: [[Int32]] = []
  var wide: [[Int64]] = []
  var frames: [Lanes] = []
  var months = MonthRoom()
  var tableStates: [UInt8] = []
  var tableTakes: [UInt8] = []
  var doubts: [UInt8] = []

  /// The lanes of a frame.
  struct Lanes {
    var count = 0
    /// The row that each is.
    var rows: [Int32] = []
    /// The lane of the frame around it that each belongs to.
    var parents: [Int32] = []
    /// Where the lanes of each lane of the frame around it end.
    var ends: [Int32] = []
    var months: [Int32] = []

    /// Makes room for so many lanes; those that are there stay.
    mutating func grow(to count: Int) {
      if rows.count >= count { return }
      let more = count + count / 2 - rows.count
      rows.append(contentsOf: repeatElement(0, count: more))
      parents.append(contentsOf: repeatElement(0, count: more))
      months.append(contentsOf: repeatElement(0, count: more))
    }

    /// Writes rows and parents at the same time.
    mutating func written<Result>(
      _ write: (_ rows: inout MutableSpan<Int32>, _ parents: inout MutableSpan<Int32>) -> Result
    ) -> Result {
      var (taken, others): ([Int32], [Int32]) = ([], [])
      swap(&taken, &rows)
      swap(&others, &parents)
      defer { (rows, parents) = (taken, others) }
      var rows = taken.mutableSpan
      var parents = others.mutableSpan
      return write(&rows, &parents)
    }
  }

  init(for program: Program) {
    truth = Array(repeating: [], count: program.slots[.truth] ?? 0)
    narrow = Array(repeating: [], count: program.slots[.narrow] ?? 0)
    wide = Array(repeating: [], count: program.slots[.wide] ?? 0)
    frames = Array(repeating: Lanes(), count: program.frames.count)
  }

  /// Takes a register's lanes out, so that others can be read meanwhile.
  static func take<L: FixedWidthInteger>(_ lanes: inout [L], _ count: Int) -> [L] {
    var taken: [L] = []
    swap(&taken, &lanes)
    if taken.count < count {
      taken = Array(repeating: 0, count: max(count + count / 2, 1024))
    }
    return taken
  }
}
