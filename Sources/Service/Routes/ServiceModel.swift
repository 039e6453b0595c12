package import Bureau
package import Core
package import Demonstration
import Explain
import Facts
package import Lint
package import Pages
package import PolicyDocument
package import PolicyPlan
package import Vocabulary

/// What the site serves: filled once at start, then only read.
package struct ServiceModel: Sendable {
  package let vocabulary: Vocabulary
  /// The same, arranged for reading facts.
  let factsSchema: FactsSchema
  /// Every document that could be read, in the order they are shown.
  package let documents: [PolicyDocument]
  /// Determines by the plans of the documents without errors.
  let engine: ExplainEngine
  /// What the linter says of each document, by its id.
  package let findings: [String: [Lint.Finding]]
  /// The registry that is shown; `nil` where there is none.
  package let registry: ServedRegistry?
  /// What is behind the sign-in; `nil` where nobody can sign in. It works over `registry`.
  package let bureau: Bureau?
  /// The demonstration that the office is; `nil` where people work in it.
  package let demonstration: Demonstration?
  /// Issued texts, by the id of the document that restates them.
  let originals: [String: ServedOriginal]
  /// Chart.js; `nil` where it is not installed.
  package let chartLibrary: ChartLibrary?
  /// Today where the service stands: the day that is proposed for a determination.
  package let today: @Sendable () -> CivilDate

  package init(
    vocabulary: Vocabulary, documents: [PolicyDocument], plans: [Plan],
    findings: [String: [Lint.Finding]] = [:], registry: ServedRegistry? = nil,
    bureau: Bureau? = nil, demonstration: Demonstration? = nil,
    originals: [String: ServedOriginal] = [:],
    chartLibrary: ChartLibrary? = nil,
    today: @escaping @Sendable () -> CivilDate
  ) {
    self.vocabulary = vocabulary
    factsSchema = FactsSchema(vocabulary)
    self.documents = documents
    engine = ExplainEngine(plans: plans)
    self.findings = findings
    self.registry = registry
    self.bureau = bureau
    self.demonstration = demonstration
    self.originals = originals
    self.chartLibrary = chartLibrary
    self.today = today
  }

  /// What pages behind the sign-in work with; `nil` where there is none.
  var desk: Desk? {
    guard let bureau, let registry else { return nil }
    return Desk(
      bureau: bureau, model: self, report: registry.report,
      demonstration: demonstration)
  }

  /// The plans of the documents without errors.
  package var plans: [Plan] { engine.plans }

  func plan(of document: String) -> Plan? { plans.first { $0.id == document } }

  /// The plans of the documents that one amends, by id.
  func amended(by document: PolicyDocument) -> [String: Plan] {
    let ids = Set(document.amendments.map(\.document.text))
    return Dictionary(
      plans.filter { ids.contains($0.id) }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// An issued text as the site serves it.
package struct ServedOriginal: Sendable {
  package let text: IssuedText
  /// The picture of a page of a scan, from 1, and its media type; `nil` when it cannot be read.
  package let page: @Sendable (Int) -> (bytes: [UInt8], mediaType: String)?

  package init(
    _ text: IssuedText, page: @escaping @Sendable (Int) -> (bytes: [UInt8], mediaType: String)?
  ) {
    self.text = text
    self.page = page
  }
}
