package import Columns
package import Determination
import Explain
package import Facts
package import PolicyPlan

/// Determines everybody at once. Columns settle those of whom all is known that a rule goes by; the
/// explain engine answers for the others, and for benefits that have no column form, so that every
/// answer is the one that it would have given.
package struct PopulationEngine: Sendable {
  package let plans: [Plan]

  package init(plans: [Plan]) { self.plans = plans }

  /// Determines every party of some facts.
  ///
  /// - Parameters:
  ///   - facts: of the parties, and of all that bear on them.
  ///   - columns: the same facts as columns, under the same plans, where they are made already.
  /// - Returns: one determination per benefit and subject, document by document; what is open says
  ///   which facts are missing.
  package func determine(_ facts: FactBase, columns: ColumnEngine? = nil) -> PopulationReport {
    let engine = columns ?? self.columns(of: facts)
    let found = engine.answers()
    var report = PopulationReport(plans: plans.count)
    for answer in found.answers {
      report.add(determination(answer), owner: answer.owner, plan: answer.plan, isSettled: true)
    }
    let explain = ExplainEngine(plans: plans)
    for (component, asked) in zip(engine.compiled.components, found.asked) where !asked.isEmpty {
      // Where parties compete, all of them are looked at to tell about some.
      let owners = component.isContested ? nil : asked
      add(
        explain, facts, Scope(owners: owners, isExplaining: true), component.plan,
        Set(component.benefits), &report, of: asked)
    }
    for plan in plans.indices {
      let left = engine.compiled.left(of: plan)
      if left.isEmpty { continue }
      add(explain, facts, Scope(isExplaining: true), plan, left, &report)
    }
    return report
  }

  /// The facts as columns, ready to run.
  ///
  /// - Parameter facts: of a day.
  /// - Returns: an engine of its own for them.
  package func columns(of facts: FactBase) -> ColumnEngine {
    var builder = ColumnBuilder(for: plans, facts.vocabulary)
    builder.add(facts)
    return ColumnEngine(plans, builder.finish().on(facts.on))
  }

  private func add(
    _ engine: ExplainEngine, _ facts: FactBase, _ scope: Scope, _ plan: Int, _ benefits: Set<Int>,
    _ report: inout PopulationReport, of asked: Set<String>? = nil
  ) {
    var own = scope
    own.plans = [plan]
    own.benefits = [plan: benefits]
    let wanted = Set(benefits.map { plans[plan].benefits[$0].id })
    for finding in engine.assess(facts, own).flatMap(\.findings)
    where wanted.contains(finding.determination.benefit)
      && asked?.contains(finding.owner) != false
    {
      report.add(finding.determination, owner: finding.owner, plan: plan, isSettled: false)
    }
  }

  private func determination(_ answer: ColumnAnswer) -> Determination {
    let plan = plans[answer.plan]
    let benefit =
      plan.benefit(answer.benefit, text: answer.text) ?? plan.benefits[answer.benefit]
    var inKind: [Determination.InKind] = []
    if answer.outcome == .entitled, case .inKind(let given) = benefit.payment {
      inKind = given.map { Determination.InKind(key: $0.key, value: $0.value) }
    }
    return Determination(
      benefit: benefit.id, label: benefit.label, party: answer.receiver, subject: answer.subject,
      outcome: answer.outcome, amount: answer.amount, monthly: answer.monthly,
      gross: answer.gross, granted: answer.granted, inKind: inKind, score: answer.score, needs: [],
      because: [], cites: [])
  }
}

/// What everybody comes to.
package struct PopulationReport: Sendable {
  /// By plan.
  package private(set) var entries: [[Entry]]
  /// How many of them columns settled.
  package private(set) var settled = 0

  /// One determination, and the party whose record the subject is.
  package struct Entry: Sendable {
    package let owner: String
    package let determination: Determination
  }

  init(plans: Int) { entries = Array(repeating: [], count: plans) }

  mutating func add(
    _ determination: Determination, owner: String, plan: Int, isSettled: Bool
  ) {
    entries[plan].append(Entry(owner: owner, determination: determination))
    if isSettled { settled += 1 }
  }

  /// How many there are.
  package var count: Int { entries.reduce(0) { $0 + $1.count } }
}
