package import Core

/// A ```` ```yaml amendment ```` block: what a later document changes of an earlier one, and from when.
package struct Amendment: Sendable {
  /// What of the earlier document is meant, as written.
  package enum Target: Hashable, Sendable {
    /// A benefit by its id, without the document's.
    case benefit(String)
    /// A row of a decision table: the table's name and the row's label in Chinese.
    case row(table: String, label: String)
    /// All values of a parameter.
    case parameter(String)
  }

  package enum Action: Sendable { case replace, repeal }

  /// Which day decides whether the change holds for a case.
  package enum Chosen: String, Sendable, CaseIterable {
    /// The date of the event that gives rise to the benefit.
    case event
    /// The day of the determination.
    case on
  }

  package let id: Cell
  /// The id of the earlier document.
  package let document: Cell
  package let action: Action
  package let target: Target
  package let targetRange: SourceRange
  package let from: CivilDate
  package let chosen: Chosen
  package let section: PolicyDocument.SectionIndex
  /// Of the block.
  package let range: SourceRange
  /// What takes the place of the target: all that follows the block up to the next amendment, the
  /// next worked examples or the end of the section; `nil` where nothing does.
  package internal(set) var content: SourceRange?
}
