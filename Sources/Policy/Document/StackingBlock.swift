package import Core

/// One item of a ```` ```yaml stacking ```` block; which keys a kind takes is checked by the plan
/// compiler.
package struct StackingBlock: Sendable {
  package let id: Cell
  package let kind: Cell
  package let label: Bilingual
  package let settings: Settings
  /// Assumptions that the rule rests on.
  package let assumes: [Cell]
  package let cites: String?
  package let section: PolicyDocument.SectionIndex
  package let range: SourceRange
  /// Of the fenced block that it stands in.
  package let block: SourceRange

  /// Plain YAML data in the order written.
  package indirect enum Setting: Sendable {
    case scalar(Cell)
    case list([Setting], SourceRange)
    case mapping(Settings)
  }

  package struct Settings: Sendable {
    package let entries: [(key: Cell, value: Setting)]
    package let range: SourceRange
  }
}
