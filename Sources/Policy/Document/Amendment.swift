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
    case assumption(String)
    /// A stacking rule by its id.
    case stacking(String)
    /// A target or provision by its id.
    case target(String)
    case provision(String)
    /// All that stands under the heading of an article, by its first word: `第四条` or `Article 4`.
    case article(String)
    /// The prose of an article, or of the part of it with that title: `第四条/技能提升补贴`.
    case prose(article: String, part: String?)
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
