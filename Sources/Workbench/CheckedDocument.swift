package import Core
import Explain
package import PolicyDocument
package import PolicyPlan
import Vocabulary

/// A policy document taken through every pass: read, then compiled against the vocabulary.
package struct CheckedDocument: Sendable {
  package let source: SourceText
  /// As far as it could be read.
  package let document: PolicyDocument?
  /// `nil` when there are errors.
  package let plan: Plan?
  /// Of all passes, in the order of the file.
  package let diagnostics: [Diagnostic]

  /// The document's id, where it states one.
  package var id: String? { document?.front.id.text }

  /// This document with its worked examples run: those that do not hold are errors too.
  package func runningExamples() -> CheckedDocument {
    guard let plan else { return self }
    // The examples are those of the document's own figures, whatever regions have set.
    // The examples are those of the document's own text too, whatever later ones have changed; a
    // later one brings its own.
    let own = ExampleRunner(plan.withoutLocals.withoutAmendments).run().diagnostics
    let others = amended.flatMap { other in
      ExampleRunner(other.withoutLocals, examplesOf: plan.document).run().diagnostics
    }
    return CheckedDocument(source, document, plan, diagnostics + own + others)
  }

  /// The plans of the documents that this one amends, as amended.
  private var amended: [Plan] = []

  /// This document with what is wrong with its amendments.
  ///
  /// - Parameters:
  ///   - plans: of the documents it amends, as amended.
  ///   - found: what is wrong.
  /// - Returns: it; without a plan when something is wrong.
  func amending(_ plans: [Plan], _ found: [Diagnostic]) -> CheckedDocument {
    let all = (diagnostics + found).enumerated().sorted {
      ($0.element.range?.start ?? 0, $0.offset) < ($1.element.range?.start ?? 0, $1.offset)
    }
    let isSound = !found.contains { $0.severity == .error }
    var checked = CheckedDocument(source, document, isSound ? plan : nil, all.map(\.element))
    checked.amended = plans
    return checked
  }

  /// How many worked examples the document holds.
  package var exampleCount: Int { document?.examples.reduce(0) { $0 + $1.rows.count } ?? 0 }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The errors alone, ready to be thrown; `nil` for a sound document.
  var errors: DiagnosticsError? {
    let errors = diagnostics.filter { $0.severity == .error }
    return errors.isEmpty ? nil : DiagnosticsError(source: source, diagnostics: errors)
  }

  /// The same document, run by another plan of it.
  func with(_ plan: Plan) -> CheckedDocument {
    var checked = CheckedDocument(source, document, plan, diagnostics)
    checked.amended = amended
    return checked
  }

  private init(
    _ source: SourceText, _ document: PolicyDocument?, _ plan: Plan?, _ diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.document = document
    self.plan = plan
    self.diagnostics = diagnostics
  }

  init(_ source: SourceText, _ vocabulary: Vocabulary, beside others: [PolicyDocument]) {
    self.source = source
    var (document, diagnostics) = PolicyDocument.read(source)
    let isSound = !diagnostics.contains { $0.severity == .error }
    var plan: Plan?
    if let document {
      let compiled = Plan.compile(document, vocabulary, beside: others)
      plan = isSound ? compiled.plan : nil
      diagnostics += compiled.diagnostics
    }
    self.document = document
    self.plan = plan
    self.diagnostics = diagnostics.enumerated()
      .sorted {
        ($0.element.range?.start ?? 0, $0.offset) < ($1.element.range?.start ?? 0, $1.offset)
      }
      .map(\.element)
  }
}
