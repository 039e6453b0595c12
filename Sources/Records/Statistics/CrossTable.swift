/// Counts of people by region and by something else, with totals both ways, and what of it may be
/// shown.
///
/// Regions are grouped (counties by prefecture), and each group and the whole have a line of sums.
/// The last column is the sum of the others.
struct CrossTable {
  /// Lines: the single regions, then the groups, then the whole.
  let counts: [[Int]]
  private(set) var isHidden: [[Bool]]

  private let groups: [Int]
  private let groupCount: Int
  private let columns: Int

  /// - Parameters:
  ///   - parts: a line of counts for each single region, without the sum.
  ///   - groups: for each single region, its group, 0 … `groupCount` − 1.
  ///   - groupCount: how many groups there are.
  ///   - columns: how many counts a line has.
  init(_ parts: [[Int]], groups: [Int], groupCount: Int, columns: Int) {
    self.groups = groups
    self.groupCount = groupCount
    self.columns = columns + 1
    let lines = parts.map { $0 + [$0.reduce(0, +)] }
    var sums = [[Int]](
      repeating: [Int](repeating: 0, count: columns + 1), count: groupCount + 1)
    for (line, group) in zip(lines, groups) {
      for (column, count) in line.enumerated() {
        sums[group][column] += count
        sums[groupCount][column] += count
      }
    }
    counts = lines + sums
    isHidden = counts.map { $0.map { _ in false } }
  }

  /// Hides what is too small or secret, and as much else as keeps it from being worked out.
  ///
  /// - Parameters:
  ///   - free: a column whose numbers say nothing about people, however small.
  ///   - secret: what else must not be shown.
  mutating func protect(
    free: Int? = nil, secret: (_ line: Int, _ column: Int) -> Bool = { _, _ in false }
  ) {
    var cells: [Suppression.Cell] = []
    for (line, counts) in counts.enumerated() {
      for (column, count) in counts.enumerated() {
        let (inner, outer) = (inner(line, column), outer(line, column))
        // The parts run from the line's sum to the column's, the totals back again.
        let isTotal = column == columns - 1
        cells.append(
          Suppression.Cell(
            from: isTotal ? outer : inner, to: isTotal ? inner : outer, count: count,
            isSecret: isHidden[line][column] || secret(line, column)
              || column != free && Suppression.isSmall(count)))
      }
    }
    let vertices = groups.count + (groupCount + 1) * columns + 1
    let hidden = Suppression(cells, vertices: vertices).isHidden
    isHidden = counts.indices.map { line in
      Array(hidden[line * columns..<(line + 1) * columns])
    }
  }

  /// The sum that a cell is a part of within its line, or of which it is the total.
  private func inner(_ line: Int, _ column: Int) -> Int {
    line < groups.count ? line : groups.count + (line - groups.count) * columns + column
  }

  /// The sum over regions that a cell is a part of.
  private func outer(_ line: Int, _ column: Int) -> Int {
    if line < groups.count { return groups.count + groups[line] * columns + column }
    if line < groups.count + groupCount { return groups.count + groupCount * columns + column }
    return groups.count + (groupCount + 1) * columns
  }
}
