import Core
import Determination
import PolicyPlan

extension Stacking {
  /// Of the benefits that exclude each other the party takes the one that pays most in all; at
  /// equal sums the one named first.
  func applyChoice(_ rule: StackingRule, _ candidates: inout [Candidate]) {
    for group in groups(rule, candidates) {
      let sums = sums(rule, group, candidates)
      if sums.count < 2 { continue }
      let chosen = sums.keys.sorted().first { rank in
        guard let own = sums[rank]?.least else { return false }
        return sums.allSatisfy { other, sum in
          guard other != rank else { return true }
          guard let most = sum.most else { return false }
          return rank < other ? most <= own : most < own
        }
      }
      let doubtful = group.filter { candidates[$0].outcome == .undetermined }
      for position in group where candidates[position].outcome == .entitled {
        guard let chosen else {
          var unknown = Unknown()
          for other in doubtful { unknown.formUnion(candidates[other].unknown) }
          leaveOpen(rule, position, doubtful, unknown, &candidates)
          continue
        }
        if rank(rule, candidates[position]) == chosen { continue }
        let name = rule.over[chosen]
        let label = plan.benefits.first { $0.id == name }?.label ?? Bilingual(name)
        candidates[position].loseAll()
        candidates[position].reasons += reasons(
          rule, candidates[position], verdict: .applied,
          note: Bilingual(
            zh: "只能选一项，“\(label.zh)”更高",
            en: "only one may be chosen, and “\(label.en)” pays more"),
          others: [name])
      }
    }
  }

  /// What a benefit comes to for a party.
  private struct Sum {
    /// 分 of what is certain; `nil` when nothing is.
    var least: Int64?
    /// 分 at most; `nil` when an amount is unknown.
    var most: Int64? = 0
  }

  /// By place in the rule's list.
  private func sums(
    _ rule: StackingRule, _ group: [Int], _ candidates: [Candidate]
  ) -> [Int: Sum] {
    group.reduce(into: [:]) { sums, position in
      let candidate = candidates[position]
      let amount = (candidate.amount ?? candidate.gross)?.fen ?? 0
      var sum = sums[rank(rule, candidate)] ?? Sum()
      if candidate.outcome == .entitled { sum.least = (sum.least ?? 0).saturating(adding: amount) }
      sum.most = candidate.hasOpenGross ? nil : sum.most?.saturating(adding: amount)
      sums[rank(rule, candidate)] = sum
    }
  }
}
