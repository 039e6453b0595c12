import Explain
import Registry

/// Who is determined in a run, and under which plans.
struct WorkList: Sendable {
  /// Keys of the parties that are determined under every plan; `nil` for all.
  var parties: Set<Int64>?
  /// Positions of the plans under which everybody else is determined too.
  var changedPlans: [Int] = []
  /// Documents that are no longer there: what was determined under them ends.
  var goneDocuments: Set<String> = []

  /// Everybody, under every plan.
  static let everybody = WorkList(parties: nil)

  var coversEverybody: Bool {
    parties == nil || !changedPlans.isEmpty || !goneDocuments.isEmpty
  }

  func isListed(_ key: Int64) -> Bool { parties?.contains(key) ?? true }

  /// Batches of so many keys, in their order, each as ranges.
  ///
  /// - Parameters:
  ///   - size: how many parties a batch has.
  ///   - reached: the last key that is done already.
  ///   - last: the greatest key there is.
  /// - Returns: the batches; empty when nobody is left.
  func batches(of size: Int, after reached: Int64, through last: Int64) -> [[ClosedRange<Int64>]] {
    guard let parties, !coversEverybody else {
      guard reached < last else { return [] }
      return stride(from: reached + 1, through: last, by: size).map { start in
        [start...min(last, start + Int64(size) - 1)]
      }
    }
    let keys = parties.filter { $0 > reached && $0 <= last }.sorted()
    return stride(from: 0, to: keys.count, by: size).map { start in
      Snapshot.ranges(keys[start..<min(keys.count, start + size)])
    }
  }
}
