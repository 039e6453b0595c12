import Determination
import Explain
import Facts
import PolicyPlan

/// The reference: one case at a time, with reasons.
struct ExplainAnswers: AgreeingEngine {
  let name = "explain"

  func answers(to facts: FactBase, under plans: [Plan]) -> [Case: Answer] {
    let found = ExplainEngine(plans: plans).assess(facts, Scope(isExplaining: true))
    var answers: [Case: Answer] = [:]
    for one in found.flatMap(\.findings) {
      let key = Case(
        benefit: one.determination.benefit, owner: one.owner, subject: one.determination.subject)
      answers[key] = Answer(one.determination)
    }
    return answers
  }
}
