import Core
import Determination
import FEEL
import PolicyPlan

/// Rules that hold only while an assumption says so; a region may have set it otherwise.
extension Stacking {
  /// Whether a rule holds for a candidate; `nil` while nobody can say which value holds.
  func holds(_ rule: StackingRule, for candidate: Candidate) -> Bool? {
    guard let index = rule.when, !candidate.isForeign else { return true }
    return (try? truth(ofAssumption: index, for: candidate).get()).map { $0 == rule.holdsWhile }
  }

  /// Says to whom a rule does not apply, and leaves open what depends on whether it does.
  mutating func settleCondition(_ rule: StackingRule, _ candidates: inout [Candidate]) {
    guard let index = rule.when else { return }
    let benefits = Set(rule.over + rule.kind.lower)
    for position in candidates.indices
    where benefits.contains(candidates[position].benefitID)
      && candidates[position].outcome != .notEntitled && !candidates[position].isForeign
    {
      var clock = Clock()
      if case .running = candidates[position].locality.day {
        clock.note(plan.assumptions[index].locals.change(after: world.on))
      }
      note(clock, rule)
      let choice = candidates[position].locality.choice(
        of: plan.assumptions[index], on: world.on)
      if case .open(let unknown) = choice {
        leaveOpen(rule, position, [], unknown, &candidates)
      } else if holds(rule, for: candidates[position]) == false {
        candidates[position].reasons += reasons(
          rule, candidates[position], verdict: .holds,
          note: Bilingual(
            zh: "这条规则在这里不适用（“\(plan.assumptions[index].label.zh)”"
              + "为\(rule.holdsWhile ? "否" : "是")）",
            en: "this rule does not apply here (“\(plan.assumptions[index].label.en)” is "
              + "\(!rule.holdsWhile))"),
          others: [])
      }
    }
  }
}
