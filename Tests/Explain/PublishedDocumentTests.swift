import Core
import Explain
import PolicyDocument
import PolicyPlan
import Synchronization
import Testing
import TestSupport

/// The documents under `Policies/`.
enum Published {
  static func names() -> [String] {
    (try? ProjectFiles.names(in: "Policies", suffix: ".md")) ?? []
  }

  /// Compiled once for all tests.
  private static let known = Mutex<[String: Plan]>([:])

  static func plan(_ name: String) throws -> Plan {
    if let plan = known.withLock({ $0[name] }) { return plan }
    let plan = try compiled(name)
    known.withLock { $0[name] = plan }
    return plan
  }

  private static func compiled(_ name: String) throws -> Plan {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    let (document, faults) = PolicyDocument.read(try ProjectFiles.source(name))
    let compiled = Plan.compile(try #require(document), vocabulary)
    try #require(faults + compiled.diagnostics == [])
    return try #require(compiled.plan)
  }
}

@Suite("Published documents")
struct PublishedDocumentTests {
  @Test("Every worked example holds", arguments: Published.names())
  func examples(_ name: String) throws {
    let plan = try Published.plan(name)
    let (passed, diagnostics) = ExampleRunner(plan).run()
    let rendered = diagnostics.rendered(in: plan.document.source)
    #expect(diagnostics.isEmpty, "\(rendered)")
    #expect(passed == plan.document.examples.reduce(0) { $0 + $1.rows.count })
  }
}
