import Core
import Determination
import FEEL
import PolicyPlan

/// The kinds `blocks`, `cap` and `choice`.
extension Stacking {
  /// Whoever is entitled to one of `over` gets nothing of the lower benefits.
  func applyBlocks(
    _ rule: StackingRule, _ lower: [String], _ period: StackingRule.Period?,
    _ candidates: inout [Candidate]
  ) {
    let blockers = groups(rule, candidates).flatMap { $0 }
    for position in candidates.indices
    where lower.contains(candidates[position].benefitID)
      && candidates[position].outcome != .notEntitled
    {
      let own = key(candidates[position], rule, [], period)
      let blocking = blockers.filter {
        candidates[$0].owner == candidates[position].owner
          && own.mayEqual(key(candidates[$0], rule, [], period))
      }
      guard let first = blocking.first else { continue }
      if let sure = blocking.first(where: {
        candidates[$0].outcome == .entitled
          && own.certainlyEquals(key(candidates[$0], rule, [], period))
      }) {
        let name = candidates[sure].subjectID
        candidates[position].becomeNotEntitled()
        candidates[position].reasons += reasons(
          rule, verdict: .fails,
          note: Bilingual(
            zh: "已享受更高的待遇（\(name)）", en: "a higher benefit is due already (\(name))"),
          others: [name])
      } else {
        candidates[position].becomeUndetermined(candidates[first].unknown ?? Unknown())
        candidates[position].reasons += doubt(rule, candidates[first].subjectID)
      }
    }
  }

  /// In the order of ties, until the sum or the number is used up; what is over is cut off.
  func applyCap(
    _ rule: StackingRule, _ limit: StackingRule.Limit, _ per: [StackingKey],
    _ period: StackingRule.Period?, _ candidates: inout [Candidate]
  ) {
    for group in groups(rule, candidates) {
      let before = candidates
      for (place, position) in group.enumerated() where before[position].outcome == .entitled {
        let own = key(before[position], rule, per, period)
        let earlier = group[..<place].filter {
          own.mayEqual(key(before[$0], rule, per, period))
        }
        let sure = earlier.filter {
          candidates[$0].outcome == .entitled
            && own.certainlyEquals(key(before[$0], rule, per, period))
        }
        capped(
          rule, limit, position, sure: sure, doubtful: earlier.count > sure.count, earlier,
          &candidates)
      }
    }
  }

  private func capped(
    _ rule: StackingRule, _ limit: StackingRule.Limit, _ position: Int, sure: [Int],
    doubtful: Bool, _ earlier: [Int], _ candidates: inout [Candidate]
  ) {
    let amount = candidates[position].amount ?? .zero
    let left: Money
    let limitText: String
    switch limit {
    case .count(let count):
      left = sure.count < count ? amount : .zero
      limitText = String(count)
    case .amount(let total):
      let used = sure.reduce(Int64(0)) { $0 + (candidates[$1].amount?.fen ?? 0) }
      left = Money(fen: max(0, min(amount.fen, total.fen - used)))
      limitText = total.description
    }
    if doubtful, left != .zero {
      var unknown = Unknown()
      for other in earlier { unknown.formUnion(candidates[other].unknown) }
      candidates[position].becomeUndetermined(unknown)
      candidates[position].reasons += doubt(
        rule, earlier.map { candidates[$0].subjectID }.joined(separator: ", "))
      return
    }
    candidates[position].amount = left
    guard left != amount else { return }
    candidates[position].reasons += reasons(
      rule, value: Shown(.number(left.yuan), Bilingual(zh: "\(left) 元", en: "\(left) yuan")),
      needed: Bilingual("≤ \(limitText)"), verdict: .applied,
      note: Bilingual(zh: "合计不超过 \(limitText)", en: "no more than \(limitText) in all"),
      others: sure.map { candidates[$0].subjectID })
  }

  /// Of the benefits that exclude each other the party takes the one that pays most in all; at
  /// equal sums the one named first.
  func applyChoice(_ rule: StackingRule, _ candidates: inout [Candidate]) {
    for group in groups(rule, candidates) {
      let doubtful = group.filter { candidates[$0].outcome == .undetermined }
      var totals: [String: Int64] = [:]
      for position in group where candidates[position].outcome == .entitled {
        totals[candidates[position].benefitID, default: 0] += candidates[position].amount?.fen ?? 0
      }
      let best = rule.over.max { totals[$0, default: -1] < totals[$1, default: -1] }
      let chosen = rule.over.first {
        totals[$0] != nil && totals[$0] == best.flatMap { totals[$0] }
      }
      for position in group where candidates[position].outcome == .entitled {
        let rivals = doubtful.filter { candidates[$0].benefitID != candidates[position].benefitID }
        if let rival = rivals.first {
          candidates[position].becomeUndetermined(candidates[rival].unknown ?? Unknown())
          candidates[position].reasons += doubt(rule, candidates[rival].subjectID)
        } else if candidates[position].benefitID != chosen {
          candidates[position].amount = .zero
          candidates[position].reasons += reasons(
            rule, verdict: .applied,
            note: Bilingual(
              zh: "只能选一项，\(chosen ?? "") 更高",
              en: "only one may be chosen, and \(chosen ?? "") pays more"),
            others: [chosen].compactMap { $0 })
        }
      }
    }
  }

  private func doubt(_ rule: StackingRule, _ other: String) -> [Reason] {
    reasons(
      rule, verdict: .unknown,
      note: Bilingual(
        zh: "取决于还不能确定的 \(other)", en: "depends on \(other), which is not settled yet"),
      others: [other])
  }
}
