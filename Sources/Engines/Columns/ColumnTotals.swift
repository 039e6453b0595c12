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

    /// Adds the subjects of those for whom the explain engine is not asked.
    fileprivate mutating func add(
      _ block: BenefitBlock, _ owners: Cells<Int32>, _ parties: Range<Int>, _ asked: [Bool]
    ) {
      let answers = block.answers.span
      let amounts = block.amounts.span
      let asked = asked.span
      let owners = owners.span.extracting(block.firstRow..<block.firstRow + answers.count)
      precondition(amounts.count == answers.count)
      for place in answers.indices {
        let isOurs = !asked[Int(owners[place]) - parties.lowerBound]
        let isEntitled = isOurs && answers[place] == .entitled
        entitled &+= isEntitled ? 1 : 0
        notEntitled &+= isOurs && answers[place] == .notEntitled ? 1 : 0
        amount &+= Kernels.pick(isEntitled, max(0, amounts[place]), 0)
      }
    }
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
    var left = run.asked
    if !others.isEmpty {
      for place in 0..<parties.count where others.contains(Int32(parties.lowerBound + place)) {
        for index in left.indices { left[index][place] = true }
      }
    }
    for plan in benefits.indices {
      for benefit in benefits[plan].indices {
        guard let block = run.block(ofPlan: plan, benefit),
          let component = run.componentOf[plan][benefit],
          let table = run.store.tables[run.compiled.plans[plan].benefits[benefit].subject]
        else { continue }
        benefits[plan][benefit].add(block, table.owners, parties, left[component])
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
