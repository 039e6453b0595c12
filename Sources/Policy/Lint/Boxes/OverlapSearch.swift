/// Finds the pairs of rules that admit a common case.
struct OverlapSearch {
  struct Pair: Sendable, Hashable {
    let first: Int32
    let second: Int32
  }

  private let boxes: BoxSet
  private let isConflict: (Int32, Int32) -> Bool
  private let limit: Int
  private var effort = Effort()
  private var found: Set<Pair> = []

  /// Whether there are more pairs than were asked for, or the search was given up.
  private(set) var isCut = false

  /// - Parameters:
  ///   - boxes: what the rules surely admit.
  ///   - limit: how many pairs are wanted at most.
  ///   - isConflict: whether two rules may not both apply; the lower index comes first.
  init(
    _ boxes: BoxSet, limit: Int, isConflict: @escaping (Int32, Int32) -> Bool = { _, _ in true }
  ) {
    self.boxes = boxes
    self.limit = limit
    self.isConflict = isConflict
  }

  /// The pairs, by the first rule and then the second.
  mutating func pairs() -> [Pair] {
    let whole = boxes.whole
    search(whole, boxes.members(of: whole, rules: 0..<Int32(boxes.count)))
    return found.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private mutating func search(_ region: Region, _ members: [Member]) {
    effort.spend(members.count)
    if effort.isSpent { isCut = true }
    guard members.count > 1, !isCut else { return }
    var partial: [Member] = []
    var whole: [Int32] = []
    for member in members {
      if member.isWhole { whole.append(member.rule) } else { partial.append(member) }
    }
    for (index, rule) in whole.enumerated() {
      for other in whole[(index + 1)...] { note(rule, other) }
      for other in partial { note(rule, other.rule) }
      if isCut { return }
    }
    guard partial.count > 1, let split = Split(boxes, region, partial) else { return }
    for (half, inside) in split.halves(boxes, region, partial) { search(half, inside) }
  }

  private mutating func note(_ rule: Int32, _ other: Int32) {
    let pair = Pair(first: min(rule, other), second: max(rule, other))
    guard !found.contains(pair), isConflict(pair.first, pair.second) else { return }
    if found.count == limit {
      isCut = true
    } else {
      found.insert(pair)
    }
  }
}
