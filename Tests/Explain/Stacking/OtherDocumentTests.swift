import Core
import Determination
import Explain
import Facts
import PolicyDocument
import PolicyPlan
import Testing
import TestSupport

/// Rules that count what other documents give. Both documents pay the same kinds of grant; the
/// second, `beside`, carries the rule.
@Suite("Stacking: several documents")
struct OtherDocumentTests {
  private static let none = "  kind: cap\n  over: [excellent]\n  per: [机构]\n  amount: 99999999"

  /// The two documents, each with a stacking rule.
  private static func engine(first: String = none, second: String) throws -> ExplainEngine {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let text = try Corpus("../Documents").source("stacking").text
    let documents = try [("test", first), ("beside", second)].map { id, rule in
      let text = text.replacing("id: test\n", with: "id: \(id)\n")
        .replacing("STACKING", with: rule)
      return try #require(PolicyDocument.read(SourceText(name: id, text: text)).document)
    }
    return ExplainEngine(
      plans: try documents.map { document in
        let (plan, diagnostics) = Plan.compile(document, vocabulary, beside: documents)
        return try #require(plan, "\(diagnostics.map(\.message.en))")
      })
  }

  private static func answers(_ engine: ExplainEngine, _ lines: [String]) throws -> [String] {
    let vocabulary = engine.plans[0].vocabulary
    let facts = try FactsFile.read(
      FactLines(lines, vocabulary).file(on: "2020-12-31"), FactsSchema(vocabulary))
    return engine.determine(facts).determinations
      .filter { $0.benefit.hasSuffix("/course") || $0.benefit.hasSuffix("/grant") }
      .map { "\($0.benefit) \($0.answer)" }.sorted()
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var first: String = OtherDocumentTests.none
    let second: String
    let facts: [String]
    let answers: [String]
  }

  private static let cap =
    "  kind: cap\n  over: [course, test/course]\n  per: [人]\n  amount: 10000"

  private static let cases = [
    Case(
      testDescription: "a cap over years and programmes", second: cap,
      facts: [
        StackingCase.course("t1", 4000, "2018-01-01"),
        StackingCase.course("t2", 3000, "2020-02-01"),
      ],
      answers: [
        "beside/course t1 entitled 4000.00", "beside/course t2 entitled 2000.00",
        "test/course t1 entitled 4000.00", "test/course t2 entitled 3000.00",
      ]),
    Case(
      testDescription: "the same cap in both: each cuts its own, and together it holds",
      first: "  kind: cap\n  over: [course, beside/course]\n  per: [人]\n  amount: 10000",
      second: cap,
      facts: [
        StackingCase.course("t1", 4000, "2018-01-01"),
        StackingCase.course("t2", 3000, "2020-02-01"),
      ],
      answers: [
        "beside/course t1 entitled 4000.00", "beside/course t2 entitled 2000.00",
        "test/course t1 entitled 4000.00", "test/course t2 entitled 0.00",
      ]),
    Case(
      testDescription: "an open case of the other document",
      second: cap,
      facts: [
        "training t1 cost=9000 from=2018-01-01", StackingCase.course("t2", 3000, "2020-02-01"),
      ],
      answers: [
        "beside/course t1 undetermined ? training.kind",
        "beside/course t2 undetermined ? training.kind",
        "test/course t1 undetermined ? training.kind", "test/course t2 entitled 3000.00",
      ]),
    Case(
      testDescription: "once, there or here",
      second: "  kind: once\n  over: [course, test/grant]\n  per: [人]\n  period: year",
      facts: [
        "certificate c1 level=3 issuedOn=2020-01-01 kind=skill-level",
        StackingCase.course("t1", 3000, "2020-02-01"), StackingCase.course("t2", 100, "2019-02-01"),
      ],
      answers: [
        "beside/course t1 not-entitled", "beside/course t2 entitled 100.00",
        "beside/grant c1 entitled 3000.00", "test/course t1 entitled 3000.00",
        "test/course t2 entitled 100.00", "test/grant c1 entitled 3000.00",
      ]),
    Case(
      testDescription: "what the other document gives bars this one's",
      second: "  kind: blocks\n  over: [test/grant]\n  lower: [course]\n  per: [人]",
      facts: [
        "certificate c1 level=3 issuedOn=2020-01-01 kind=skill-level",
        StackingCase.course("t1", 3000, "2019-02-01"),
      ],
      answers: [
        "beside/course t1 not-entitled", "beside/grant c1 entitled 3000.00",
        "test/course t1 entitled 3000.00", "test/grant c1 entitled 3000.00",
      ]),
  ]

  @Test("A document counts what others give and rules over its own", arguments: cases)
  func several(_ one: Case) throws {
    let engine = try Self.engine(first: one.first, second: one.second)
    #expect(try Self.answers(engine, one.facts) == one.answers)
    #expect(try Self.answers(engine, one.facts.reversed()) == one.answers, "in the other order")
    let turned = ExplainEngine(plans: engine.plans.reversed())
    #expect(try Self.answers(turned, one.facts) == one.answers, "documents in the other order")
  }
}
