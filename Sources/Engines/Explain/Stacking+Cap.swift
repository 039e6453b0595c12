import Core
import Determination
import FEEL
import PolicyPlan

extension Stacking {
  /// In the order of ties, until the sum or the number is used up; what is over is cut off.
  mutating func applyCap(
    _ rule: StackingRule, _ limit: StackingRule.Limit, _ per: [StackingKey],
    _ period: StackingRule.Period?, _ candidates: inout [Candidate]
  ) {
    for group in groups(rule, candidates) {
      let before = candidates
      let keys = group.map { key(before[$0], rule, per, period) }
      for (place, position) in group.enumerated() where before[position].outcome == .entitled {
        var earlier = EarlierCases()
        for (other, rival) in group.enumerated() where other != place {
          guard keys[place].mayEqual(keys[other]),
            !before[position].certainlyPrecedes(before[rival])
          else { continue }
          let isSure =
            candidates[rival].outcome == .entitled && keys[place].certainlyEquals(keys[other])
            && before[rival].certainlyPrecedes(before[position])
          earlier.add(rival, candidates[rival], isSure: isSure)
          if isSure { continue }
          for unknown in [keys[place].unknown, keys[other].unknown, candidates[rival].unknown] {
            earlier.unknown.formUnion(unknown)
          }
          for candidate in [before[position], before[rival]] where candidate.hasUnknownDate {
            earlier.unknown.formUnion(dateNeed(candidate))
          }
        }
        capped(rule, limit, position, earlier, &candidates)
      }
    }
  }

  /// The cases that count, or may count, before another.
  private struct EarlierCases {
    var sure: [Int] = []
    var doubtful: [Int] = []
    var unknown = Unknown()
    /// 分 used for certain.
    var least: Int64 = 0
    /// 分 used at most; `nil` when an amount is unknown.
    var most: Int64? = 0

    mutating func add(_ position: Int, _ candidate: Candidate, isSure: Bool) {
      let used = isSure ? candidate.amount : candidate.amount ?? candidate.gross
      if isSure {
        sure.append(position)
        least = least.saturating(adding: used?.fen ?? 0)
      } else {
        doubtful.append(position)
      }
      let isUnknown = used == nil && candidate.hasOpenGross
      most = isUnknown ? nil : most?.saturating(adding: used?.fen ?? 0)
    }
  }

  private mutating func capped(
    _ rule: StackingRule, _ limit: StackingRule.Limit, _ position: Int, _ earlier: EarlierCases,
    _ candidates: inout [Candidate]
  ) {
    // What is not money either fits in or does not.
    let own = candidates[position].amount ?? Money(fen: 1)
    let most: Money
    let least: Money
    let limitText: String
    switch limit {
    case .count(let count):
      most = earlier.sure.count < count ? own : .zero
      least = earlier.sure.count + earlier.doubtful.count < count ? own : .zero
      limitText = String(count)
    case .amount, .figure:
      if candidates[position].amount == nil { return }
      if candidates[position].hasUnknownDate, changes(limit) {
        leaveOpen(rule, position, [], dateNeed(candidates[position]), &candidates)
        return
      }
      let day = candidates[position].event ?? world.on
      if candidates[position].event == nil { note(change(limit), rule) }
      guard let total = total(limit, on: day) else {
        let defect = noTotal(rule, day)
        candidates[position].becomeUndetermined(Unknown(defect: defect))
        candidates[position].reasons += reasons(
          rule, verdict: .unknown, note: defect.coded, others: [])
        return
      }
      most = Money(fen: max(0, min(own.fen, total.fen - earlier.least)))
      least = Money(fen: earlier.most.map { max(0, min(own.fen, total.fen - $0)) } ?? 0)
      limitText = total.description
    }
    if most != least {
      leaveOpen(rule, position, earlier.doubtful, earlier.unknown, &candidates)
      return
    }
    if most == own { return }
    if most == .zero {
      candidates[position].loseAll()
    } else {
      candidates[position].amount = most
    }
    candidates[position].reasons += effect(rule, limitText, most, earlier.sure, candidates)
  }

  /// Whether the limit is another one on other days.
  private func changes(_ limit: StackingRule.Limit) -> Bool {
    guard case .figure(.parameter(let index)) = limit else { return false }
    return plan.parameters[index].values.count > 1
  }

  /// When the limit is another one by the day of the determination.
  private func change(_ limit: StackingRule.Limit) -> Clock {
    var clock = Clock()
    if case .figure(.parameter(let index)) = limit {
      clock.note(plan.parameters[index].change(after: world.on))
    }
    return clock
  }

  /// The sum that is not exceeded.
  private func total(_ limit: StackingRule.Limit, on day: CivilDate) -> Money? {
    switch limit {
    case .count: return nil
    case .amount(let money): return money
    case .figure(let figure):
      guard case .number(let yuan)? = plan.value(of: figure, on: day) else { return nil }
      return Money(yuan: yuan)
    }
  }

  private func noTotal(
    _ rule: StackingRule, _ day: CivilDate
  ) -> NullReason {
    NullReason(
      "PLN-R01",
      Bilingual(
        zh: "“\(rule.label.zh)”的上限在 \(day) 没有取值",
        en: "the limit of “\(rule.label.en)” has no value on \(day)"))
  }

  private func effect(
    _ rule: StackingRule, _ limit: String, _ left: Money, _ sure: [Int], _ candidates: [Candidate]
  ) -> [Reason] {
    reasons(
      rule, value: Shown(.number(left.yuan), Bilingual(zh: "\(left) 元", en: "\(left) yuan")),
      needed: Bilingual("≤ \(limit)"), verdict: .applied,
      note: Bilingual(zh: "合计不超过 \(limit)", en: "no more than \(limit) in all"),
      others: sure.map { candidates[$0].subjectID })
  }
}

extension Int64 {
  /// The sum, at most the greatest number.
  func saturating(adding other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
