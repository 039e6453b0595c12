import Core
import FEEL
import Facts
import PolicyPlan
import Testing
import TestSupport
import Vocabulary

@testable import Explain

/// What may be told about a missing fact.
@Suite("Possible tellings")
struct PossibleTellingsTests {
  /// The tellings of a field of the record of this id, as text.
  private static func tellings(
    _ lines: [String], of name: String, _ id: String, reversed: Bool
  ) throws -> [String] {
    let plan = try Published.plan("Policies/wenzhou-2018-242.md")
    let lines = reversed ? lines.reversed() : lines
    let source = FactLines(lines, plan.vocabulary).file(on: "2020-06-30")
    let facts = try FactsFile.read(source, FactsSchema(plan.vocabulary))
    let position = try #require(facts.positions(withID: id).first)
    let type = facts.records[position].type
    let field = try #require(facts.vocabulary.types[type].fieldIndex(name))
    let possible = PossibleTellings(plan: plan, landmarks: PreparedPlan(plan).landmarks)
    return possible.tellings(
      of: .field(field, of: .record(position), type: type), in: SupposedFacts(facts)
    ).map { "\($0)" }
  }

  @Test(
    "The same however long lists and the records are arranged",
    arguments: [("certificate", "occupation", "c0"), ("claim", "subject", "m0")])
  func order(_ type: String, _ field: String, _ id: String) throws {
    let lists = (1...70).map { "shortage 330300 2019 6-18-01-\($0 < 10 ? "0" : "")\($0)" }
    let records = (1...30).map { "certificate c\($0) level=4" }
    let lines = ["\(type) \(id)"] + lists + records
    let there = try Self.tellings(lines, of: field, id, reversed: false)
    let back = try Self.tellings(lines, of: field, id, reversed: true)
    #expect(there == back)
    #expect(there.count > 20)
  }
}
