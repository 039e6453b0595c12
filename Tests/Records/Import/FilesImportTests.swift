import Core
import Facts
import Import
import Registry
import Testing
import Vocabulary

/// Several files at once.
@Suite struct FilesImportTests {
  private let office: Office

  init() throws { office = try Office() }

  private func file(_ name: String, _ text: String) throws -> ImportFile {
    let bytes = Array(text.utf8)
    let content = try ImportFile.Content(
      head: bytes, name: name, type: nil, office.vocabulary)
    return ImportFile(name: name, content) { bytes }
  }

  private func importing(
    _ files: [ImportFile], _ mode: ImportMode = .keepGood, isTrial: Bool = false
  ) throws -> [FilesImport.Outcome] {
    var work = FilesImport(into: office.registry)
    work.mode = mode
    work.isTrial = isTrial
    return try work.run(files)
  }

  /// Every kind of fault: of cells, of rows, and of what the registry knows; rows that rest on rows
  /// of other files; and what is added, corrected and unchanged.
  private func everything() throws -> [ImportFile] {
    [
      try file(
        "certificate.csv",
        """
        id,party,occupation,level,kind,issuedOn
        c1,p1,6-18-01-01,3,skill-level,2019-05-03
        c2,p2,6-18-01-01,9,skill-level,2019-02-30
        c3,p9,6-18-01-01,3,skill-level,2019-05-03
        c4,p1,6-18-01-01,3
        c5,p1,"6-18"-01-01,3,skill-level,2019-05-03
        c1,p1,6-18-01-01,4,skill-level,2019-05-03
        c6,p2,6-18,3,skill,2019-05-03
        c7,o1,6-18-01-01,3,skill-level,2019-05-03
        c8,,6-18-01-01,3,skill-level,2019-05-03
        c9,p3,6-18-01-01,2,skill-level,2019-05-03
        """),
      try file(
        "person.csv",
        """
        编号,姓名,身份证号,所在地区
        p2,甲样例,330302199001010013,330302
        p3,乙样例,330302199001010014,330302
        o1,丙样例,,330302
        p2,丁样例,,
        ,戊样例,,
        p4,己样例,,33030
        p1,庚样例,,330302
        """),
      try file(
        "employment.csv",
        """
        party,employer,from,to,frontLine
        p1,o1,2019-01-01,2018-01-01,是
        p1,p2,2019-01-01,,是
        p2,o1,2019-01-01,,也许
        p2,o1,2019-01-01,,是
        p2,o1,2019-01-01,,是
        """),
      try file(
        "indicator.csv",
        """
        party,year,name,value
        o1,2023,,是
        o1,2023,prizes,"[{""level"": ""town""}]"
        o1,2023,hrUnit,是
        """),
      try file(
        "shortage-occupations.csv",
        "地区,年度,职业\n330300,2019,6-18-01-01\n330300,2019,\n330300,1800,6-18-01-01\n"),
      try file(
        "more.json",
        #"{"parties": [{"type": "person", "id": "p5"}], "records": [{"type": "award", "party": "p5"}]}"#
      ),
    ]
  }

  @Test("a trial gives exactly the verdicts of the real run, of every row of every file")
  func trial() throws {
    _ = try importing([
      try file("certificate.csv", "id,party,level\nc1,p1,2\n"),
      try file("employment.csv", "party,employer,from,frontLine\np1,o1,2012-01-01,是\n"),
    ])
    let known = try office.records()
    let changes = try office.registry.changes()
    let trial = try importing(everything(), isTrial: true)
    #expect(try office.records() == known)
    #expect(try office.registry.changes() == changes)
    let refusing = try importing(everything(), .allOrNothing)
    #expect(try office.registry.changes() == changes)
    let real = try importing(everything())
    for other in [trial, refusing] {
      #expect(other.map(\.file.name) == real.map(\.file.name))
      #expect(other.map(\.report.tally) == real.map(\.report.tally))
      #expect(other.map(\.report.faults) == real.map(\.report.faults))
      #expect(other.map(\.report.refused) == real.map(\.report.refused))
      #expect(other.allSatisfy { $0.report.change == nil })
    }
    #expect(
      real.map { Set($0.report.faults.map(\.code)).sorted() } == [
        ["FACT004", "FACT006", "FACT017", "REG006", "REG008"], [],
        [
          "FACT004", "FACT006", "FACT007", "FACT008", "FACT010", "IMP006", "IMP007", "REG005",
          "REG007", "REG008",
        ],
        ["FACT006", "FACT016", "REG012", "REG015"], ["FACT010", "FACT011"], ["FACT004", "FACT008"],
      ])
    // Once more, and all that was good is there.
    let again = try importing(everything())
    #expect(again.allSatisfy { $0.report.tally.added == 0 && $0.report.tally.corrected == 0 })
  }

  @Test("parties come first, whatever the order; each file is a change that names it")
  func order() throws {
    let files = [
      try file("wage.csv", "party,year,amount\nq1,2019,60000\n"),
      try file("working-days.csv", "date,kind\n2020-01-01,holiday\n"),
      try file("person.csv", "id\nq1\n"), try file("person_2.csv", "id\nq1\n"),
      try file("facts.json", #"{"parties": [{"type": "person", "id": "q2"}]}"#),
    ]
    let before = try #require(office.registry.changes().last)
    let outcomes = try importing(files)
    let names = ["person.csv", "person_2.csv", "facts.json", "wage.csv", "working-days.csv"]
    #expect(outcomes.map(\.file.name) == names)
    #expect(outcomes.map { $0.report.change != nil } == [true, false, true, true, true])
    let sources = try office.registry.changes(after: before.number).map(\.source)
    #expect(sources == ["person.csv", "facts.json", "wage.csv", "working-days.csv"])
  }

  private static let faultyFacts = """
    {
      "region": "330300",
      "parties": [
        {"type": "person", "id": "q1", "name": "甲样例"},
        {"type": "person", "id": "q2", "birthDate": "2000-02-30"},
        {"type": "organisation", "id": "p1"}
      ],
      "records": [
        {"type": "certificate", "party": "q1", "id": "k1", "level": 3},
        {"type": "certificate", "party": "q1", "id": "k2", "level": 9, "grade": 1},
        {"type": "certificate", "party": "q2", "id": "k3", "level": 3}
      ],
      "catalogues": {
        "working-days": [{"date": "2020-01-01", "kind": "holiday"}, {"date": "2020-01-02"}]
      }
    }
    """

  @Test(
    "of a facts file the good is kept: each fault is told with its place, and what was refused is a facts file"
  )
  func keptFacts() throws {
    let outcome = try #require(
      try importing([file("facts.json", FilesImportTests.faultyFacts)]).first)
    let report = outcome.report
    #expect([report.rows, report.tally.added, report.refusedRows] == [8, 3, 5])
    #expect(
      report.faults.map { "\($0.line):\($0.column ?? 0) \($0.name ?? "") \($0.code)" } == [
        "5:49 parties[1].birthDate FACT007", "6:5 parties[2] REG006",
        "10:65 records[1].level FACT008", "10:68 records[1].grade FACT002",
        "11:38 records[2].party FACT013",
        "14:65 catalogues.working-days[1] FACT004",
      ])
    #expect(
      report.faults.first?.text.zh
        == "第 5 行第 49 列（parties[1].birthDate） FACT007：没有 2000-02-30 这一天。请核对日历。")
    let refused = try #require(report.refused)
    #expect(
      String(decoding: refused, as: UTF8.self) == """
        {
        "region": "330300",
        "parties": [
          {"type": "person", "id": "q1", "name": "甲样例"},
          {"type": "person", "id": "q2", "birthDate": "2000-02-30"},
          {"type": "organisation", "id": "p1"}
        ],
        "records": [
          {"type": "certificate", "party": "q1", "id": "k2", "level": 9, "grade": 1},
          {"type": "certificate", "party": "q2", "id": "k3", "level": 3}
        ],
        "catalogues": {
        "working-days": [
          {"date": "2020-01-02"}
        ]
        }
        }

        """)
    let mended = String(decoding: refused, as: UTF8.self)
      .replacing("2000-02-30", with: "2000-02-29").replacing("9, \"grade\": 1", with: "4")
      .replacing("\"organisation\", \"id\": \"p1\"", with: "\"organisation\", \"id\": \"q9\"")
      .replacing("\"2020-01-02\"", with: "\"2020-01-02\", \"kind\": \"workday\"")
    let again = try #require(try importing([file("again.json", mended)]).first).report
    #expect([again.refusedRows, again.tally.added, again.tally.unchanged] == [0, 5, 1])
  }

  @Test("a facts file of all or nothing is refused as a whole, with a trial or without")
  func refusedFacts() throws {
    let files = [try file("facts.json", FilesImportTests.faultyFacts)]
    let trial = try #require(try importing(files, isTrial: true).first).report
    for isTrial in [false, true] {
      let report = try #require(
        try importing(files, .allOrNothing, isTrial: isTrial).first
      ).report
      #expect(report.change == nil)
      #expect([report.rows, report.tally.added, report.refusedRows] == [8, 3, 5])
      #expect(report.faults == trial.faults)
      #expect(report.refused == trial.refused)
    }
    #expect(try office.registry.facts(of: "q1", on: CivilDate(dayNumber: 0)) == nil)
  }

  @Test("the last file may change nothing") func lastEmpty() throws {
    let person = try file("person.csv", "id\nq1\n")
    let outcomes = try importing([person, person])
    #expect(outcomes.map { $0.report.change?.number } == [2, nil])
    #expect(try office.registry.changes().count == 2)
    #expect(try importing([person]).first?.report.change == nil)
    #expect(try office.registry.changes().count == 2)
  }

  @Test("a file that cannot be read keeps the others out, in either mode", arguments: [0, 1])
  func unreadable(_ mode: Int) throws {
    let files = [
      try file("person.csv", "id\nq1\n"), try file("wage.csv", "party,salary\nq1,1\n"),
    ]
    #expect(throws: ImportProblem.self) {
      try importing(files, mode == 0 ? .keepGood : .allOrNothing)
    }
    #expect(try office.registry.facts(of: "q1", on: CivilDate(dayNumber: 0)) == nil)
  }

  @Test("files that are too large are told") func large() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: " "), count: ImportFile.largestFacts + 1)
    let file = ImportFile(name: "a.json", .facts) { bytes }
    do {
      _ = try importing([file])
      Issue.record("nothing was refused")
    } catch let problem as ImportProblem {
      #expect(
        "\(problem.code) \(problem.message.zh)。\(problem.advice.zh)"
          == "IMP010 a.json 超过 64 MB。请分成几份；大量的事实请按种类存为 CSV。")
      #expect(
        "\(problem.code) \(problem.message.en). \(problem.advice.en)"
          == """
          IMP010 a.json is larger than 64 MB. Split it; large amounts of facts come as CSV, a file \
          for each type.
          """)
    }
  }

  @Test("a table that is filled is found by every index, in whatever order its rows come")
  func filling() throws {
    let count = 21_000
    let people = (0..<count).map { "w\($0),样例\($0),\(10_000_000_000 + $0)" }
    let text = "id,name,phone\n" + people.joined(separator: "\n")
    let wages = (0..<count).reversed().map { "w\($0),2019,\(50_000 + $0)" }
    let outcomes = try importing([
      try file("person.csv", text),
      try file("wage.csv", "party,year,amount\n" + wages.joined(separator: "\n")),
    ])
    #expect(outcomes.map(\.report.tally.added) == [count, count])
    let again = try importing([
      try file("wage.csv", "party,year,amount\n" + wages.joined(separator: "\n"))
    ])
    #expect(again.first?.report.tally.unchanged == count)
    let person = try #require(office.vocabulary.typeIndex("person"))
    let phone = try #require(office.vocabulary.types[person].fieldIndex("phone"))
    #expect(
      try office.registry.parties(with: "10000020999", inType: person, field: phone)
        == ["w20999"])
  }
}
