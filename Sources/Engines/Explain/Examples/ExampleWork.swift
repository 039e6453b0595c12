import Core
import Determination
import Facts
import PolicyDocument
import PolicyPlan
import Vocabulary

/// Determines what rows of worked examples come to: each becomes a small facts file, which the
/// engine determines like any other.
struct ExampleWork {
  let plan: Plan
  /// Position of the benefit that the rows are about.
  let index: Int
  let schema: FactsSchema

  /// What a row came to.
  struct Worked {
    /// The rules as the row reads them.
    let prepared: PreparedPlan
    let world: World
    /// Of the subject and of all that bears on it.
    let findings: [Finding]
    /// Of the row's own subject; `nil` where there is no entry.
    let own: Finding?
  }

  /// Why a row is no case.
  enum Refusal: Error {
    /// Columns or cells that mean nothing.
    case cells([Diagnostic])
    /// Facts that cannot be.
    case facts([Diagnostic])
  }

  func work(_ cells: [(column: Cell, cell: Cell)]) throws(Refusal) -> Worked {
    let benefit = plan.benefits[index]
    var example = ExampleFacts(plan: plan, benefit: benefit)
    for (column, cell) in cells { example.take(column, cell) }
    if !example.diagnostics.isEmpty { throw .cells(example.diagnostics) }
    var facts: FactBase
    do throws(DiagnosticsError) {
      facts = try FactsFile.read(example.source(), schema)
      for type in example.complete {
        facts.declareComplete(type: type, party: ExampleFacts.partyID)
      }
    } catch {
      throw .facts(error.diagnostics)
    }
    let prepared = PreparedPlan(plan.reading(example.readings))
    let world = World(facts, supposing: example.supposed)
    var determiner = Determiner(prepared, world: world)
    let findings = determiner.findings(of: Subjects(facts), with: [index]).findings
    let own = findings.first {
      $0.determination.benefit == benefit.id
        && (benefit.isOfParty
          ? $0.owner == ExampleFacts.partyID : $0.determination.subject == ExampleFacts.subjectID)
    }
    return Worked(prepared: prepared, world: world, findings: findings, own: own)
  }
}
