import Determination
import Facts
import PolicyPlan
import Population

/// Everybody at once on columns, the rest by the reference.
struct ColumnAnswersOfAll: AgreeingEngine {
  let name = "columns"

  func answers(to facts: FactBase, under plans: [Plan]) -> [Case: Answer] {
    let report = PopulationEngine(plans: plans).determine(facts)
    var answers: [Case: Answer] = [:]
    for entry in report.entries.joined() {
      let one = entry.determination
      answers[Case(benefit: one.benefit, owner: entry.owner, subject: one.subject)] = Answer(one)
    }
    return answers
  }
}
