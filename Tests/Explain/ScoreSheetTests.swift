import Core
import Determination
import Explain
import Facts
import PolicyPlan
import Testing
import TestSupport

/// Score sheets over indicators of a year, one small sheet at a time.
@Suite("Items of a score sheet")
struct ScoreSheetTests {
  struct Case: CustomTestStringConvertible {
    var item = "0"
    var loss = "0"
    var veto = "false"
    var year = "认定日.year"
    /// JSON of records, without type and party.
    var facts: [String] = []
    let expected: String

    var testDescription: String { [item, loss, veto, expected].joined(separator: " | ") }
  }

  private static let honour = #""name": "honours", "value": "#

  private static let cases = [
    Case(item: "3.5", expected: "entitled 3.5 A.1=3.5 B.1=0"),
    Case(item: "7", expected: "entitled 4 A.1=4 B.1=0"),
    Case(item: "-7", loss: "-1", expected: "entitled -1 A.1=0 B.1=-1"),
    Case(item: "1", veto: "true", expected: "not-entitled 1 A.1=1 B.1=0"),
    Case(
      item: "当年.学徒培养人数", facts: [#""name": "apprenticesTrained", "value": 3"#],
      expected: "entitled 3 A.1=3 B.1=0"),
    Case(
      item: "当年.学徒培养人数",
      expected: "undetermined ? A.1=? B.1=0 indicator.apprenticesTrained"),
    Case(
      item: "当年.学徒培养人数", veto: "1 = 1",
      expected: "not-entitled ? A.1=? B.1=0"),
    Case(
      item: "1", veto: "当年.领导重视",
      expected: "undetermined 1 A.1=1 B.1=0 indicator.leadershipAttention"),
    Case(
      item: "当年.学徒培养人数", year: "2019", facts: [#""name": "apprenticesTrained", "value": 3"#],
      expected: "undetermined ? A.1=? B.1=0 indicator.apprenticesTrained"),
    Case(
      item: "当年.学徒培养人数", year: "2021", facts: [#""name": "apprenticesTrained", "value": 3"#],
      expected: "undetermined ? A.1=? B.1=0 indicator.apprenticesTrained"),
    Case(
      item: "sum(当年.领军荣誉.荣誉分)", facts: [honour + "[]"],
      expected: "undetermined ? A.1=? B.1=0 FEEL-N23"),
    Case(item: "if 当年.企业研究院 then null else 1", expected: "undetermined ? A.1=? B.1=0 PLN-R09"),
    Case(
      item: "就高合计(当年.领军荣誉.劳动者, 当年.领军荣誉.荣誉分)", facts: [honour + "[]"],
      expected: "entitled 0 A.1=0 B.1=0"),
    Case(
      item: "就高合计(当年.领军荣誉.劳动者, 当年.领军荣誉.荣誉分)", facts: [honour + "null"],
      expected: "entitled 0 A.1=0 B.1=0"),
    Case(
      item: "就高合计(当年.领军荣誉.劳动者, 当年.领军荣誉.荣誉分)",
      facts: [
        honour
          + #"[{"person": "a", "level": "district"}, {"person": "b", "level": "district"}, {"person": "a", "level": "city"}]"#
      ], expected: "entitled 3 A.1=3 B.1=0"),
    Case(
      item: "就高合计(当年.领军荣誉[级别 != \"国家\"].劳动者, 当年.领军荣誉[级别 != \"国家\"].荣誉分)",
      facts: [honour + #"[{"person": "a", "level": "nation"}, {"person": "b", "level": "city"}]"#],
      expected: "entitled 2 A.1=2 B.1=0"),
    Case(
      item: "就高合计(当年.领军荣誉.劳动者, 当年.领军荣誉.荣誉分)",
      facts: [honour + #"[{"person": "a"}, {"person": "b", "level": "city"}]"#],
      expected: "undetermined ? A.1=? B.1=0 indicator.honours.level"),
    Case(
      item: "if some 荣誉 in 当年.领军荣誉 satisfies 荣誉.荣誉分 = 2 then 1 else 0",
      facts: [honour + #"[{"person": "a"}, {"person": "b", "level": "city"}]"#],
      expected: "entitled 1 A.1=1 B.1=0"),
    Case(loss: "2", expected: "undetermined ? A.1=0 B.1=? PLN-R08"),
    Case(
      item: "if 机构.规上 = null then null else 1",
      expected: "undetermined ? A.1=? B.1=0 organisation.aboveScale"),
  ]

  @Test("Points, limits, vetoes and what is missing", arguments: cases)
  func points(_ one: Case) throws {
    let scene = try Scene(
      "score", ["ITEM": one.item, "LOSS": one.loss, "VETO": one.veto, "YEAR": one.year])
    let records = (one.facts + [#""name": "institute", "value": true"#]).map {
      #"{"type": "indicator", "party": "e1", "year": 2020, \#($0)}"#
    }
    let text = #"""
      {"on": "2020-12-31", "parties": [{"type": "organisation", "id": "e1", "region": "330302"}],
       "records": [\#(records.joined(separator: ", "))]}
      """#
    let facts = try FactsFile.read(
      SourceText(name: "facts.json", text: text), FactsSchema(scene.plan.vocabulary))
    let report = ExplainEngine(plans: [scene.plan]).determine(facts)
    let found = try #require(report.determinations.first)
    #expect(Self.line(found) == one.expected, "\(found.doubts)")
    #expect(found.amount == nil && found.gross == nil && found.subject == nil)
    #expect(!report.text(.zh).isEmpty && !report.text(.en).isEmpty)
  }

  private static func line(_ found: Determination) -> String {
    let items = found.score?.items.map { "\($0.id)=\($0.points?.description ?? "?")" } ?? []
    let total = found.score?.total?.description ?? "?"
    let codes = found.doubts.flatMap { note in
      note.matches(of: /(PLN-R0|FEEL-N)\d+/).map { String($0.0) }
    }
    return ([found.outcome.rawValue, total] + items + found.needIDs + codes).joined(separator: " ")
  }

  @Test("The plan prints a sheet, and reads it aloud")
  func printed() throws {
    let scene = try Scene(
      "score",
      [
        "ITEM": "就高合计(当年.领军荣誉.劳动者, 当年.领军荣誉.荣誉分)", "LOSS": "-1 * 当年.劳动仲裁件数",
        "VETO": "当年.劳动仲裁件数 > 10", "YEAR": "认定日.year",
      ])
    let text = scene.plan.text
    #expect(text.contains("each organisation with indicator of the year, by date of determination"))
    #expect(text.contains("score of base 4 and bonus 0"))
    #expect(text.contains("base in 0..4 A.1"))
    #expect(text.contains("table 荣誉分 U"))
    #expect(text.contains("each indicator.honours"))
    guard case .score(let sheet) = scene.plan.benefits[0].payment else { throw NoSheet() }
    let sentence = scene.plan.sentence(for: sheet.items[0].rule.node)
    #expect(sentence.zh == "“当年指标”的领军荣誉按劳动者各取最高的“荣誉分”之和。")
    #expect(
      sentence.en
        == "The sum of each worker’s highest “Points for an honour” in “leading-talent honours” in the year's indicators."
    )
  }

  private struct NoSheet: Error {}
}
