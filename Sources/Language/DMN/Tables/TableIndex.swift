import FEEL

/// Finds the rows of a decision table that may hit without going through all of them.
///
/// For each column there are sets of rows, one for each bucket of values that the column's cells
/// tell apart; the rows that may hit are in the set of every column. What is found is still held
/// against the cells: an index only saves looking at the others.
struct TableIndex: Sendable {
  private let columns: [(place: Int, sets: ColumnIndex)]
  private let rowCount: Int

  init(rows: [[Logic.Table.Cell]], columnCount: Int) {
    rowCount = rows.count
    columns = (0..<columnCount).compactMap { place in
      let cells = rows.map { place < $0.count ? $0[place] : .fixed([.any]) }
      return ColumnIndex(cells).map { (place, $0) }
    }
  }

  /// Gives the rows that may hit, in their order, until the body says that it has seen enough.
  func forEachCandidate(_ inputs: [Value], _ body: (_ row: Int) -> Bool) {
    let words = RowSet.words(for: rowCount)
    if words == 0 { return }
    if words == 1 {
      var rows = RowSet.full(0, of: rowCount)
      for column in columns {
        if let start = column.sets.start(for: inputs[column.place]) { rows &= column.sets[start] }
      }
      _ = RowSet.forEach(rows, in: 0, body)
      return
    }
    var rows = [UInt64](repeating: .max, count: words)
    rows[words - 1] = RowSet.full(words - 1, of: rowCount)
    for column in columns {
      if let start = column.sets.start(for: inputs[column.place]) {
        column.sets.intersect(&rows, at: start)
      }
    }
    for word in 0..<words where rows[word] != 0 {
      if !RowSet.forEach(rows[word], in: word, body) { return }
    }
  }
}

/// Sets of rows as words of 64 bits, the first row in the lowest bit of the first word.
enum RowSet {
  static func words(for count: Int) -> Int { (count + 63) / 64 }

  /// Gives the rows of one word to the body until it has seen enough.
  ///
  /// - Returns: whether it wants to see more.
  static func forEach(_ rows: UInt64, in word: Int, _ body: (_ row: Int) -> Bool) -> Bool {
    var rest = rows
    while rest != 0 {
      if !body(word * 64 + rest.trailingZeroBitCount) { return false }
      rest &= rest - 1
    }
    return true
  }

  /// A word of the set of all rows.
  static func full(_ word: Int, of count: Int) -> UInt64 {
    let rest = count - word * 64
    return rest >= 64 ? .max : (1 << UInt64(rest)) - 1
  }
}

/// The sets of rows for the buckets of one column; shared, since tables are searched all the time.
final class ColumnIndex: Sendable {
  private let scale: ColumnScale
  private let words: Int
  private let buckets: Int
  /// The sets of all buckets one behind the other, and behind them that of the rows that may hold for
  /// null.
  private let bits: [UInt64]
  /// Words that the sets of a column may take: 2 MB. With more segments than that, neighbours share
  /// a bucket.
  private static let mostWords = 1 << 18

  /// - Returns: `nil` for a column whose cells tell no values apart.
  init?(_ cells: [Logic.Table.Cell]) {
    let fixed = cells.lazy.compactMap { cell -> [FixedTest]? in
      if case .fixed(let tests) = cell { tests } else { nil }
    }
    guard let scale = ColumnScale(fixed) else { return nil }
    self.scale = scale
    words = RowSet.words(for: cells.count)
    buckets = min(scale.count, max(2, ColumnIndex.mostWords / words))
    var sets = RowSets(scale: scale, buckets: buckets, words: words)
    for (row, cell) in cells.enumerated() { sets.insert(row, cell) }
    bits = sets.bits
  }

  /// Where the set for a value begins; `nil` for a value of another type, of which the cells must
  /// be asked.
  func start(for value: Value) -> Int? {
    if value.isNull { return buckets * words }
    return scale.segment(of: value).map { scale.bucket(of: $0, among: buckets) * words }
  }

  /// The set that begins at a place, for a table of one word.
  subscript(start: Int) -> UInt64 { bits[start] }

  /// Takes out of a set what is not in the one that begins at a place.
  func intersect(_ rows: inout [UInt64], at start: Int) {
    let bits = bits
    for word in rows.indices { rows[word] &= bits[start + word] }
  }
}

extension ColumnScale {
  /// The bucket that a segment falls into: its own where there are enough.
  fileprivate func bucket(of segment: Int, among buckets: Int) -> Int {
    buckets == count ? segment : segment * buckets / count
  }
}

/// The sets of a column while they are filled.
private struct RowSets {
  let scale: ColumnScale
  let buckets: Int
  let words: Int
  var bits: [UInt64]

  init(scale: ColumnScale, buckets: Int, words: Int) {
    self.scale = scale
    self.buckets = buckets
    self.words = words
    bits = Array(repeating: 0, count: (buckets + 1) * words)
  }

  mutating func insert(_ row: Int, _ cell: Logic.Table.Cell) {
    switch cell {
    case .fixed(let tests):
      for range in scale.segments(of: tests) ?? [0...scale.count - 1] {
        insert(row, bucket(of: range.lowerBound)...bucket(of: range.upperBound))
      }
      if case .boolean(true) = tests.anyHolds(.null) { insert(row, buckets...buckets) }
    case .tests: insert(row, 0...buckets)
    case .unreadable: return
    }
  }

  private mutating func insert(_ row: Int, _ range: ClosedRange<Int>) {
    for bucket in range { bits[bucket * words + row / 64] |= 1 << UInt64(row % 64) }
  }

  private func bucket(of segment: Int) -> Int { scale.bucket(of: segment, among: buckets) }
}
