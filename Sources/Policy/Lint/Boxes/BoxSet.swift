/// Rules as boxes over a grid: each rule admits, in every column, some spans of positions.
///
/// Kept flat, so that tables of ten thousand rows are searched without allocating for each.
struct BoxSet: Sendable {
  /// Positions from `low` up to, not including, `high`.
  struct Span: Sendable, Hashable {
    let low: Int32
    let high: Int32

    init(_ low: Int32, _ high: Int32) {
      self.low = low
      self.high = high
    }
  }

  /// How a rule stands to a region in one column.
  enum Relation { case outside, partly, wholly }

  /// The number of positions of each column.
  let sizes: [Int32]
  private(set) var count = 0
  /// Of rule r and column c: `spans[starts[r * columns + c] ..< starts[r * columns + c + 1]]`.
  private var starts: [Int32] = [0]
  private var spans: [Span] = []

  /// - Parameter sizes: the number of positions of each column; at most 64 columns.
  init(sizes: [Int32]) { self.sizes = sizes }

  var columns: Int { sizes.count }

  /// Adds a rule: its spans by column, in order and not touching.
  mutating func append(_ cells: [[Span]]) {
    for cell in cells {
      spans += cell
      starts.append(Int32(spans.count))
    }
    count += 1
  }

  func spans(_ rule: Int32, _ column: Int) -> ArraySlice<Span> {
    let index = Int(rule) * columns + column
    return spans[Int(starts[index])..<Int(starts[index + 1])]
  }

  @inline(__always)
  func relation(_ rule: Int32, _ column: Int, _ low: Int32, _ high: Int32) -> Relation {
    let index = Int(rule) * columns + column
    var position = Int(starts[index])
    let end = Int(starts[index + 1])
    while position < end {
      let span = spans[position]
      if span.low < high, low < span.high {
        return span.low <= low && high <= span.high ? .wholly : .partly
      }
      position += 1
    }
    return .outside
  }

  /// Whether a rule meets a region in every column.
  func meets(_ rule: Int32, _ region: Region) -> Bool {
    for column in 0..<columns
    where relation(rule, column, region.low[column], region.high[column]) == .outside {
      return false
    }
    return true
  }

  /// The part of the grid that all positions make.
  var whole: Region {
    Region(low: [Int32](repeating: 0, count: columns), high: sizes)
  }

  /// The rules that meet a region, with the columns in which each covers it only in part.
  func members(of region: Region, rules: some Sequence<Int32>) -> [Member] {
    rules.compactMap { rule in
      var open: UInt64 = 0
      for column in 0..<columns {
        switch relation(rule, column, region.low[column], region.high[column]) {
        case .outside: return nil
        case .partly: open |= 1 << UInt64(column)
        case .wholly: break
        }
      }
      return Member(rule: rule, open: open)
    }
  }
}

/// A box of positions, one span a column.
struct Region: Sendable, Hashable {
  var low: [Int32]
  var high: [Int32]

  /// Whether another region lies in this one.
  func holds(_ other: Region) -> Bool {
    for column in low.indices
    where other.low[column] < low[column] || high[column] < other.high[column] {
      return false
    }
    return true
  }
}

/// A rule that meets the region at hand.
struct Member {
  let rule: Int32
  /// The columns in which it covers the region only in part, as bits.
  var open: UInt64

  var isWhole: Bool { open == 0 }
}
