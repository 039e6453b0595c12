import PolicyPlan
import Synchronization

extension ColumnEngine {
  /// What each party's records come to in all, in 分, by the parties' numbers in the store.
  ///
  /// Parties about whom the explain engine has to be asked count with what is settled.
  package func sumsByOwner() -> [Int64] {
    let sums = Mutex([Int64](repeating: 0, count: store.parties.count))
    run { parties, run in
      let own = run.sums(parties)
      sums.withLock { all in
        for (place, party) in parties.enumerated() { all[party] = own[place] }
      }
    }
    return sums.withLock { $0 }
  }
}

extension BlockRun {
  fileprivate func sums(_ parties: Range<Int>) -> [Int64] {
    var sums = [Int64](repeating: 0, count: parties.count)
    var sum = sums.mutableSpan
    for (program, blocks) in zip(compiled.programs, blocks) {
      guard let table = store.tables[program.type] else { continue }
      for block in blocks {
        let answers = block.answers.span
        let amounts = block.amounts.span
        let owners = table.owners.span.extracting(
          block.firstRow..<block.firstRow + answers.count)
        precondition(amounts.count == answers.count)
        for place in answers.indices {
          let own = Int(owners[place]) - parties.lowerBound
          let amount = Kernels.pick(answers[place] == .entitled, max(0, amounts[place]), 0)
          sum[own] = sum[own] &+ amount
        }
      }
    }
    return sums
  }
}
