package import Core

/// A piece of text of the file, as written between its delimiters, and where it stands.
package struct Cell: Sendable, Hashable {
  package let text: String
  package let range: SourceRange

  package init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}
