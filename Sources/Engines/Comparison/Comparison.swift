package import Determination

/// Two reports side by side: of two days, under two texts, from two states of the registry, or of two
/// people. Text, JSON and pages are made from it.
package struct Comparison: Sendable {
  /// What stands beside what.
  package enum Matching: Sendable {
    /// One benefit of one record, for the same party: the facts are of the same people.
    case records
    /// One benefit, the first record of the one beside the first of the other: the facts are of
    /// different people.
    case order
  }

  /// One for each benefit and record, in the order of the left report, then what the right one alone
  /// has.
  package let pairs: [ComparedPair]

  /// Those that do not come to the same.
  package var differing: [ComparedPair] { pairs.filter { !$0.isSame } }

  package init(_ left: Report, _ right: Report, matching: Matching) {
    self.init(left.determinations, right.determinations, matching: matching)
  }

  package init(
    _ left: [Determination], _ right: [Determination], matching: Matching
  ) {
    var waiting: [Key: [Determination]] = [:]
    for (key, determination) in Comparison.keyed(right, matching) {
      waiting[key, default: []].append(determination)
    }
    var pairs: [ComparedPair] = []
    var taken: [Key: Int] = [:]
    for (key, determination) in Comparison.keyed(left, matching) {
      let number = taken[key, default: 0]
      let others = waiting[key] ?? []
      taken[key] = number + 1
      pairs.append(
        ComparedPair(
          determination, number < others.count ? others[number] : nil, matching: matching))
    }
    var passed: [Key: Int] = [:]
    for (key, determination) in Comparison.keyed(right, matching) {
      let number = passed[key, default: 0]
      passed[key] = number + 1
      if number >= taken[key] ?? 0 {
        pairs.append(ComparedPair(nil, determination, matching: matching))
      }
    }
    self.pairs = pairs
  }

  /// What two determinations share that stand side by side.
  private struct Key: Hashable {
    let benefit: String
    let party: String?
    let subject: String?
  }

  private static func keyed(
    _ determinations: [Determination], _ matching: Matching
  ) -> [(Key, Determination)] {
    determinations.map { one in
      switch matching {
      case .records: (Key(benefit: one.benefit, party: one.party, subject: one.subject), one)
      case .order: (Key(benefit: one.benefit, party: nil, subject: nil), one)
      }
    }
  }
}
