package import Core

/// A decision table (DMN 1.5, chapter 8), one rule a row.
package struct DecisionTable: Sendable {
  package let name: Cell
  package let label: Bilingual
  package let unit: String?
  package let section: PolicyDocument.SectionIndex
  /// As written: `U`, `A`, `P`, `F`, `R`, `O`, `C`, `C+`, `C<`, `C>`, `C#`.
  package let hitPolicy: Cell
  package let inputs: [Cell]
  package let outputs: [Cell]
  package let rows: [Row]
  package let range: SourceRange

  package struct Row: Sendable {
    package let label: Cell
    /// The label in both languages, where it gives both.
    package let title: Bilingual
    package let tests: [Cell]
    package let values: [Cell]
    package let range: SourceRange

    /// Whether the row says “and so on” (`…`) in place of the rows it stands for; only in a source
    /// table.
    package var isContinuation: Bool { tests.contains { $0.text.hasPrefix("…") } }
  }
}
