import Core
import FEEL
import Testing

@testable import Lint

/// Random tables, each against the plain way: trying every case that can matter.
@Suite("Bands of random tables") struct RandomTableTests {
  private static let seeds: ClosedRange<UInt64> = 1...2_000

  @Test("Overlaps, gaps and rows without a case are what trying every case finds")
  func defects() throws {
    print("seeds \(RandomTableTests.seeds)")
    for seed in RandomTableTests.seeds {
      let random = RandomTable(seed: seed)
      let plain = Plain(random)
      let found = BandCheck(random.table).defects()
      #expect(pairs(found) == plain.overlaps, "seed \(seed): overlaps")
      #expect(idle(found) == plain.idle, "seed \(seed): rows without a case")
      #expect(hasGap(found) == plain.hasGap, "seed \(seed): gaps")
      #expect(!found.contains(.more), "seed \(seed): nothing is left out")
    }
  }

  private func pairs(_ defects: [BandDefect]) -> Set<[Int]> {
    var pairs: Set<[Int]> = []
    for defect in defects {
      switch defect {
      case .overlap(let first, let second, _): pairs.insert([first, second])
      case .covers(let row, let others, _):
        for other in others { pairs.insert([row, other].sorted()) }
      default: break
      }
    }
    return pairs
  }

  private func idle(_ defects: [BandDefect]) -> Set<Int> {
    Set(
      defects.compactMap { defect in
        switch defect {
        case .masked(let row, _), .empty(let row, _, _): row
        default: nil
        }
      })
  }

  private func hasGap(_ defects: [BandDefect]) -> Bool {
    defects.contains { if case .gap = $0 { true } else { false } }
  }
}

/// What trying every case says of a table.
private struct Plain {
  var overlaps: Set<[Int]> = []
  var idle: Set<Int>
  var hasGap = false

  init(_ random: RandomTable) {
    let table = random.table
    idle = Set(table.rows.indices)
    for values in random.cases {
      let hits = table.rows.indices.filter { row in
        zip(table.rows[row].tests, values).allSatisfy { $0.passes($1) }
      }
      if hits.isEmpty { hasGap = true }
      switch table.policy {
      case .unique, .any:
        for (index, first) in hits.enumerated() {
          for second in hits[(index + 1)...] where Plain.conflict(table, first, second) {
            overlaps.insert([first, second])
          }
        }
        idle.subtract(hits)
      case .first: if let first = hits.first { idle.remove(first) }
      case .priority(let ranks):
        let best = hits.map { ranks[$0] }.min()
        idle.subtract(hits.filter { ranks[$0] == best })
      case .every, .someOf: idle.subtract(hits)
      }
    }
    // Rows that no hit policy keeps from their cases are idle only where one cell is empty.
    switch table.policy {
    case .unique, .any, .every, .someOf:
      idle = idle.filter { row in
        zip(table.rows[row].tests, random.points).contains { test, points in
          !points.contains { test.passes($0) }
        }
      }
    default: break
    }
  }

  private static func conflict(_ table: BandTable, _ first: Int, _ second: Int) -> Bool {
    guard case .any = table.policy else { return true }
    guard case .number(let a)? = table.rows[first].values[0],
      case .number(let b)? = table.rows[second].values[0]
    else { return false }
    return a != b
  }
}
