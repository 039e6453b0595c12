package import Core
import Determination
import Facts
import PolicyDocument
package import PolicyPlan

/// Works out what single cases come to, each written in the columns of worked examples.
package struct CaseWork: Sendable {
  let plan: Plan
  private let schema: FactsSchema

  package init(_ plan: Plan) {
    self.plan = plan.withoutAmendments
    schema = FactsSchema(plan.vocabulary)
  }

  /// Why a case cannot be worked out.
  package enum Refusal: Error, Sendable {
    case unknownBenefit(String, known: [String])
    /// What its first fault is.
    case facts(Diagnostic)
  }

  /// - Parameters:
  ///   - facts: of the case.
  ///   - items: items of a score sheet whose points are asked for.
  /// - Returns: what they come to by the rules of the document.
  /// - Throws: `Refusal` when they mean nothing.
  package func result(
    of facts: FactsCase, items: [String] = []
  ) throws(Refusal) -> FactsCase.Result {
    let own = try work(facts).own?.determination
    let points = items.compactMap { id -> FactsCase.Points? in
      guard let points = own?.score?.items.first(where: { $0.id == id })?.points else { return nil }
      return FactsCase.Points(item: id, points: points)
    }
    return FactsCase.Result(outcome: own?.outcome, amount: own?.amount, points: points)
  }

  func work(_ facts: FactsCase) throws(Refusal) -> ExampleWork.Worked {
    let id = plan.id + "/" + facts.benefit
    guard let index = plan.benefits.firstIndex(where: { $0.id == id }) else {
      let known = plan.benefits.map { String($0.id.dropFirst(plan.id.count + 1)) }
      throw .unknownBenefit(facts.benefit, known: known)
    }
    let nowhere = SourceRange(0, 0)
    let cells = facts.inputs.map {
      (column: Cell(text: $0.column, range: nowhere), cell: Cell(text: $0.text, range: nowhere))
    }
    do throws(ExampleWork.Refusal) {
      return try ExampleWork(plan: plan, index: index, schema: schema).work(cells)
    } catch {
      let diagnostics =
        switch error {
        case .cells(let found), .facts(let found): found
        }
      throw .facts(diagnostics[0])
    }
  }
}
