package import Core

/// A table of worked examples of one benefit, run whenever the document is checked.
package struct ExampleTable: Sendable {
  /// The benefit's id without the document's.
  package let benefit: Cell
  package let section: PolicyDocument.SectionIndex
  /// Input columns as written: `认定日`, `证书.等级`, `参保.失业`, `紧缺`.
  package let inputs: [Cell]
  /// Output columns as written: `结果`, `金额`, `月数`.
  package let outputs: [Cell]
  package let rows: [Row]
  package let range: SourceRange

  package struct Row: Sendable {
    package let name: Cell
    /// The name in both languages, where it gives both.
    package let title: Bilingual
    package let inputs: [Cell]
    package let outputs: [Cell]
    package let range: SourceRange
  }
}
