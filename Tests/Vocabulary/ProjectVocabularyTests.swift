import Core
import Testing
import Vocabulary

@Suite("The project's vocabulary")
struct ProjectVocabularyTests {
  let vocabulary: Vocabulary

  init() throws {
    let reading = Vocabulary.read(try ProjectVocabulary.sources())
    for problem in reading.problems {
      for diagnostic in problem.diagnostics {
        Issue.record("\(diagnostic.rendered(in: problem.source, .en))")
      }
    }
    vocabulary = try #require(reading.vocabulary)
  }

  @Test(
    "every type has its fields",
    arguments: [
      (
        "person", "劳动者",
        "name idNumber gender birthDate education fullTimeEducation region registeredRegion phone"
      ),
      ("organisation", "单位", "name uscc kind region industry aboveScale"),
      ("household", "家庭", "region members lowIncome perCapitaIncome"),
      ("certificate", "证书", "occupation level kind issuedOn issuer number"),
      (
        "employment", "就业",
        "employer from to post frontLine contractFrom contractTo fullTime ladderGrade titleAllowance"
      ),
      ("insurance", "参保", "scheme from to region"),
      ("wage", "工资", "employer year amount skillAllowance"),
      ("training", "培训", "institution employer course occupation level kind from to hours cost"),
      ("apprenticeship", "学徒", "employer institution from to feePaid year joined"),
      ("award", "奖项", "series contest rank name level grantedOn achievement"),
      (
        "relocation", "引进",
        "employer fromRegion arrivedOn contractMonths fullTime confirmed talentClass"
      ),
      ("settlement", "安家", "kind on price months jointCheck"),
      ("commendation", "表彰", "name grantedOn"),
      ("company-commendation", "单位表彰", "name grantedOn"),
      ("grade", "八级工", "occupation grade grantedOn employer"),
      ("rating", "星级", "scheme stars year grantedOn"),
      ("account", "收款账户", "bank number holder from to"), ("title", "职称", "grade field grantedOn"),
      ("claim", "已享受", "benefit subject caseNumber on amount"),
      ("hire", "招用", "person on preJobHours"),
      ("studio", "大师工作室", "leader level foundedOn"),
      ("base", "实训基地", "level industryCategory foundedOn open"),
      ("demonstration", "示范", "level grantedOn"), ("contest", "竞赛", "class on cost"),
      ("seminar", "研修", "kind on participants cost lecturersFrom otherLecturersFrom inPlan"),
      ("standard", "国家职业标准", "status on"), ("evaluation", "考评", "of year score rating"),
      ("selection", "遴选", "scheme year selfScore reviewScore result scores"),
      ("equityPlan", "股权激励", "form from persons share"), ("indicator", "指标", "year name value"),
    ])
  func types(_ id: String, _ chinese: String, _ fields: String) throws {
    let type = try #require(vocabulary.type(id))
    #expect(vocabulary.typeIndex(chinese) == vocabulary.typeIndex(id))
    #expect(type.fields.map(\.id).joined(separator: " ") == fields)
  }

  @Test(
    "names that policy documents use",
    arguments: [
      ("证书", "等级", "level"), ("证书", "发证日期", "issuedOn"), ("证书", "职业", "occupation"),
      ("就业", "单位", "employer"), ("就业", "起", "from"), ("就业", "止", "to"),
      ("参保", "险种", "scheme"), ("单位", "类型", "kind"),
    ])
  func chineseNames(_ type: String, _ field: String, _ id: String) throws {
    let type = try #require(vocabulary.type(type))
    #expect(type.fieldIndex(field).map { type.fields[$0].id } == id)
  }

  @Test("open sources") func openSources() {
    let open = vocabulary.types.filter { $0.source != .complete }
    #expect(open.map(\.id).sorted() == ["employment", "indicator", "insurance", "wage"])
    #expect(vocabulary.type("insurance")?.source == .open(per: "scheme"))
  }

  @Test("what absence means") func absence() throws {
    var openEnded: [String] = []
    var none: [String] = []
    for type in vocabulary.types {
      for field in type.fields where field.absence != .unknown {
        if field.absence == .none {
          none.append("\(type.id).\(field.id)")
        } else {
          openEnded.append("\(type.id).\(field.id)")
        }
      }
    }
    #expect(
      none == [
        "seminar.otherLecturersFrom", "selection.result", "employment.ladderGrade",
        "employment.titleAllowance",
        "relocation.talentClass",
      ])
    #expect(openEnded.allSatisfy { $0.hasSuffix(".to") })
    let spells = vocabulary.types.filter { $0.spell != nil }
    #expect(openEnded.count == spells.count)
  }

  @Test("every record is dated") func events() {
    let records = vocabulary.types.filter { $0.role != .party }
    #expect(records.filter { $0.event == nil }.map(\.id) == [])
  }

  @Test(
    "the catalogues",
    arguments: [
      ("shortage-occupations", "region year occupation", "region year"),
      ("appraisal-standards", "occupation level amount", ""), ("working-days", "date kind", ""),
      ("wage-guidance", "region year occupation level percentile amount", "region year"),
    ])
  func catalogues(_ id: String, _ fields: String, _ edition: String) throws {
    let catalogue = try #require(vocabulary.catalogue(id))
    #expect(catalogue.fields.map(\.id).joined(separator: " ") == fields)
    #expect(catalogue.edition.joined(separator: " ") == edition)
  }

  @Test("every indicator has a type of its own") func indicators() throws {
    let indicator = try #require(vocabulary.type("indicator"))
    guard case .enumeration(let names) = indicator.fields[1].type,
      case .varying(by: "name", let cases) = indicator.fields[2].type
    else {
      Issue.record("name is no enumeration or value does not vary by it")
      return
    }
    #expect(names.count == 38)
    #expect(Set(names.map(\.id)) == Set(cases.keys))
  }

  @Test(
    "an indicator has the unit of its own type",
    arguments: [
      ("skillAllowance", "元", "yuan"), ("apprenticesTrained", "人", "persons"),
      ("trainedShare", nil, nil),
    ])
  func units(_ indicator: String, _ zh: String?, _ en: String?) throws {
    let index = try #require(vocabulary.typeIndex("indicator"))
    let view = try #require(vocabulary.yearlyView(ofType: index).flatMap { vocabulary.type($0) })
    let field = try #require(view.fields.first { $0.id == indicator })
    #expect((field.unit?.zh, field.unit?.en) == (zh, en))
  }

  @Test("claims and accounts belong to organisations too") func shared() {
    let shared = vocabulary.types.filter { $0.role == .record(of: "person") }
      .filter { $0.canBelong(to: "organisation") }
    #expect(shared.map(\.id) == ["account", "claim"])
  }

  @Test("questions are questions, in both languages") func questions() {
    let questions = vocabulary.types.flatMap { $0.fields.compactMap(\.question) }
    #expect(questions.count > 80)
    for question in questions {
      #expect(question.zh.contains("？"), "\(question.zh)")
      #expect(question.en.contains("?") || question.en.contains("enter"), "\(question.en)")
    }
  }

  @Test("what names a person or an account is marked so") func sensitivity() throws {
    let identity = vocabulary.types.flatMap { type in
      type.fields.filter { $0.sensitivity == .identity }.map { "\(type.id).\($0.id)" }
    }
    #expect(
      identity == [
        "person.idNumber", "person.phone", "account.bank", "account.number", "account.holder",
        "account.from",
        "account.to",
      ])
    let person = try #require(vocabulary.type("person"))
    #expect(person.fields.allSatisfy { $0.sensitivity != .public })
  }
}
