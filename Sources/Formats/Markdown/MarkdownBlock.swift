package import Core

/// A block of a Markdown file (CommonMark 0.29, chapters 4 and 5; tables of GFM 0.29, 4.10) and
/// the whole lines it covers.
///
/// Only blocks come from cmark. What stands inside a line — code spans, cells, emphasis — is read
/// from the raw text by those who need it, because cmark gives no exact places there.
package struct MarkdownBlock: Sendable {
  package let kind: Kind
  /// From the first byte of the first line to the last byte before the last line's end.
  package let range: SourceRange
  /// Blocks of a quotation, a list or an item of a list; empty for all others.
  package let children: [MarkdownBlock]

  package enum Kind: Sendable, Equatable {
    /// `# …` or an underlined heading; the level is 1 … 6.
    case heading(level: Int)
    case paragraph
    case code(CodeBlock)
    case quote
    case list
    case item
    case table
    case html
    case thematicBreak
    /// A block of an extension that is not read here.
    case other
  }

  /// A block of code.
  package struct CodeBlock: Sendable, Equatable {
    /// The words behind the opening fence; empty for an indented block.
    package let info: String
    /// The bytes between the fences, line ends included.
    package let content: SourceRange
    /// Whether the closing fence is there. An open block runs to the end of the file.
    package let isClosed: Bool
  }

  package init(kind: Kind, range: SourceRange, children: [MarkdownBlock] = []) {
    self.kind = kind
    self.range = range
    self.children = children
  }
}
