package import Core
import Facts
import PolicyDocument
import Vocabulary

extension Workbench {
  /// The same from texts that were kept, without looking at any folder.
  ///
  /// - Parameters:
  ///   - vocabulary: the files of the vocabulary, in their order.
  ///   - documents: the policy documents, in their order.
  ///   - counted: documents whose benefits these count, and which nothing is determined by.
  /// - Throws: `FaultyTexts` when the vocabulary has faults, or cannot be read any more as the program
  ///   reads it by now. Faults of documents stand in `documents`.
  package init(
    vocabulary: [SourceText], documents: [SourceText], counted: [SourceText]
  ) throws(FaultyTexts) {
    let reading = Vocabulary.read(vocabulary)
    guard let vocabulary = reading.vocabulary else { throw FaultyTexts(reading.problems) }
    let others = (documents + counted).compactMap { PolicyDocument.read($0).document }
    let checked = documents.map { CheckedDocument($0, vocabulary, beside: others) }
    self.init(
      vocabulary, Amending.apply(checked, vocabulary, beside: others), beside: others)
  }
}
