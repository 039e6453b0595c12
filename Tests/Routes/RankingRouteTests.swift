import Core
import HTTP
import LocalValues
import Testing

@testable import Routes

/// The ranking as a page: what the engine says of an entrant, and what regions have set, goes into it.
@Suite("Ranking page")
struct RankingRouteTests {
  private let town: RankedTown

  init() throws { town = try RankedTown(Self.facts) }

  private static let facts = """
    {"on": "2025-12-31", "parties": [
      {"type": "organisation", "id": "w0", "name": "样一厂", "kind": "enterprise", "region": "330502"},
      {"type": "organisation", "id": "w1", "name": "样二厂", "kind": "enterprise", "region": "330502"},
      {"type": "organisation", "id": "w2", "name": "样三厂", "kind": "enterprise", "region": "330502"},
      {"type": "organisation", "id": "w3", "name": "样学校", "kind": "training-institution",
       "region": "330502"},
      {"type": "organisation", "id": "w4", "name": "样四厂", "kind": "enterprise", "region": "330502"},
      {"type": "organisation", "id": "w5", "name": "外地厂", "kind": "enterprise", "region": "330503"}],
     "records": [
      {"type": "selection", "party": "w0", "id": "x0", "year": 2025, "reviewScore": 95},
      {"type": "selection", "party": "w1", "id": "x1", "year": 2025, "reviewScore": 94},
      {"type": "selection", "party": "w2", "id": "x2", "year": 2025, "reviewScore": 85},
      {"type": "selection", "party": "w3", "id": "x3", "year": 2025, "reviewScore": 99},
      {"type": "selection", "party": "w4", "id": "x4", "year": 2025, "reviewScore": 98,
       "result": "rejected"},
      {"type": "selection", "party": "w5", "id": "x5", "year": 2025, "reviewScore": 97},
      {"type": "indicator", "party": "w0", "year": 2025, "name": "arbitrationCases", "value": 11},
      {"type": "indicator", "party": "w1", "year": 2024, "name": "arbitrationCases", "value": 11},
      {"type": "indicator", "party": "w1", "year": 2025, "name": "arbitrationCases", "value": 0}]}
    """

  /// The ranking of 2025 with these values set in regions.
  private func rows(_ language: String, _ values: [LocalValue] = []) throws -> (Visitor, [String]) {
    let visitor = Visitor(try town.site(values))
    try visitor.get("/\(language)/scores/wuxing-2024-32/ranking?year=2025")
    #expect(visitor.status == .ok)
    let body = visitor.page.split(separator: "<tbody>").last.map(String.init) ?? ""
    let rows = body.split(separator: "</tr>").dropLast().map { row in
      row.replacing(/<a class="why".*?<\/a>/, with: "").replacing(/<[^>]*>/, with: " ").split {
        $0.isWhitespace
      }.joined(separator: " ")
    }
    return (visitor, rows)
  }

  private func value(
    _ text: String, of name: String = "及格线", from: String? = nil, in region: String = "330502"
  ) -> LocalValue {
    LocalValue(
      document: "wuxing-2024-32", name: name, region: region, from: from.flatMap { CivilDate($0) },
      to: nil, text: text, reason: Bilingual("样例"), by: "样甲", cites: nil,
      origin: .registry(number: 1, since: CivilDate(dayNumber: 0)))
  }

  @Test("Who is vetoed, not eligible or rejected has no rank and takes nobody's place")
  func bars() throws {
    let (visitor, rows) = try rows("zh")
    #expect(
      rows == [
        "1 样二厂 优秀示范 94 – –", "2 样三厂 优秀示范 85 – –",
        "– 样学校 不符合条件 是企业 99 – –", "– 样四厂 – 98 – 未入选",
        "– 样一厂 一票否决 当年劳动仲裁案件超过 10 件 95 – –",
      ])
    #expect(visitor.page.contains("60 分以上"))
    #expect(!visitor.page.contains("地方另定"))
    #expect(!visitor.page.contains("外地厂"))
    #expect(
      visitor.page.contains(
        "/zh/scores/wuxing-2024-32/selection-score?party=w1&amp;year=2025"))
  }

  @Test("What a region has set is the mark there, from its day on")
  func local() throws {
    let (visitor, rows) = try rows("zh", [value("93")])
    #expect(rows.first == "1 样二厂 优秀示范 94 – –")
    #expect(rows.dropFirst().first == "2 样三厂 未到及格线 及格线 93 分 85 – –")
    #expect(visitor.page.contains("93 分以上（文件写 60，地方另定）"))
    #expect(visitor.page.contains("80 分以上"))
    let (later, same) = try self.rows(
      "en", [value("93", from: "2026-01-01"), value("90", of: "优秀线")])
    #expect(same.dropFirst().first == "2 样三厂 Selected 85 – –")
    #expect(later.page.contains("from 60 points"))
    #expect(later.page.contains("from 90 points (80 in the document, set locally)"))
  }
}
