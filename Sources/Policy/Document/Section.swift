package import Core

/// A heading and what follows it.
package struct Section: Sendable {
  /// 1 … 6; 0 for the text before the first heading.
  package let level: Int
  package let title: Bilingual
  /// Stable id for links, derived from the heading.
  package let anchor: String
  package let headingRange: SourceRange
  /// Titles of the enclosing headings, outermost first, this one last, in Chinese.
  package let path: [String]
  /// The article this section belongs to: 第四条 / Article 4. From the nearest heading of level 2.
  package let article: Bilingual?
  package internal(set) var content: [Content] = []

  /// What stands in a section, in order, for the page that shows the document.
  package enum Content: Sendable {
    /// Prose as Markdown source: paragraphs, lists, quotations.
    case prose(SourceRange)
    /// Index into `benefits`: the YAML block and the rule table that follows it.
    case benefit(Int)
    case table(Int)
    /// Index into `sourceTables`.
    case sourceTable(Int)
    case assumption(Int)
    case stacking(Int)
    /// Row indexes of one parameter table.
    case parameters(Range<Int>)
    case targets(Range<Int>)
    case provisions(Range<Int>)
    case examples(Int)
    case amendment(Int)
  }
}
