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
    for (program, blocks) in zip(compiled.programs, blocks) {
      guard let table = store.tables[program.type] else { continue }
      for block in blocks {
        for (place, answer) in block.answers.enumerated() where answer == .entitled {
          sums[Int(table.owners[block.firstRow + place]) - parties.lowerBound] &+= max(
            0, block.amounts[place])
        }
      }
    }
    return sums
  }
}
