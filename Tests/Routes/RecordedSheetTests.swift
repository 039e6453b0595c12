import HTTP
import Testing

@testable import Routes

/// Score sheets of enterprises that the registry knows.
@Suite("Score sheets from the registry")
struct RecordedSheetTests {
  private static let facts = """
    {"on": "2025-12-31", "parties": [
      {"type": "organisation", "id": "w 0", "name": "样一厂", "kind": "enterprise",
       "region": "330502"}],
     "records": [
      {"type": "selection", "party": "w 0", "id": "x0", "year": 2025, "selfScore": 3,
       "reviewScore": 2.5, "scores": [
         {"item": "X1.1", "self": 2, "review": 1.5, "evidence": "任命文件"},
         {"item": "X2.1", "self": 3, "review": 4},
         {"item": "X6.4", "self": 0, "evidence": "没有 <研究院>"}]},
      {"type": "selection", "party": "w 0", "id": "x1", "year": 2024,
       "scores": [{"item": "X1.1", "self": 1}]},
      {"type": "indicator", "party": "w 0", "year": 2024, "name": "apprenticesTrained", "value": 7},
      {"type": "indicator", "party": "w 0", "year": 2025, "name": "apprenticesTrained", "value": 50},
      {"type": "indicator", "party": "w 0", "year": 2025, "name": "technicalShare", "value": 0.61},
      {"type": "indicator", "party": "w 0", "year": 2025, "name": "hrUnit", "value": true},
      {"type": "indicator", "party": "w 0", "year": 2025, "name": "trainingFunds", "value": "full"},
      {"type": "indicator", "party": "w 0", "year": 2025, "name": "studios", "value": []},
      {"type": "indicator", "party": "w 0", "year": 2025, "name": "harmonyLevel", "value": null},
      {"type": "indicator", "party": "w 0", "year": 2025, "name": "wageGrowth", "value": null},
      {"type": "indicator", "party": "w 0", "year": 2025, "name": "prizes",
       "value": [{"level": "nation", "prize": 1}, {"level": "city"}, {"prize": 3}]}]}
    """
  private static let sheet = "/zh/scores/wuxing-2024-32/selection-score"

  private let town: RankedTown

  init() throws { town = try RankedTown(Self.facts) }

  @Test("The form holds what is on record, with the review beside the self score")
  func form() throws {
    let visitor = Visitor(try town.site())
    try visitor.get(Self.sheet + "?party=w%200&year=2025")
    #expect(visitor.status == .ok)
    for text in [
      #"name="f.apprenticesTrained" value="50""#, #"name="f.technicalShare" value="0.61""#,
      #"name="f.prizes.2.prize""#, #"name="s.X1.1" value="2""#, #"value="任命文件""#,
      #"value="没有 &lt;研究院&gt;""#, #"<option value="full" selected>"#, "复核 1.5 分", "比自评低 0.5",
      "复核 4 分", "比自评高 1", #"name="party" value="w 0""#, "/zh/parties/w%200", "自评合计 ",
      "60 % 填 0.6 或 60%", #"<option value="none" selected>无"#,
      #"name="f.wageGrowth" value="none""#,
    ] {
      #expect(visitor.page.contains(text), "\(text)")
    }
    // Of what is known to be none the form says so; what nobody has told stays empty.
    #expect(visitor.page.contains(#"name="f.equityPersons" value="""#))
    try visitor.get(Self.sheet + "?party=w%200&year=2024")
    #expect(visitor.page.contains(#"name="f.apprenticesTrained" value="7""#))
    #expect(!visitor.page.contains("复核 "))
    try visitor.get(Self.sheet + "?party=nobody")
    #expect(visitor.status == .notFound)
  }

  @Test("The result holds points by facts, self score and review together")
  func result() throws {
    let visitor = Visitor(try town.site())
    try visitor.post(
      [
        ("party", "w 0"), ("year", "2025"), ("f.apprenticesTrained", "50"), ("s.X2.1", "2"),
        ("s.X1.1", "2"), ("n.X2.1", "名册"), ("do", "result"),
      ], to: Self.sheet)
    let row = try #require(
      visitor.page.split(separator: "<tr>").first { $0.contains("X2.1 ") })
    let cells = row.split(separator: "</td>").map { cell in
      cell.replacing(/<[^>]*>/, with: " ").split { $0.isWhitespace }.joined(separator: " ")
    }
    #expect(cells.dropFirst().prefix(4) == ["3 比自评高 1", "2", "4 比自评高 2", "名册 需要：培养协议、学徒名册"])
    #expect(visitor.page.contains("复核合计 5.5"))
  }
}
