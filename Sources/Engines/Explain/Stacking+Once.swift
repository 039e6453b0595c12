import Core
import Determination
import PolicyPlan

extension Stacking {
  /// Of all candidates with the same key only the earliest is entitled.
  func applyOnce(
    _ rule: StackingRule, _ per: [StackingKey], _ period: StackingRule.Period?,
    _ candidates: inout [Candidate]
  ) {
    for group in groups(rule, candidates) {
      for (place, position) in group.enumerated() {
        let own = key(candidates[position], rule, per, period)
        decideOnce(rule, position, own, Array(group[..<place]), per, period, &candidates)
      }
    }
  }

  private func decideOnce(
    _ rule: StackingRule, _ position: Int, _ own: StackingGroupKey, _ earlier: [Int],
    _ per: [StackingKey], _ period: StackingRule.Period?, _ candidates: inout [Candidate]
  ) {
    var doubt: Unknown?
    var doubtful: [String] = []
    let candidate = candidates[position]
    for other in earlier where candidates[other].outcome != .notEntitled {
      let theirs = key(candidates[other], rule, per, period)
      guard own.mayEqual(theirs) else { continue }
      if candidates[other].outcome == .entitled, own.certainlyEquals(theirs) {
        block(rule, position, by: candidates[other].subjectID, &candidates)
        return
      }
      doubt = (candidates[other].unknown ?? theirs.unknown ?? own.unknown ?? Unknown())
        .union(doubt)
      doubtful.append(candidates[other].subjectID)
    }
    let benefit = plan.benefits[candidate.benefit]
    for claim in claimsWithoutRecord(rule, owner: candidate.owner) {
      let theirs = key(claim, per, period, type: benefit.subject)
      guard own.mayEqual(theirs) else { continue }
      if own.certainlyEquals(theirs) {
        block(rule, position, by: claim.subject ?? claim.benefit, &candidates)
        return
      }
      doubt = (theirs.unknown ?? own.unknown ?? Unknown()).union(doubt)
      doubtful.append(claim.subject ?? claim.benefit)
    }
    guard let doubt else { return }
    candidates[position].becomeUndetermined(doubt)
    candidates[position].reasons.append(
      reason(
        rule, verdict: .unknown,
        note: Bilingual(
          zh: "还不能确定是否已经因 \(doubtful.joined(separator: "、")) 享受过",
          en: "it is not known whether \(doubtful.joined(separator: ", ")) was paid for already"),
        others: doubtful))
  }

  private func block(
    _ rule: StackingRule, _ position: Int, by other: String, _ candidates: inout [Candidate]
  ) {
    candidates[position].becomeNotEntitled()
    candidates[position].reasons.append(
      reason(
        rule, verdict: .fails,
        note: Bilingual(
          zh: "已因 \(other) 享受，不再重复", en: "paid for \(other) already, and only once"),
        others: [other]))
  }
}
