import Core
import PolicyDocument
import PolicyPlan
import Testing
import TestSupport

@Suite("Documents that do not compile")
struct BadDocumentTests {
  /// Everything that is said about a document, by the reader and by the compiler.
  private static func diagnostics(_ source: SourceText) throws -> [Diagnostic] {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let (document, faults) = PolicyDocument.read(source)
    let others = try ["wenzhou-2018-242", "huangyan"].compactMap {
      PolicyDocument.read(try ProjectFiles.source("Policies/\($0).md")).document
    }
    return faults
      + (document.map { Plan.compile($0, vocabulary, beside: others).diagnostics } ?? [])
  }

  @Test("A bad document gets exactly these diagnostics", arguments: Corpus("bad").names)
  func bad(_ name: String) throws {
    let corpus = Corpus("bad")
    let source = try corpus.source(name)
    let rendered = try Self.diagnostics(source).rendered(in: source)
    #expect(try rendered == corpus.expected(name, now: rendered))
  }

  @Test("Every code of the compiler has a document that shows it")
  func everyCode() throws {
    let corpus = Corpus("bad")
    var shown: Set<String> = []
    for name in corpus.names {
      shown.formUnion(try Self.diagnostics(corpus.source(name)).map(\.code))
    }
    var known: Set<String> = []
    for path in try ProjectFiles.names(in: "Sources/Policy/Plan", suffix: ".swift") {
      let text = try ProjectFiles.source(path).text
      known.formUnion(text.matches(of: /"(PLN\d+)"/).map { String($0.1) })
    }
    #expect(known.subtracting(shown).sorted() == [])
    #expect(shown.filter { $0.hasPrefix("PLN") }.subtracting(known).sorted() == [])
  }
}
