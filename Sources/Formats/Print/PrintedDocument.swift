package import Core

/// A document on A4 paper, as data: what stands on it, in the order it is read. `pdf()` lays it out.
///
/// The same document gives the same bytes, on the same versions of the fonts and libraries.
package struct PrintedDocument: Sendable, Equatable {
  /// Of the file, as viewers show it above the page.
  package var title: String
  /// Who issues it.
  package var author: String
  /// Of the text: it decides where lines may break, and which of two forms a character has.
  package var language: Language
  /// The day the file says it was made on; no clock is asked.
  package var created: CivilDate
  /// Stands at the foot of every page, before the number of the page.
  package var footer: String
  package var blocks: [PrintedBlock]

  package init(
    title: String, author: String, language: Language, created: CivilDate, footer: String,
    blocks: [PrintedBlock]
  ) {
    self.title = title
    self.author = author
    self.language = language
    self.created = created
    self.footer = footer
    self.blocks = blocks
  }
}

/// What stands below what.
package enum PrintedBlock: Sendable, Equatable {
  case text(PrintedText)
  case table(PrintedTable)
  /// A QR code of a text, with lines beside it; never parted by the end of a page.
  case code(String, beside: [PrintedText])
  /// A text that leads to an address where the document is read on a screen.
  case link(PrintedText, to: String)
}

/// A paragraph in one style.
package struct PrintedText: Sendable, Hashable {
  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style = .body) {
    self.text = text
    self.style = style
  }

  package enum Style: Sendable, Hashable, CaseIterable {
    /// In the middle of the page, once.
    case title
    /// Below the title, in the middle.
    case subtitle
    /// Keeps together with what follows.
    case heading
    /// What everybody must read.
    case lead
    case body
    case strong
    /// Sources and remarks.
    case small
    /// What stands before a value in a table, on the same line.
    case label
  }
}
