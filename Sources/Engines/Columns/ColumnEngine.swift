import Foundation
package import PolicyPlan
import Synchronization

/// The column engine: determines all parties of a store at once, block by block, on all cores. What
/// it answers is what the explain engine answers; what it cannot answer it names.
package struct ColumnEngine: Sendable {
  package let compiled: CompiledColumns
  package let store: ColumnStore
  /// How many threads determine.
  package var threads = ProcessInfo.processInfo.activeProcessorCount

  /// Parties of a block.
  static let blockSize = 8192

  /// - Parameters:
  ///   - plans: of sound documents.
  ///   - store: the facts of a day.
  ///   - wanted: ids of benefits, to determine only them and those that bear on them; `nil` for all.
  package init(_ plans: [Plan], _ store: ColumnStore, only wanted: Set<String>? = nil) {
    self.store = store
    // What nobody has a subject of takes no time.
    let present = plans.flatMap(\.benefits).filter { (store.tables[$0.subject]?.count ?? 0) > 0 }
      .map(\.id)
    compiled = CompiledColumns(
      plans, for: store, only: Set(present).intersection(wanted ?? Set(present)))
  }

  /// Determines all parties.
  ///
  /// - Parameter body: called for every block with what its parties come to, from any thread, once
  ///   at a time; the place of the block comes first.
  func run(_ body: @Sendable (_ parties: Range<Int>, _ run: borrowing BlockRun) -> Void) {
    let blocks = (store.parties.count + ColumnEngine.blockSize - 1) / ColumnEngine.blockSize
    let next = Atomic(0)
    let contest = Contest(compiled, store)
    let count = max(1, min(threads, blocks))
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      var run = BlockRun(compiled, store, contest)
      while true {
        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if block >= blocks { return }
        let first = block * ColumnEngine.blockSize
        let parties = first..<min(first + ColumnEngine.blockSize, store.parties.count)
        run.run(parties)
        body(parties, run)
      }
    }
  }
}
