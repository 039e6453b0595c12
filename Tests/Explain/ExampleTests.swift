import Core
import Explain
import PolicyDocument
import PolicyPlan
import Testing
import TestSupport

@Suite("Worked examples that do not hold")
struct ExampleTests {
  private static func diagnostics(_ source: SourceText) throws -> [Diagnostic] {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let (document, faults) = PolicyDocument.read(source)
    let compiled = Plan.compile(try #require(document), vocabulary)
    try #require(faults + compiled.diagnostics == [])
    return ExampleRunner(try #require(compiled.plan)).run().diagnostics
  }

  @Test("What is said about them", arguments: Corpus("bad").names)
  func bad(_ name: String) throws {
    let source = try Corpus("bad").source(name)
    let rendered = try Self.diagnostics(source).rendered(in: source)
    #expect(try rendered == Corpus("bad").expected(name, now: rendered))
  }

  @Test("Every code has an example that shows it")
  func everyCode() throws {
    var shown: Set<String> = []
    for name in Corpus("bad").names {
      shown.formUnion(try Self.diagnostics(Corpus("bad").source(name)).map(\.code))
    }
    #expect(shown.sorted() == ["PLN070", "PLN071", "PLN072", "PLN073", "PLN074"])
  }
}
