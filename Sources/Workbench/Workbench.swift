package import Core
package import Facts
import Foundation
import PolicyDocument
package import PolicyPlan
package import Vocabulary

/// All that a home folder holds, read and checked: what every command, the site and the benchmarks
/// start from.
package struct Workbench: Sendable {
  package let vocabulary: Vocabulary
  /// The same, arranged for reading facts.
  package let factsSchema: FactsSchema
  /// In the order of their file names.
  package let documents: [CheckedDocument]
  /// Every document that a stacking rule may name.
  private let others: [PolicyDocument]

  /// The plans of the sound documents.
  package var plans: [Plan] { documents.compactMap(\.plan) }

  /// Reads the vocabulary of a home and every `.md` file of a folder of policy documents.
  ///
  /// - Throws: `Problem` when a file cannot be read or an id stands twice, `FaultyTexts` when the vocabulary has
  ///   faults. Faults of documents are not thrown: they stand in `documents`.
  package init(_ home: Home, policies: String? = nil) throws {
    let files = try Workbench.files(in: policies ?? home.policies, suffix: ".md")
    try self.init(home, documents: files)
  }

  /// The same for single documents, wherever they stand.
  package init(_ home: Home, documents paths: [String]) throws {
    let vocabulary = try Workbench.vocabulary(of: home)
    self.vocabulary = vocabulary
    factsSchema = FactsSchema(vocabulary)
    let sources = try paths.map { try SourceText.read($0) }
    // A document may count benefits of any other of the home.
    let read = sources.compactMap { PolicyDocument.read($0).document }
    let ids = Set(read.map(\.front.id.text))
    let siblings = ((try? Workbench.files(in: home.policies, suffix: ".md")) ?? [])
      .filter { !paths.contains($0) }
      .compactMap { try? SourceText.read($0) }.compactMap { PolicyDocument.read($0).document }
    others = read + siblings.filter { !ids.contains($0.front.id.text) }
    let others = others
    let documents = sources.map { CheckedDocument($0, vocabulary, beside: others) }
    try Workbench.refuseTwins(documents)
    self.documents = try Workbench.amended(documents, vocabulary, beside: others)
  }

  /// - Parameters:
  ///   - vocabulary: by which the documents were compiled.
  ///   - documents: taken through every pass.
  ///   - others: every document that a stacking rule may name.
  init(_ vocabulary: Vocabulary, _ documents: [CheckedDocument], beside others: [PolicyDocument]) {
    self.vocabulary = vocabulary
    factsSchema = FactsSchema(vocabulary)
    self.documents = documents
    self.others = others
  }

  /// The same vocabulary with other plans of the same documents.
  init(_ other: Workbench, _ documents: [CheckedDocument]) {
    vocabulary = other.vocabulary
    factsSchema = other.factsSchema
    self.documents = documents
    others = other.others
  }

  /// An id names one document: benefits, links and stored answers rest on it.
  private static func refuseTwins(_ documents: [CheckedDocument]) throws(Problem) {
    var files: [String: String] = [:]
    for document in documents {
      guard let id = document.id else { continue }
      if let other = files.updateValue(document.source.name, forKey: id) {
        throw Problem(
          Bilingual(
            zh: "\(other) 和 \(document.source.name) 的 id 都是 \(id)",
            en: "\(other) and \(document.source.name) both have the id \(id)"),
          advice: Bilingual(zh: "请给其中一份换一个 id。", en: "Give one of them another id."))
      }
    }
  }

  /// This workbench, when every document is free of errors: rules are not run while a part of them
  /// cannot be read, for then the answers would be incomplete without saying so.
  ///
  /// - Throws: `FaultyTexts` with the errors.
  package func sound() throws(FaultyTexts) -> Workbench {
    let faulty = documents.compactMap(\.errors)
    guard faulty.isEmpty else { throw FaultyTexts(faulty) }
    return self
  }

  /// Takes a document through every pass, its worked examples included.
  package func check(_ source: SourceText) -> CheckedDocument {
    read(source).runningExamples()
  }

  /// Reads and compiles a document, without running its worked examples.
  package func read(_ source: SourceText) -> CheckedDocument {
    CheckedDocument(source, vocabulary, beside: others)
  }

  /// What to put in place of which range, so that every name in the rules of a document stands in
  /// the language.
  ///
  /// - Throws: `FaultyTexts` when the document has errors: then not every name is known.
  package func names(
    in source: SourceText, to language: Language
  ) throws(FaultyTexts) -> [(range: SourceRange, text: String)] {
    let document = CheckedDocument(source, vocabulary, beside: others)
    if let errors = document.errors { throw FaultyTexts([errors]) }
    let names = document.plan?.nameUses ?? []
    let words = document.document?.words ?? []
    return names.map { (range: $0.range, text: language == .zh ? $0.zh : $0.en) }
      + words.map { (range: $0.range, text: $0.forms[language]) }
  }

  /// Reads a facts file.
  ///
  /// - Parameters:
  ///   - source: the JSON text.
  ///   - day: the day of the determination, in place of the one that the file names.
  /// - Returns: the facts, all of them valid.
  /// - Throws: everything that is wrong with them.
  package func facts(
    _ source: SourceText, on day: CivilDate? = nil
  ) throws(DiagnosticsError) -> FactBase {
    try FactsFile.read(source, factsSchema, on: day)
  }

  private static func vocabulary(of home: Home) throws -> Vocabulary {
    let sources = try files(in: home.vocabulary, suffix: ".yaml").map { try SourceText.read($0) }
    let reading = Vocabulary.read(sources)
    guard let vocabulary = reading.vocabulary else { throw FaultyTexts(reading.problems) }
    return vocabulary
  }

  /// Paths of the folder's files with that suffix, by name.
  package static func files(in folder: String, suffix: String) throws(Problem) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Problem(
        Bilingual(zh: "没有 \(folder) 这个目录", en: "there is no folder \(folder)"),
        advice: Bilingual(zh: "请检查路径。", en: "Check the path."))
    }
    let found = names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted()
    guard !found.isEmpty else {
      throw Problem(
        Bilingual(
          zh: "\(folder) 里没有 \(suffix) 文件", en: "the folder \(folder) holds no \(suffix) file"),
        advice: Bilingual(
          zh: "请检查目录是否写对。", en: "Check that this is the folder you mean."))
    }
    return found.map { folder + "/" + $0 }
  }
}

/// Texts with faults that keep anything from being done with them.
package struct FaultyTexts: Error, Sendable {
  package let texts: [DiagnosticsError]

  package init(_ texts: [DiagnosticsError]) { self.texts = texts }
}
