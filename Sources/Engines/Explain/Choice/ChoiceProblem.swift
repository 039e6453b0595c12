import Core
import PolicyPlan

/// The cases of one party that choices and caps bear on, and how: what `Combination` is made from.
///
/// Members are positions of candidates; the order is that in which equals are preferred.
struct ChoiceProblem {
  /// Cases of which only those of one benefit may be taken.
  struct Exclusion {
    let rule: ScopedRule
    /// By benefit, in the order of the rule.
    let parts: [[Int]]
    /// Of the members those that go by a text without the rule: they stand, unless another rule lets
    /// the party leave them.
    var standing: Set<Int> = []
    /// Why it is not certain that all of them are the same; `nil` when they are.
    let doubt: Unknown?

    var members: [Int] { parts.flatMap { $0 } }
  }

  struct Limit {
    let rule: ScopedRule
    let cap: Cap
    /// In the order of ties.
    let members: [Int]
    /// Of the members those that go by a text without the limit as it is here: it does not cut them.
    let spared: Set<Int>
    /// Of these those that go by a text without the rule.
    let standing: Set<Int>
    /// 分, or cases; `nil` while nobody can say.
    let most: Int64?
    let doubt: Unknown?
  }

  var exclusions: [Exclusion] = []
  var limits: [Limit] = []
  /// Whether something bears on the amounts that the search does not follow.
  var isPartial = false

  /// The parts that have nothing to do with each other, each with what bears on it.
  var components: [(members: [Int], problem: ChoiceProblem)] {
    var roots = DisjointSets()
    for members in exclusions.map(\.members) + limits.map(\.members) { roots.join(members) }
    var exclusions: [Int: [Exclusion]] = [:]
    for one in self.exclusions {
      exclusions[roots.root(of: one.members[0]), default: []].append(one)
    }
    var limits: [Int: [Limit]] = [:]
    for one in self.limits { limits[roots.root(of: one.members[0]), default: []].append(one) }
    return roots.sets.map { root, members in
      (
        members,
        ChoiceProblem(
          exclusions: exclusions[root] ?? [], limits: limits[root] ?? [], isPartial: isPartial)
      )
    }
  }

  /// Members that the party may take or leave.
  var free: Set<Int> {
    var free: Set<Int> = []
    for exclusion in exclusions {
      free.formUnion(exclusion.members.filter { !exclusion.standing.contains($0) })
    }
    for limit in limits where limit.cap.keep == .best {
      free.formUnion(limit.members.filter { !limit.standing.contains($0) })
    }
    return free
  }

  /// The rule by which a member is in conflict with others.
  func rule(of member: Int) -> ScopedRule? {
    exclusions.first { !$0.standing.contains(member) && $0.members.contains(member) }?.rule
      ?? limits.first {
        $0.cap.keep == .best && !$0.standing.contains(member) && $0.members.contains(member)
      }?.rule
  }

  /// - Parameters:
  ///   - order: the members, those that are preferred among equals first.
  ///   - worth: 分 by member.
  /// - Returns: the same by numbers in that order.
  func combination(_ order: [Int], worth: (Int) -> Int64) -> Combination {
    let numbers = Dictionary(
      order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return Combination(
      worth: order.map(worth),
      exclusions: exclusions.map { exclusion in
        Combination.Exclusion(parts: exclusion.parts.map { $0.compactMap { numbers[$0] } })
      },
      limits: limits.map { limit in
        Combination.Limit(
          members: limit.members.compactMap { numbers[$0] },
          spared: Set(limit.spared.compactMap { numbers[$0] }), most: limit.most ?? 0,
          isAmount: limit.cap.limit.isAmount, isChosen: limit.cap.keep == .best)
      })
  }
}

/// Which numbers belong together, directly or through others.
private struct DisjointSets {
  private var parents: [Int: Int] = [:]

  mutating func root(of number: Int) -> Int {
    var root = number
    while let parent = parents[root], parent != root { root = parent }
    var next = number
    while let parent = parents[next], parent != root, next != root {
      parents[next] = root
      next = parent
    }
    if parents[root] == nil { parents[root] = root }
    return root
  }

  mutating func join(_ numbers: [Int]) {
    guard let first = numbers.first else { return }
    for number in numbers {
      let (one, other) = (root(of: first), root(of: number))
      // The smaller number stays, so that the order of joining does not show.
      parents[max(one, other)] = min(one, other)
    }
  }

  /// Each set with its root, in their order.
  var sets: [(root: Int, members: [Int])] {
    var copy = self
    return Dictionary(grouping: parents.keys) { copy.root(of: $0) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }
}
