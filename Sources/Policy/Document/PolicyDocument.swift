package import Core

/// A policy document as written: prose, tables and blocks with their places in the file, nothing
/// resolved yet. Made by `PolicyDocument.read`; the plan compiler gives it meaning.
package struct PolicyDocument: Sendable {
  package let source: SourceText
  package let front: FrontMatter
  /// All headings in order, with what stands under each until the next one.
  package let sections: [Section]
  package let benefits: [Benefit]
  package let tables: [DecisionTable]
  /// Bands as the author of the text wrote them, each under the name of what applies them; they are
  /// read, shown and linted, and never run.
  package let sourceTables: [DecisionTable]
  package let parameters: [ParameterRow]
  package let assumptions: [Assumption]
  package let stacking: [StackingBlock]
  package let targets: [TargetRow]
  package let provisions: [ProvisionRow]
  package let examples: [ExampleTable]
  /// What it changes of earlier documents.
  package let amendments: [Amendment]
  /// The words of the form itself (规则, 条件, 自 …) as used, for writing them in the other language.
  package let words: [FormWord]

  /// Position of a section in `sections`: the place every element cites.
  package typealias SectionIndex = Int
}
