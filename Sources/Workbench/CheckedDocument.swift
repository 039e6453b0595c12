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
    let diagnostics = diagnostics + ExampleRunner(plan.withoutLocals).run().diagnostics
    return CheckedDocument(source, document, plan, diagnostics)
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
    CheckedDocument(source, document, plan, diagnostics)
  }

  private init(
    _ source: SourceText, _ document: PolicyDocument?, _ plan: Plan, _ diagnostics: [Diagnostic]
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
