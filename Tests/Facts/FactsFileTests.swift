import Core
import FEEL
import Facts
import Testing
import Vocabulary

@Suite("Facts files")
struct FactsFileTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try #require(ProjectVocabulary.vocabulary) }

  private func read(_ text: String, on: CivilDate? = nil) throws -> FactBase {
    try FactsFile.read(
      SourceText(name: "facts.json", text: text), FactsSchema(vocabulary), on: on)
  }

  static let example = """
    {"on": "2020-06-30", "region": "330300",
     "parties": [{"type": "person", "id": "p1", "region": "330300"}],
     "records": [
      {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
       "kind": "skill-level", "issuedOn": "2019-05-03"},
      {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01",
       "to": "2018-12", "region": "330300"}],
     "catalogues": {"shortage-occupations":
      [{"region": "330300", "year": 2019, "occupation": "6-18-01-01"}]}}
    """

  static let chinese = """
    {"认定日": "2020-06-30", "地区": "330300",
     "当事人": [{"种类": "劳动者", "编号": "p1", "所在地区": "330300"}],
     "记录": [
      {"种类": "证书", "当事人": "p1", "编号": "c1", "职业": "6-18-01-01", "等级": "3",
       "类型": "技能等级", "发证日期": "2019-05-03"},
      {"种类": "参保", "当事人": "p1", "险种": "失业", "起": "2016-01", "止": "2018-12",
       "参保地区": "330300"}],
     "目录": {"紧缺职业目录": [{"地区": "330300", "年度": 2019, "职业": "6-18-01-01"}]}}
    """

  @Test("the example, in English and in Chinese", arguments: [example, chinese])
  func whole(_ text: String) throws {
    let facts = try read(text)
    #expect(facts.on.description == "2020-06-30")
    #expect(facts.region == "330300")
    #expect(facts.parties.map { $0.drawn(vocabulary) } == ["person p1: region=330300"])
    #expect(
      facts.records.map { $0.drawn(vocabulary) } == [
        "certificate c1 of p1: occupation=6-18-01-01 level=3 kind=skill-level issuedOn=2019-05-03",
        "insurance of p1: scheme=unemployment from=2016-01-01 to=2018-12-01 region=330300",
      ])
    #expect(facts.catalogues["shortage-occupations"]?.map(\.drawn) == ["330300 2019 6-18-01-01"])
    let insurance = try #require(vocabulary.typeIndex("insurance"))
    #expect(facts.positions(of: insurance, party: "p1") == [1])
    #expect(facts.positions(withID: "c1") == [0])
  }

  @Test("the caller's day wins") func day() throws {
    let day = try #require(CivilDate("2024-02-29"))
    #expect(try read(Self.example, on: day).on == day)
    #expect(try read("{}", on: day).on == day)
  }

  @Test(
    "values of fields",
    arguments: [
      ("wage", #""amount": 0.10"#, "amount=0.1"), ("wage", #""amount": "12.50""#, "amount=12.5"),
      ("wage", #""amount": null"#, "amount=∅"), ("wage", #""amount": 1e3"#, "amount=1000"),
      ("relocation", #""talentClass": "none""#, "talentClass=∅"),
      ("relocation", #""talentClass": "无""#, "talentClass=∅"),
      ("relocation", #""talentClass": "B""#, "talentClass=B"),
      ("relocation", #""talentClass": "C类""#, "talentClass=C"),
      ("relocation", #""fullTime": false"#, "fullTime=false"),
      ("grade", #""grade": 3"#, "grade=3"), ("grade", #""grade": "special""#, "grade=special"),
      ("insurance", #""from": "2016-02""#, "from=2016-02-01"),
      ("employment", #""employer": "elsewhere""#, "employer=elsewhere"),
      ("employment", #""from": "2016-02-29", "to": null"#, "from=2016-02-29 to=∅"),
      ("certificate", #""occupation": "6-18-01-01-02""#, "occupation=6-18-01-01-02"),
      // Costs may be finer than 分; the series of awards is an open list; contests have many ranks.
      ("wage", #""amount": "8000.025""#, "amount=8000.025"),
      ("award", #""series": "craftsman""#, "series=craftsman"),
      ("award", #""series": "竞赛", "rank": 12"#, "series=contest rank=12"),
    ])
  func values(_ type: String, _ fields: String, _ expected: String) throws {
    let facts = try read(
      """
      {"on": "2020-06-30", "parties": [{"type": "person", "id": "p"}],
       "records": [{"type": "\(type)", "party": "p", \(fields)}]}
      """)
    #expect(facts.records.first?.drawn(vocabulary) == "\(type) of p: \(expected)")
  }

  @Test(
    "indicators have the type that their name says",
    arguments: [
      (#""name": "hrUnit", "value": true"#, "name=hrUnit value=true"),
      (#""value": 0.41, "name": "highSkilledShare""#, "name=highSkilledShare value=0.41"),
      (#""name": "培训经费", "value": "足额""#, "name=trainingFunds value=full"),
      (#""name": "baseLevel", "value": "none""#, "name=baseLevel value=none"),
      (
        #""name": "honours", "value": [{"person": "a", "level": "市"}, {}]"#,
        "name=honours value=[{person=a level=city}, {}]"
      ),
      (
        #""name": "scienceAwards", "value": [{"prize": null, "coWinner": true}]"#,
        "name=scienceAwards value=[{prize=∅ coWinner=true}]"
      ),
      (#""name": "standards", "value": []"#, "name=standards value=[]"),
    ])
  func indicators(_ fields: String, _ expected: String) throws {
    let facts = try read(
      """
      {"on": "2025-06-30", "parties": [{"type": "organisation", "id": "e"}],
       "records": [{"type": "indicator", "party": "e", "year": 2025, \(fields)}]}
      """)
    #expect(facts.records.first?.drawn(vocabulary) == "indicator of e: year=2025 \(expected)")
  }

  @Test("two persons may call their records the same") func idsPerParty() throws {
    let facts = try read(
      """
      {"on": "2020-06-30",
       "parties": [{"type": "person", "id": "p"}, {"type": "person", "id": "q"}],
       "records": [{"type": "employment", "party": "p", "id": "j1"},
        {"type": "employment", "party": "q", "id": "j1"}]}
      """)
    #expect(facts.records.count == 2)
  }

  @Test("references in circles are harmless") func circles() throws {
    let facts = try read(
      """
      {"on": "2020-06-30",
       "parties": [{"type": "person", "id": "p"}, {"type": "organisation", "id": "o"}],
       "records": [{"type": "evaluation", "party": "o", "id": "x", "of": "b"},
        {"type": "base", "party": "o", "id": "b"}, {"type": "studio", "party": "o", "leader": "p"},
        {"type": "hire", "party": "o", "person": "p"},
        {"type": "employment", "party": "p", "employer": "o"}]}
      """)
    #expect(facts.records.count == 5)
  }
}

extension Record {
  /// Type, id and the fields that are there.
  func drawn(_ vocabulary: Vocabulary) -> String {
    let schema = vocabulary.types[type]
    let fields = zip(schema.fields, values).compactMap { field, value in
      value.drawn.map { "\(field.id)=\($0)" }
    }
    let head = [schema.id, id, party.map { "of " + $0 }].compactMap { $0 }
    return head.joined(separator: " ") + ": " + fields.joined(separator: " ")
  }
}

extension [FactValue] {
  var drawn: String { compactMap(\.drawn).joined(separator: " ") }
}

extension FactValue {
  var drawn: String? {
    switch self {
    case .missing: nil
    case .none: "∅"
    case .known(let value): value.drawn
    }
  }
}

extension Value {
  fileprivate var drawn: String {
    switch self {
    case .null: "∅"
    case .boolean(let value): "\(value)"
    case .number(let value): value.description
    case .string(let value): value
    case .date(let value): value.description
    case .list(let values): "[" + values.map(\.drawn).joined(separator: ", ") + "]"
    case .context(let context):
      "{" + context.entries.map { "\($0.key)=\($0.value.drawn)" }.joined(separator: " ") + "}"
    default: "?"
    }
  }
}
