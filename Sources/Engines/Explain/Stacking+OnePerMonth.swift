import Core
import Determination
import FEEL
import PolicyPlan

/// Month by month only the highest rate is paid; at equal rates the benefit named first, then the
/// earlier event, then the record id.
extension Stacking {
  func applyOnePerMonth(_ rule: StackingRule, _ candidates: inout [Candidate]) {
    for group in groups(rule, candidates) where group.count > 1 {
      let order = group.sorted {
        let ranks = (rank(rule, candidates[$0]), rank(rule, candidates[$1]))
        return ranks.0 == ranks.1
          ? Candidate.precedes(candidates[$0], candidates[$1]) : ranks.0 < ranks.1
      }
      let before = candidates
      let holders = holders(order.filter { before[$0].outcome == .entitled }, before)
      let rivals = MonthRivals(order.filter { before[$0].outcome == .undetermined }, before)
      for position in order
      where before[position].outcome == .entitled && !before[position].isForeign {
        let months = before[position].months
        let kept = months.filter { holders[$0.month] == position }
        let takers = Set(months.compactMap { holders[$0.month] }).subtracting([position])
        let doubtful = Set(
          kept.flatMap { month in
            rivals.who(month.month).filter { mayTake(month, from: position, $0, rule, before) }
              .map(\.position)
          })
        settle(
          rule, position, Share(kept: kept, takers: takers.sorted()), doubtful.sorted(), before,
          &candidates)
      }
    }
  }

  /// Who holds each month for certain, by its number: the highest rate, and among equal ones the
  /// first in `order`.
  private func holders(_ order: [Int], _ candidates: [Candidate]) -> [Int: Int] {
    var best: [Int: (rate: Money, holder: Int)] = [:]
    for rival in order {
      for month in candidates[rival].months {
        let rate = month.rate ?? .zero
        if let held = best[month.month], rate <= held.rate { continue }
        best[month.month] = (rate, rival)
      }
    }
    return best.mapValues(\.holder)
  }

  /// Whether an open case may turn out to be paid a month in the place of a settled one.
  private func mayTake(
    _ month: Candidate.PaidMonth, from position: Int, _ rival: MonthRivals.Rival,
    _ rule: StackingRule, _ candidates: [Candidate]
  ) -> Bool {
    guard let most = rival.most, let rate = month.rate, most <= rate else { return true }
    if most < rate { return false }
    let ranks = (rank(rule, candidates[rival.position]), rank(rule, candidates[position]))
    if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
    return !candidates[position].certainlyPrecedes(candidates[rival.position])
  }

  /// What a candidate keeps of its months, and who takes the others.
  private struct Share {
    let kept: [Candidate.PaidMonth]
    let takers: [Int]
  }

  private func settle(
    _ rule: StackingRule, _ position: Int, _ share: Share, _ doubtful: [Int],
    _ before: [Candidate], _ candidates: inout [Candidate]
  ) {
    if !doubtful.isEmpty {
      var unknown = Unknown()
      for rival in doubtful { unknown.formUnion(before[rival].unknown) }
      let names = doubtful.map { before[$0].subjectID }
      candidates[position].becomeUndetermined(unknown)
      candidates[position].reasons += reasons(
        rule, candidates[position], verdict: .unknown,
        note: Bilingual(
          zh: "\(names.joined(separator: "、")) 是否占用部分月份还不能确定",
          en:
            "it is not settled whether \(names.joined(separator: ", ")) takes some of the months"),
        others: names)
      return
    }
    let taken = before[position].months.count - share.kept.count
    candidates[position].months = share.kept
    candidates[position].amount = candidates[position].monthsTotal.map { total in
      min(total, candidates[position].cap ?? total)
    }
    guard taken > 0 else { return }
    let names = share.takers.map { before[$0].subjectID }
    let total = candidates[position].amount ?? .zero
    candidates[position].reasons += reasons(
      rule, candidates[position],
      value: Shown(.number(total.yuan), Bilingual(zh: "\(total) 元", en: "\(total) yuan")),
      verdict: .applied,
      note: Bilingual(
        zh: "每月只发最高的一项：\(taken) 个月由 \(names.joined(separator: "、")) 发放",
        en:
          "one allowance a month: \(taken) month(s) are paid for \(names.joined(separator: ", "))"
      ),
      others: names, left: total)
  }
}

/// The open cases that may be paid in a month.
private struct MonthRivals {
  /// One of them, and what it may be paid at most; `nil` for any sum.
  struct Rival {
    let position: Int
    let most: Money?
  }

  private var byMonth: [Int: [Rival]] = [:]
  /// Those of which nobody knows when they begin.
  private var any: [Rival] = []

  init(_ positions: [Int], _ candidates: [Candidate]) {
    for position in positions {
      if let month = candidates[position].anyMonth {
        any.append(Rival(position: position, most: month.most))
      }
      for month in candidates[position].months {
        byMonth[month.month, default: []].append(Rival(position: position, most: month.most))
      }
    }
  }

  func who(_ month: Int) -> [Rival] { (byMonth[month] ?? []) + any }
}
