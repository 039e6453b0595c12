import Core
import DMN
import FEEL
import Foundation
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

@testable import Lint

/// Whole documents: the good ones are silent, the bad ones get exactly what is written beside them.
@Suite("Documents and what the linter says of them") struct DocumentTests {
  @Test("A good document gives no finding", arguments: Corpus("good").names)
  func good(_ name: String) throws {
    let source = try Corpus("good").source(name)
    #expect(try findings(source).map { $0.rendered(in: source, .en) } == [])
  }

  @Test("A bad document gets exactly these findings", arguments: Corpus("bad").names)
  func bad(_ name: String) throws {
    let corpus = Corpus("bad")
    let source = try corpus.source(name)
    let rendered = rendered(try findings(source), in: source)
    #expect(try rendered == corpus.expected(name, now: rendered))
  }

  @Test("A good model gives no finding", arguments: Corpus("good", suffix: ".dmn").names)
  func goodModel(_ name: String) throws {
    let source = try Corpus("good", suffix: ".dmn").source(name)
    #expect(try ofModel(source).map { $0.rendered(in: source, .en) } == [])
  }

  @Test("A bad model gets exactly these findings", arguments: Corpus("bad", suffix: ".dmn").names)
  func badModel(_ name: String) throws {
    let corpus = Corpus("bad", suffix: ".dmn")
    let source = try corpus.source(name)
    let rendered = rendered(try ofModel(source), in: source)
    #expect(try rendered == corpus.expected(name, now: rendered))
  }

  @Test("Every code of the linter is shown by some bad document")
  func everyCode() throws {
    var shown: Set<String> = ["LINT005", "LINT014", "LINT015"]  // in tests of their own
    for name in Corpus("bad").names {
      shown.formUnion(try findings(try Corpus("bad").source(name)).map(\.code))
    }
    #expect(Finding.Code.allCases.map(\.rawValue).filter { !shown.contains($0) } == [])
  }

  private func findings(_ source: SourceText) throws -> [Finding] {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    var (document, diagnostics) = PolicyDocument.read(source)
    let compiled = document.map { Plan.compile($0, vocabulary) }
    diagnostics += compiled?.diagnostics ?? []
    let subject = Linter.Subject(
      source: source, document: document, plan: compiled?.plan, diagnostics: diagnostics)
    return Linter(vocabulary).findings(in: [subject])[0]
  }

  private func ofModel(_ source: SourceText) throws -> [Finding] {
    Linter.findings(in: try DecisionProgram(try DecisionModel.read(source)))
  }

  private func rendered(_ findings: [Finding], in source: SourceText) -> String {
    Language.allCases.map { language in
      findings.map { $0.rendered(in: source, language) + "\n" }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
