package import Core
package import LocalValues
package import PolicyPlan
import PolicyDocument
import Vocabulary

/// Everything the plans of a run were compiled from, so that they can be compiled again when the
/// files have long been others.
package struct RuleTexts: Sendable {
  package var vocabulary: [SourceText]
  /// Of the documents that were determined by, in the order of their plans.
  package var documents: [SourceText]
  /// Of documents that nothing was determined by, and whose benefits the others count.
  package var counted: [SourceText]
  /// What regions had set.
  package var locals: [LocalValue]

  package init(
    vocabulary: [SourceText], documents: [SourceText], counted: [SourceText] = [],
    locals: [LocalValue] = []
  ) {
    self.vocabulary = vocabulary
    self.documents = documents
    self.counted = counted
    self.locals = locals
  }

  /// Takes the texts out of plans; `nil` when they do not hold all of them: the vocabulary was not read
  /// from files, or a document that changes one of theirs is not among them.
  ///
  /// - Parameter plans: that were compiled together.
  package init?(_ plans: [Plan]) {
    guard let first = plans.first, !first.vocabulary.sources.isEmpty else { return nil }
    let ids = Set(plans.map(\.id))
    let amending = plans.flatMap(\.versions).flatMap(\.changes).map(\.document)
    guard ids.isSuperset(of: amending) else { return nil }
    vocabulary = first.vocabulary.sources
    documents = plans.map(\.document.source)
    locals = plans.flatMap(\.localValues)
    var counted: [String: SourceText] = [:]
    for other in plans.flatMap(\.foreign) where !ids.contains(other.document) {
      counted[other.document] = other.source
    }
    self.counted = counted.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What a text is for.
  enum Role: String, CaseIterable {
    case vocabulary, document, counted, local
  }

  /// A text as it is kept.
  struct Kept {
    let role: Role
    /// The name of the file, without the folders it lay in.
    let name: String
    let text: String
  }

  /// All of them, in the order in which they are read back.
  var all: [Kept] {
    func kept(_ role: Role, _ sources: [SourceText]) -> [Kept] {
      sources.map { source in
        let name = source.name.split(separator: "/").last.map(String.init) ?? source.name
        return Kept(role: role, name: name, text: source.text)
      }
    }
    return kept(.vocabulary, vocabulary) + kept(.document, documents) + kept(.counted, counted)
      + (locals.isEmpty
        ? [] : [Kept(role: .local, name: "local.json", text: LocalText.text(locals))])
  }

  /// - Parameter all: as they were kept.
  /// - Throws: `DiagnosticsError`, `StoreError.defect` when the local values cannot be read.
  init(_ all: [Kept]) throws {
    func sources(_ role: Role) -> [SourceText] {
      all.filter { $0.role == role }.map { SourceText(name: $0.name, text: $0.text) }
    }
    vocabulary = sources(.vocabulary)
    documents = sources(.document)
    counted = sources(.counted)
    locals = try sources(.local).flatMap { try LocalText.values(in: $0) }
  }
}
