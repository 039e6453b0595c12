import Core
import Determinations
import Explain
import Registry

/// Bringing sums up to date by those who were touched.
extension CityTotals {
  /// More parties than these are worked out with all others.
  private static let mostTouched = 300

  /// From sums of an earlier change: those who were touched since are taken away as they were then, and
  /// added as they are now.
  ///
  /// - Returns: the parts for which that cannot be done.
  func adjust(
    _ parts: [(part: CityPart, known: KnownSums.Key)], from change: Int64, to state: Snapshot,
    _ sums: inout KnownSums, _ report: inout Report
  ) throws -> [CityPart] {
    // Changes are numbered anew in a registry that was restored from a backup.
    guard try registry.change(change)?.moment == sums.moment(of: change) else {
      return parts.map(\.part)
    }
    let touched = try state.touched(after: change)
    guard touched.parties.count <= Self.mostTouched else { return parts.map(\.part) }
    var keys = touched.parties
    if !keys.isEmpty {
      keys.formUnion(
        try state.referrers(to: keys, changedAfter: change, rules.selection))
    }
    guard keys.count <= Self.mostTouched else { return parts.map(\.part) }
    var left: [CityPart] = []
    var same: [(part: CityPart, known: KnownSums.Key)] = []
    for (part, known) in parts {
      let isListed = !rules.catalogues[part.plan].isDisjoint(with: touched.catalogues)
      if try isListed || part.isContested && compete(keys, part, state) {
        left.append(part)
      } else {
        same.append((part, known))
      }
    }
    if same.isEmpty { return left }
    let places = Set(same.indices)
    let asked = Dictionary(keys.map { ($0, places) }) { first, _ in first }
    let began = ContinuousClock.now
    let then = try registry.snapshot(.change(change))
    let (before, after) = (
      try ask(same.map(\.part), asked, then), try ask(same.map(\.part), asked, state)
    )
    for (place, (part, known)) in same.enumerated() {
      guard let entry = sums.entries[known] else { continue }
      var found: [CitySum] = []
      for (benefit, sum) in entry.sums.enumerated() {
        found.append(
          try sum.adding(before[place][benefit], times: -1).adding(after[place][benefit]))
      }
      add(found, part, to: &report)
      report.adjusted += 1
      let key = KnownSums.Key(part: part.hash, on: on, change: state.change)
      sums.add(
        key, .init(sums: found, asked: entry.asked),
        moment: try registry.change(state.change)?.moment ?? 0)
    }
    report.asked += keys.count
    report.waiting += ContinuousClock.now - began
    return left
  }

  private func ask(
    _ parts: [CityPart], _ asked: [Int64: Set<Int>], _ state: Snapshot
  ) throws -> CityAsking.Sums {
    try CityAsking(rules: rules, parts: parts, state: state, on: on, progress: asking)
      .sums(asked, competing: [])
  }

  /// Whether one of the parties competes for something of a part.
  private func compete(
    _ keys: Set<Int64>, _ part: CityPart, _ state: Snapshot
  ) throws -> Bool {
    try !keys.isDisjoint(with: state.holders(of: rules.competing[part.plan]))
  }
}
