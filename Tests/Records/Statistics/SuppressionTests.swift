import Determinations
import Statistics
import TestSupport
import Testing

@testable import Statistics

/// Hidden cells cannot be worked out from those shown and from the totals.
@Suite struct SuppressionTests {
  /// A protected table of random small counts: some counties in some prefectures; and the
  /// prefecture of each county.
  private func table(
    _ seed: UInt64, columns: Int, most: Int
  ) -> (table: CrossTable, groups: [Int]) {
    var random = SeededGenerator(seed: seed)
    let groupCount = Int.random(in: 1...3, using: &random)
    var parts: [[Int]] = []
    var groups: [Int] = []
    for group in 0..<groupCount {
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        groups.append(group)
        parts.append(
          (0..<columns).map { _ in
            Bool.random(using: &random) ? 0 : Int.random(in: 1...most, using: &random)
          })
      }
    }
    var table = CrossTable(parts, groups: groups, groupCount: groupCount, columns: columns)
    table.protect()
    return (table, groups)
  }

  @Test("all counts of 1 to 4 are hidden, and zeros never", arguments: 0..<60)
  func small(_ seed: UInt64) {
    let table = table(seed, columns: 4, most: 12).table
    for (line, counts) in table.counts.enumerated() {
      for (column, count) in counts.enumerated() {
        if (1...4).contains(count) { #expect(table.isHidden[line][column]) }
        if count == 0 { #expect(!table.isHidden[line][column]) }
      }
    }
  }

  @Test("without small counts everything is shown") func nothing() {
    var table = CrossTable([[5, 0, 9], [12, 7, 0]], groups: [0, 1], groupCount: 2, columns: 3)
    table.protect()
    #expect(table.isHidden.allSatisfy { !$0.contains(true) })
  }

  @Test("no equation, nor any sum of equations, tells a hidden cell", arguments: 0..<120)
  func equations(_ seed: UInt64) {
    let (table, groups) = table(seed, columns: 4, most: 9)
    let system = Equations(table, groups)
    for unknown in system.unknowns.indices { #expect(!system.determines(unknown), "\(seed)") }
  }

  @Test("every hidden cell may be another number, though all are at least 1", arguments: 0..<60)
  func other(_ seed: UInt64) {
    let (table, groups) = table(seed, columns: 2, most: 6)
    let system = Equations(table, groups)
    guard system.unknowns.count <= 11 else { return }
    for unknown in system.unknowns.indices { #expect(system.mayDiffer(unknown), "\(seed)") }
  }

  @Test("a benefit with few receivers shows neither count nor sum") func benefits() {
    let few = BenefitFigures.made(of: [.made("a/few", 20, 100, 0, receivers: 3)])[0]
    #expect(few.entitled == .hidden && few.amount == nil && few.receivers == .hidden)
    #expect(few.notEntitled == .hidden)
    let many = BenefitFigures.made(of: [.made("a/many", 20, 100, 2, receivers: 15)])[0]
    #expect(many.entitled == .shown(20) && many.undetermined == .shown(2))
  }
}

/// What somebody who sees the table can write down: one equation for every sum, with the hidden
/// cells as unknowns.
private struct Equations {
  let unknowns: [(value: Int, line: Int, column: Int)]
  /// Coefficients, one row an equation.
  private let rows: [[Int]]

  init(_ table: CrossTable, _ groups: [Int]) {
    let groupCount = table.counts.count - groups.count - 1
    let columns = table.counts[0].count
    var unknowns: [(value: Int, line: Int, column: Int)] = []
    for (line, isHidden) in table.isHidden.enumerated() {
      for column in isHidden.indices where isHidden[column] {
        unknowns.append((table.counts[line][column], line, column))
      }
    }
    self.unknowns = unknowns
    func row(_ parts: [(Int, Int)], _ total: (Int, Int)) -> [Int] {
      unknowns.map { unknown in
        if (unknown.line, unknown.column) == total { return -1 }
        return parts.contains { $0 == (unknown.line, unknown.column) } ? 1 : 0
      }
    }
    var rows: [[Int]] = []
    for line in table.counts.indices {
      rows.append(row((0..<columns - 1).map { (line, $0) }, (line, columns - 1)))
    }
    for column in 0..<columns {
      for group in 0..<groupCount {
        let parts = groups.indices.filter { groups[$0] == group }.map { ($0, column) }
        rows.append(row(parts, (groups.count + group, column)))
      }
      let parts = (0..<groupCount).map { (groups.count + $0, column) }
      rows.append(row(parts, (groups.count + groupCount, column)))
    }
    self.rows = rows.filter { row in row.contains { $0 != 0 } }
  }

  /// Whether the equations have one value for an unknown only: its unit vector is then a sum of
  /// their rows. Gauss with fractions kept whole.
  func determines(_ unknown: Int) -> Bool {
    let unit = unknowns.indices.map { $0 == unknown ? 1 : 0 }
    return rank(rows) == rank(rows + [unit])
  }

  private func rank(_ matrix: [[Int]]) -> Int {
    var matrix = matrix
    var rank = 0
    for column in unknowns.indices {
      guard let pivot = matrix.indices.dropFirst(rank).first(where: { matrix[$0][column] != 0 })
      else { continue }
      matrix.swapAt(rank, pivot)
      for line in matrix.indices where line > rank && matrix[line][column] != 0 {
        let (left, right) = (matrix[rank][column], matrix[line][column])
        for index in unknowns.indices {
          matrix[line][index] = matrix[line][index] * left - matrix[rank][index] * right
        }
        // The entries stay small: what all share is divided out.
        let shared = matrix[line].reduce(0) { gcd($0, $1) }
        if shared > 1 { matrix[line] = matrix[line].map { $0 / shared } }
      }
      rank += 1
    }
    return rank
  }

  private func gcd(_ left: Int, _ right: Int) -> Int {
    right == 0 ? abs(left) : gcd(right, left % right)
  }

  /// Whether all equations hold with some unknowns one more or one less, this one among them, and
  /// none below 1.
  func mayDiffer(_ unknown: Int) -> Bool {
    var changes = [Int](repeating: 0, count: unknowns.count)
    func search(_ position: Int) -> Bool {
      guard position < unknowns.count else {
        return changes[unknown] != 0
          && rows.allSatisfy { row in zip(row, changes).reduce(0) { $0 + $1.0 * $1.1 } == 0 }
      }
      for change in [0, 1, -1] where unknowns[position].value + change >= 1 {
        changes[position] = change
        if search(position + 1) { return true }
      }
      changes[position] = 0
      return false
    }
    return search(0)
  }
}

extension BenefitTotal {
  fileprivate static func made(
    _ benefit: String, _ entitled: Int, _ notEntitled: Int, _ undetermined: Int, receivers: Int
  ) -> BenefitTotal {
    var total = BenefitTotal(benefit: benefit)
    total.entitled = entitled
    total.notEntitled = notEntitled
    total.undetermined = undetermined
    total.receivers = receivers
    return total
  }
}
