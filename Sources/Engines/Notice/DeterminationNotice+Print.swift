package import Core
package import Print

extension DeterminationNotice {
  /// The notice on paper.
  ///
  /// - Parameter language: of all words; names of people and numbers of documents stay as they are.
  /// - Returns: the document.
  package func document(_ language: Language) -> PrintedDocument {
    NoticeLayout(notice: self, language: language).document
  }
}
