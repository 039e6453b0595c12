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
      let sure = holders(order.filter { before[$0].outcome == .entitled }, before)
      let all = holders(order, before)
      for position in order
      where before[position].outcome == .entitled && !before[position].isForeign {
        settle(
          rule, position, least: share(of: position, in: sure, before),
          most: share(
            of: position, in: all, open: order.filter { before[$0].mayTakeAnyMonth }, before),
          before, &candidates)
      }
    }
  }

  /// Who holds each month, by its number: the highest rate, and among equal ones the first in
  /// `order`. An unknown rate counts as the highest that it may be.
  private func holders(_ order: [Int], _ candidates: [Candidate]) -> [Int: Int] {
    var best: [Int: (rate: Money?, holder: Int)] = [:]
    for rival in order {
      for month in candidates[rival].months {
        guard let current = best[month.month] else {
          best[month.month] = (month.most, rival)
          continue
        }
        guard let held = current.rate else { continue }
        if let rate = month.most, rate <= held { continue }
        best[month.month] = (month.most, rival)
      }
    }
    return best.mapValues(\.holder)
  }

  /// What a candidate keeps of its months, and who takes the others.
  private struct Share {
    let kept: [Candidate.PaidMonth]
    let takers: [Int]
  }

  private func share(
    of position: Int, in holders: [Int: Int], open: [Int] = [], _ candidates: [Candidate]
  ) -> Share {
    if !open.isEmpty { return Share(kept: [], takers: open) }
    let months = candidates[position].months
    let takers = Set(months.compactMap { holders[$0.month] }).subtracting([position])
    return Share(
      kept: months.filter { holders[$0.month] == position }, takers: takers.sorted())
  }

  private func settle(
    _ rule: StackingRule, _ position: Int, least: Share, most: Share, _ before: [Candidate],
    _ candidates: inout [Candidate]
  ) {
    if least.kept.map(\.month) != most.kept.map(\.month) {
      var unknown = Unknown()
      for other in most.takers { unknown.formUnion(before[other].unknown) }
      let names = most.takers.map { before[$0].subjectID }
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
    let taken = before[position].months.count - least.kept.count
    candidates[position].months = least.kept
    candidates[position].amount = candidates[position].monthsTotal.map { total in
      min(total, candidates[position].cap ?? total)
    }
    guard taken > 0 else { return }
    let names = least.takers.map { before[$0].subjectID }
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
      others: names)
  }
}
