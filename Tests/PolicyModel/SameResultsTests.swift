import Core
import DMN
import Determination
import FEEL
import Facts
import PolicyDocument
import PolicyModel
import Testing
import Workbench

@testable import Explain
@testable import PolicyPlan

/// The worked examples of the project's documents, by the engine and by the exported model.
@Suite struct SameResultsTests {
  /// How many examples of a document a model decides at least.
  private static let fewest = [
    "huangyan": 11, "taizhou": 16, "jiaojiang": 27, "wenzhou-2018-242": 80, "wuxing-2024-32": 50,
    "yuhuan": 20,
  ]

  @Test(arguments: Exported.plans.filter { !$0.document.examples.isEmpty }.map(\.id))
  func ofExamples(id: String) throws {
    let all = try #require(Exported.plans.first { $0.id == id })
    var plan = all.withoutLocals.withoutAmendments
    // What a model cannot say, and lists.
    plan.stacking = []
    let program = try DecisionProgram(DecisionModel.read(Exported.model(all)))
    let schema = FactsSchema(plan.vocabulary)
    var compared = 0
    for table in plan.document.examples {
      guard
        let benefit = plan.benefits.first(where: { $0.id == plan.id + "/" + table.benefit.text })
      else { continue }
      for row in table.rows {
        guard let facts = try Self.facts(table, row, benefit, plan, schema) else { continue }
        guard let pair = Self.compare(facts, benefit, plan, program) else { continue }
        compared += 1
        #expect(pair.model == pair.engine, "\(benefit.id) \(row.title.zh)")
      }
    }
    #expect(compared >= Self.fewest[id, default: 1], "\(compared) examples")
  }

  /// The facts of a row; `nil` for one that supposes or leaves unknown what a model cannot be told.
  private static func facts(
    _ table: ExampleTable, _ row: ExampleTable.Row, _ benefit: BenefitPlan, _ plan: Plan,
    _ schema: FactsSchema
  ) throws -> FactBase? {
    var example = ExampleFacts(plan: plan, benefit: benefit)
    for (column, cell) in zip(table.inputs, row.inputs) { example.take(column, cell) }
    guard example.diagnostics.isEmpty, example.supposed.isEmpty, example.readings.isEmpty else {
      return nil
    }
    return try FactsFile.read(example.source(), schema)
  }

  /// Outcome and amount by both; `nil` where the engine does not decide, or another record's share
  /// is taken off.
  private static func compare(
    _ facts: FactBase, _ benefit: BenefitPlan, _ plan: Plan, _ program: DecisionProgram
  ) -> (engine: String, model: String)? {
    let report = ExplainEngine(plans: [plan]).determine(facts, narrowsMissing: false)
    guard
      let found = report.determinations.first(where: {
        $0.benefit == benefit.id
          && (benefit.isOfParty || $0.subject == ExampleFacts.subjectID)
      }), found.outcome == .entitled || found.outcome == .notEntitled,
      let subject = benefit.isOfParty
        ? facts.party(ExampleFacts.partyID)
        : facts.records.first(where: { $0.id == ExampleFacts.subjectID }),
      let party = facts.party(subject.party ?? subject.id ?? "")
    else { return nil }
    guard
      case .context(let value)? = program.evaluate(
        benefit.label.zh, inputs: ModelInputs(facts).inputs(subject: subject, party: party))
    else { return nil }
    // What a record leaves unknown is null to a model, which then does not decide.
    guard let outcome = value["结果"]?.text, outcome != "待定" else { return nil }
    let amount = value["应发"].flatMap { if case .number(let yuan) = $0 { yuan } else { nil } }
    let isEntitled = found.outcome == .entitled
    return (
      (isEntitled ? "享受" : "不享受") + " "
        + (isEntitled ? found.amount?.description ?? "" : ""),
      outcome + " " + (amount.flatMap { Money(yuan: $0)?.description } ?? "")
    )
  }
}
