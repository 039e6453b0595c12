import Core
import Determination
import PolicyPlan

extension Stacking {
  /// Of all candidates with the same key only the earliest is entitled. One of unknown date may
  /// come before any other, and one of unknown gross before those of its day.
  func applyOnce(
    _ rule: StackingRule, _ per: [StackingKey], _ period: StackingRule.Period?,
    _ candidates: inout [Candidate]
  ) {
    for group in groups(rule, candidates) {
      let keys = group.reduce(into: [Int: StackingGroupKey]()) { keys, position in
        keys[position] = key(candidates[position], rule, per, period)
      }
      settleOnce(
        rule, group, keys, claimed: claimed(rule, group, per, period, candidates), &candidates)
    }
  }

  /// What claims without their record have used up.
  private func claimed(
    _ rule: StackingRule, _ group: [Int], _ per: [StackingKey], _ period: StackingRule.Period?,
    _ candidates: [Candidate]
  ) -> PaidKeys {
    let first = candidates[group[0]]
    var claimed = PaidKeys()
    for claim in claimsWithoutRecord(rule, owner: first.owner) {
      let key = key(claim, per, period, type: type(of: first))
      claimed.insert(key, claim.subject ?? claim.benefit, nil, nil)
    }
    return claimed
  }

  private func settleOnce(
    _ rule: StackingRule, _ group: [Int], _ keys: [Int: StackingGroupKey], claimed: PaidKeys,
    _ candidates: inout [Candidate]
  ) {
    var paid = claimed
    let undated = group.filter { candidates[$0].hasUnknownDate }
    let undatedKeys = used(undated, keys, candidates)
    for day in days(group, candidates) {
      let open = day.filter { candidates[$0].hasOpenGross }
      let settled = day.filter { !candidates[$0].hasOpenGross }
      let openKeys = used(open, keys, candidates)
      let settledKeys = used(settled, keys, candidates)
      for position in open {
        guard let key = keys[position] else { continue }
        let order = candidates[position].unknown ?? Unknown()
        settle(
          rule, position, key, by: paid,
          [
            undatedKeys.possible(key, besides: position),
            openKeys.possible(key, besides: position),
            settledKeys.possible(key, besides: position, order: order),
          ], &candidates)
      }
      for position in settled {
        guard let key = keys[position] else { continue }
        settle(
          rule, position, key, by: paid,
          [
            undatedKeys.possible(key, besides: position),
            openKeys.possible(key, besides: position),
          ], &candidates)
        use(position, key, candidates, &paid)
      }
      for position in open {
        if let key = keys[position] { use(position, key, candidates, &paid) }
      }
    }
    for position in undated {
      guard let key = keys[position] else { continue }
      let order = dateNeed(candidates[position])
      settle(
        rule, position, key, by: claimed,
        [
          undatedKeys.possible(key, besides: position),
          paid.possible(key, besides: position, order: order),
        ], &candidates)
    }
  }

  /// The keys that candidates use up unless they turn out not to be paid.
  private func used(
    _ positions: [Int], _ keys: [Int: StackingGroupKey], _ candidates: [Candidate]
  ) -> PaidKeys {
    var used = PaidKeys()
    for position in positions {
      if let key = keys[position] { use(position, key, candidates, &used) }
    }
    return used
  }

  private func use(
    _ position: Int, _ key: StackingGroupKey, _ candidates: [Candidate], _ keys: inout PaidKeys
  ) {
    let candidate = candidates[position]
    guard candidate.outcome != .notEntitled else { return }
    let unknown =
      candidate.hasUnknownDate
      ? dateNeed(candidate).union(candidate.unknown) : candidate.unknown
    keys.insert(key, candidate.subjectID, position, unknown)
  }

  private func settle(
    _ rule: StackingRule, _ position: Int, _ key: StackingGroupKey, by paid: PaidKeys,
    _ others: [PaidKeys.Doubt?], _ candidates: inout [Candidate]
  ) {
    if candidates[position].isForeign { return }
    if let other = paid.certain(key) {
      block(rule, position, by: other, &candidates)
      return
    }
    var doubt = paid.possible(key, besides: position)
    for case let other? in others {
      doubt?.formUnion(other)
      doubt = doubt ?? other
    }
    if let doubt { leaveOpen(rule, position, doubt, &candidates) }
  }

  private func leaveOpen(
    _ rule: StackingRule, _ position: Int, _ doubt: PaidKeys.Doubt, _ candidates: inout [Candidate]
  ) {
    let names = doubt.subjects
    candidates[position].becomeUndetermined(doubt.unknown)
    candidates[position].reasons += reasons(
      rule, candidates[position], verdict: .unknown,
      note: Bilingual(
        zh: "还不能确定是否已经因 \(names.joined(separator: "、")) 享受过",
        en: "it is not known whether \(names.joined(separator: ", ")) was paid for already"),
      others: names)
  }

  private func block(
    _ rule: StackingRule, _ position: Int, by other: String, _ candidates: inout [Candidate]
  ) {
    candidates[position].becomeNotEntitled()
    candidates[position].reasons += reasons(
      rule, candidates[position], verdict: .fails,
      note: Bilingual(
        zh: "已因 \(other) 享受，不再重复", en: "paid for \(other) already, and only once"),
      others: [other])
  }
}
