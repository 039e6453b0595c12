/// Cases of which a party may choose, what each is worth, and what bars them from being taken
/// together; finds the combination that pays most, exactly.
///
/// Cases are numbered in the order in which equals are preferred. Branch and bound, the cases that
/// are worth most first.
struct Combination {
  /// Of each part at most one list may be taken from: several cases of one list do not exclude each
  /// other.
  struct Exclusion {
    let parts: [[Int]]
  }

  /// At most so much is paid for the members, in their order: what is over is cut off. Where the
  /// party chooses, no more cases may be taken than count.
  struct Limit {
    let members: [Int]
    /// Of the members those that are never cut or left, as they go by a text without the limit: they
    /// only use it up for members behind them.
    var spared: Set<Int> = []
    /// 分, or cases.
    let most: Int64
    let isAmount: Bool
    let isChosen: Bool
  }

  /// 分 by case.
  let worth: [Int64]
  let exclusions: [Exclusion]
  /// In the order in which they are applied.
  let limits: [Limit]
  /// How many combinations are looked at before the search gives up to prove that there is none
  /// better. Fifteen cases that all bear on each other have no more than 32,768.
  var patience = Combination.standardPatience

  static let standardPatience = 100_000

  /// What a search found.
  struct Answer {
    /// Cases that are taken, in their order.
    let taken: [Int]
    /// 分 in all.
    let fen: Int64
    /// What no combination exceeds; more than `fen` only where the search gave up.
    let bound: Int64

    var isProven: Bool { bound <= fen }
  }

  init(
    worth: [Int64], exclusions: [Exclusion], limits: [Limit],
    patience: Int = Combination.standardPatience
  ) {
    self.worth = worth
    self.exclusions = exclusions
    self.limits = limits
    self.patience = patience
  }

  /// What a set of cases pays, limits applied in order.
  ///
  /// - Parameter taken: the cases, in their order.
  /// - Returns: 分 by case; `nil` when they may not be taken together.
  func pay(_ taken: [Int]) -> [Int: Int64]? {
    var paid: [Int: Int64] = [:]
    for index in taken { paid[index] = worth[index] }
    for exclusion in exclusions
    where exclusion.parts.count(where: { part in part.contains { paid[$0] != nil } }) > 1 {
      return nil
    }
    for limit in limits {
      var used: Int64 = 0
      for member in limit.members {
        guard let fen = paid[member] else { continue }
        let isSpared = limit.spared.contains(member)
        if limit.isAmount {
          let rest = isSpared ? fen : max(0, min(fen, limit.most - used))
          paid[member] = rest
          used = used.saturating(adding: rest)
        } else {
          if used >= limit.most, !isSpared {
            if limit.isChosen { return nil }
            paid[member] = 0
          } else {
            used += 1
          }
        }
      }
    }
    return paid
  }

  /// The best combination.
  ///
  /// - Parameters:
  ///   - free: cases that may be taken or left.
  ///   - fixed: cases that are taken in any case.
  /// - Returns: `nil` when even the fixed ones bar each other.
  func best(among free: [Int], with fixed: [Int] = []) -> Answer? {
    var search = CombinationSearch(self, free: free, fixed: fixed)
    guard let found = search.run() else { return nil }
    guard found.isProven, free.count <= Combination.mostForTies else { return found }
    return preferred(found, free, fixed)
  }

  /// Of equal combinations the one that takes what is preferred: case by case, whether the best that
  /// takes it too pays as much.
  private func preferred(_ found: Answer, _ free: [Int], _ fixed: [Int]) -> Answer {
    var taken = fixed
    var rest = free.sorted()
    while let next = rest.first {
      rest.removeFirst()
      var search = CombinationSearch(self, free: rest, fixed: (taken + [next]).sorted())
      if let other = search.run(), other.fen == found.fen { taken = (taken + [next]).sorted() }
    }
    return Answer(taken: taken, fen: found.fen, bound: found.bound)
  }

  /// Among more cases than this, equals are settled by what each is worth.
  private static let mostForTies = 24
}
