import Core
import Determination
import FEEL
import PolicyPlan

extension Stacking {
  /// Whoever is entitled to one of `over` gets nothing of the lower benefits.
  func applyBlocks(
    _ rule: StackingRule, _ lower: [String], _ period: StackingRule.Period?,
    _ candidates: inout [Candidate]
  ) {
    let blockers = groups(rule, candidates).reduce(into: [:]) { groups, group in
      groups[candidates[group[0]].owner] = group.map {
        (position: $0, key: key(candidates[$0], rule, [], period))
      }
    }
    for position in candidates.indices
    where lower.contains(candidates[position].benefitID)
      && candidates[position].outcome != .notEntitled && !candidates[position].isForeign
      && holds(rule, for: candidates[position]) != false
    {
      let own = key(candidates[position], rule, [], period)
      let blocking = (blockers[candidates[position].owner] ?? []).filter { own.mayEqual($0.key) }
      if blocking.isEmpty { continue }
      if let sure = blocking.first(where: {
        candidates[$0.position].outcome == .entitled && own.certainlyEquals($0.key)
      }) {
        let name = candidates[sure.position].subjectID
        candidates[position].becomeNotEntitled()
        candidates[position].reasons += reasons(
          rule, candidates[position], verdict: .fails,
          note: Bilingual(
            zh: "已享受更高的待遇（\(name)）", en: "a higher benefit is due already (\(name))"),
          others: [name])
      } else {
        var unknown = own.unknown ?? Unknown()
        for other in blocking {
          unknown.formUnion(other.key.unknown)
          unknown.formUnion(candidates[other.position].unknown)
        }
        leaveOpen(rule, position, blocking.map(\.position), unknown, &candidates)
      }
    }
  }

  /// Makes a candidate depend on others that are not settled, or, without any, on its own date.
  func leaveOpen(
    _ rule: StackingRule, _ position: Int, _ others: [Int], _ unknown: Unknown,
    _ candidates: inout [Candidate]
  ) {
    leaveOpen(
      rule, position, names: others.map { candidates[$0].subjectID }, unknown, &candidates)
  }

  /// The same, by the names of the others.
  func leaveOpen(
    _ rule: StackingRule, _ position: Int, names: [String], _ unknown: Unknown,
    _ candidates: inout [Candidate]
  ) {
    let note =
      names.isEmpty
      ? Bilingual(zh: "取决于还不知道的日期", en: "depends on a date that is not known")
      : Bilingual(
        zh: "取决于还不能确定的 \(names.joined(separator: "、"))",
        en: "depends on \(names.joined(separator: ", ")), not settled yet")
    candidates[position].becomeUndetermined(unknown)
    candidates[position].reasons += reasons(
      rule, candidates[position], verdict: .unknown, note: note, others: names)
  }
}
