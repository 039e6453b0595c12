import Core
import PolicyDocument
import TestSupport
import Testing

@Suite("Documents and what is said about them")
struct CorpusTests {
  @Test("A bad document gets exactly these diagnostics", arguments: Corpus("bad").names)
  func bad(_ name: String) throws {
    let corpus = Corpus("bad")
    let source = try corpus.source(name)
    let rendered = PolicyDocument.read(source).diagnostics.rendered(in: source)
    #expect(try rendered == corpus.expected(name, now: rendered))
  }

  @Test("A good document reads as this and without a word", arguments: Corpus("good").names)
  func good(_ name: String) throws {
    let corpus = Corpus("good")
    let (document, diagnostics) = PolicyDocument.read(try corpus.source(name))
    #expect(diagnostics.map(\.code) == [])
    let outline = try #require(document).outline
    #expect(try outline == corpus.expected(name, now: outline))
  }

  @Test(
    "Published documents are free of faults",
    arguments: (try? ProjectFiles.names(in: "Policies", suffix: ".md")) ?? [])
  func published(_ path: String) throws {
    let source = try ProjectFiles.source(path)
    #expect(PolicyDocument.read(source).diagnostics.map { $0.rendered(in: source, .en) } == [])
  }

  @Test("The numbers of the codes that bad documents show have no gap")
  func everyCode() throws {
    let corpus = Corpus("bad")
    var codes: Set<String> = []
    for name in corpus.names {
      let shown = PolicyDocument.read(try corpus.source(name)).diagnostics.map(\.code)
      codes.formUnion(shown.filter { $0.hasPrefix("POL") })
    }
    let numbers = codes.compactMap { Int($0.dropFirst("POL".count)) }.sorted()
    let count = try #require(numbers.last)
    #expect(numbers == Array(1...count))
  }
}
