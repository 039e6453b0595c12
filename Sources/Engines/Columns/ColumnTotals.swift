import PolicyPlan
import Synchronization

/// What all parties come to, benefit by benefit.
package struct ColumnTotals: Sendable {
  /// By plan, then benefit.
  package private(set) var benefits: [[Sum]]
  /// By component, the numbers of the parties that the explain engine has to be asked about, in no
  /// order; those that were left out are not among them.
  package private(set) var asked: [[Int32]]

  /// Of the parties that this engine answers for.
  package struct Sum: Sendable, Hashable {
    package var entitled = 0
    package var notEntitled = 0
    /// 分.
    package var amount: Int64 = 0
  }

  init(_ compiled: CompiledColumns) {
    benefits = compiled.plans.map { Array(repeating: Sum(), count: $0.benefits.count) }
    asked = Array(repeating: [], count: compiled.components.count)
  }

  mutating func add(
    _ parties: Range<Int>, _ run: borrowing BlockRun, except others: Set<Int32>
  ) {
    for index in asked.indices {
      for (place, isAsked) in run.asked[index].enumerated() where isAsked {
        let party = Int32(parties.lowerBound + place)
        if !others.contains(party) { asked[index].append(party) }
      }
    }
    for plan in benefits.indices {
      for benefit in benefits[plan].indices {
        guard let block = run.block(ofPlan: plan, benefit),
          let component = run.componentOf[plan][benefit],
          let table = run.store.tables[run.compiled.plans[plan].benefits[benefit].subject]
        else { continue }
        for (place, answer) in block.answers.enumerated() {
          let owner = Int(table.owners[block.firstRow + place])
          if run.asked[component][owner - parties.lowerBound]
            || !others.isEmpty && others.contains(Int32(owner))
          {
            continue
          }
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
  ///
  /// - Parameter others: numbers of parties that are left out.
  /// - Returns: the totals, and whom to ask the explain engine about.
  package func totals(except others: Set<Int32> = []) -> ColumnTotals {
    let compiled = compiled
    let sum = Mutex(ColumnTotals(compiled))
    run { parties, run in
      var own = ColumnTotals(compiled)
      own.add(parties, run, except: others)
      let found = own
      sum.withLock { $0.add(found) }
    }
    return sum.withLock { $0 }
  }
}
