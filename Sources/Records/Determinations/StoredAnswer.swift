package import Core
import Determination
package import Explain

/// A stored determination with all that it rests on: what is reproduced, and compared byte by byte.
package struct StoredAnswer: Sendable, Hashable {
  package var determination: StoredDetermination
  /// The day it is of.
  package let on: CivilDate
  /// The last change of the registry that it knew.
  package let change: Int64
  /// What it was determined by; `nil` for runs from before this was kept.
  package var program: DeterminationRun.Program?
  /// The set of texts that its plan was compiled from; `nil` where they were not kept.
  package let rules: Int64?

  package init(_ determination: StoredDetermination, of run: DeterminationRun) {
    self.determination = determination
    on = run.on
    change = run.facts
    program = run.program
    rules = run.rules
  }

  /// The same with what a subject comes to when it is determined anew by this program's engine. Which
  /// version of the program determined it first stays as it is.
  ///
  /// - Parameters:
  ///   - finding: what it comes to.
  ///   - plan: SM3 of the plan that it was determined by.
  /// - Returns: the answer as it would be kept.
  package func replayed(_ finding: Finding, plan: String) -> StoredAnswer {
    let found = finding.determination
    var answer = self
    answer.determination = StoredDetermination(
      number: determination.number, benefit: found.benefit, owner: finding.owner,
      party: found.party, subject: found.subject, outcome: found.outcome, gross: found.gross,
      amount: found.amount, granted: found.granted, monthly: found.monthly, score: found.score,
      until: finding.until, plan: plan, run: determination.run)
    answer.program = program.map { .init(engine: PlanHash.engine, version: $0.version) }
    return answer
  }
}
