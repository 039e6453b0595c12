package import Core

/// A word that the form of documents prescribes — a column, a kind of row — as a document uses it.
package struct FormWord: Sendable {
  package let range: SourceRange
  package let forms: Bilingual
}
