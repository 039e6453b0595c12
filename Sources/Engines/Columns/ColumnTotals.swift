import PolicyPlan
import Synchronization

/// What all parties come to, benefit by benefit.
package struct ColumnTotals: Sendable {
  /// By plan, then benefit.
  package private(set) var benefits: [[Sum]]
  /// How many parties the explain engine has to be asked about, by component.
  package private(set) var asked: [Int]

  /// Of the parties that this engine answers for.
  package struct Sum: Sendable, Hashable {
    package var entitled = 0
    package var notEntitled = 0
    /// 分.
    package var amount: Int64 = 0
  }

  init(_ compiled: CompiledColumns) {
    benefits = compiled.plans.map { Array(repeating: Sum(), count: $0.benefits.count) }
    asked = Array(repeating: 0, count: compiled.components.count)
  }

  mutating func add(_ parties: Range<Int>, _ run: borrowing BlockRun) {
    for index in asked.indices { asked[index] += run.asked[index].count { $0 } }
    for plan in benefits.indices {
      for benefit in benefits[plan].indices {
        guard let block = run.block(ofPlan: plan, benefit),
          let component = run.componentOf[plan][benefit],
          let table = run.store.tables[run.compiled.plans[plan].benefits[benefit].subject]
        else { continue }
        for (place, answer) in block.answers.enumerated() {
          let owner = Int(table.owners[block.firstRow + place])
          if run.asked[component][owner - parties.lowerBound] { continue }
          switch answer {
          case .absent, .open: break
          case .notEntitled: benefits[plan][benefit].notEntitled += 1
          case .entitled:
            benefits[plan][benefit].entitled += 1
            benefits[plan][benefit].amount &+= max(0, block.amounts[place])
          }
        }
      }
    }
  }

  mutating func add(_ other: ColumnTotals) {
    for index in asked.indices { asked[index] += other.asked[index] }
    for plan in benefits.indices {
      for benefit in benefits[plan].indices {
        benefits[plan][benefit].entitled += other.benefits[plan][benefit].entitled
        benefits[plan][benefit].notEntitled += other.benefits[plan][benefit].notEntitled
        benefits[plan][benefit].amount &+= other.benefits[plan][benefit].amount
      }
    }
  }
}

extension ColumnEngine {
  /// Counts and sums over all parties that this engine answers for.
  package func totals() -> ColumnTotals {
    let compiled = compiled
    let sum = Mutex(ColumnTotals(compiled))
    run { parties, run in
      var own = ColumnTotals(compiled)
      own.add(parties, run)
      let found = own
      sum.withLock { $0.add(found) }
    }
    return sum.withLock { $0 }
  }
}
