import Core
import Facts
import Foundation
import Import
import Registry
import Testing

@Suite struct TableImportTests {
  private let office: Office
  private let good = """
    id,party,occupation,level,kind,issuedOn
    c1,p1,6-18-01-01,3,skill-level,2019-05-03
    c2,p1,6-18-01-01,2,skill-level,2020-05-03

    """

  init() throws { office = try Office() }

  @Test("rows become records, once") func idempotent() throws {
    let first = try office.importing(good, as: "certificate")
    #expect((first.rows, first.tally.added, first.refusedRows) == (2, 2, 0))
    #expect(first.change?.source == "certificate.csv")
    let second = try office.importing(good, as: "certificate")
    #expect((second.tally.unchanged, second.change) == (2, nil))
    #expect(try office.records().count == 2)
  }

  @Test(
    "headers in either language, line ends of either kind, quotes, blanks, and encodings",
    arguments: [
      "编号,当事人,职业,等级,类型,发证日期,发证机构\nc1,p1,6-18-01-01,3,技能等级,2019-05-03,甲机构\n",
      "party,id,issuedOn,kind,level,occupation,issuer\r\np1,c1,2019-05-03,skill-level,3,6-18-01-01,甲机构",
      "id,party,等级, 职业 ,kind,issuedOn,issuer\n\n\"c1\", p1 ,高级工,6-18-01-01,技能等级,2019-05-03,\"甲机构\",,\n",
    ]) func forms(_ text: String) throws
  {
    let expected = try {
      let office = try Office()
      let facts = """
        {"parties": [{"type": "person", "id": "p1"}], "records": [
          {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01",
           "level": 3, "kind": "skill-level", "issuedOn": "2019-05-03", "issuer": "甲机构"}]}
        """
      _ = try FactsImport.run(Array(facts.utf8), name: "a", into: office.registry)
      return try office.records()
    }()
    for bytes in [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), gb18030(text),
    ] {
      let office = try Office()
      #expect(try office.importing(bytes, as: "证书").faults == [])
      #expect(try office.records() == expected)
    }
  }

  /// The few characters of these tests, in GB18030.
  private func gb18030(_ text: String) -> [UInt8] {
    let converter = Foundation.Process()
    converter.executableURL = URL(filePath: "/usr/bin/iconv")
    converter.arguments = ["-f", "UTF-8", "-t", "GB18030"]
    let (input, output) = (Pipe(), Pipe())
    converter.standardInput = input
    converter.standardOutput = output
    try? converter.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try? input.fileHandleForWriting.close()
    return Array(output.fileHandleForReading.readDataToEndOfFile())
  }

  @Test("empty says nothing, 无 says none, 是 and 否 are told apart") func cells() throws {
    _ = try office.importing(
      """
      id,party,单位,from,to,一线,全职
      e1,p1,无,2015-01-01,无,是,否
      e2,p1,,2015-01-01,,,
      """, as: "employment")
    let expected = try {
      let office = try Office()
      let facts = """
        {"parties": [{"type": "person", "id": "p1"}], "records": [
          {"type": "employment", "party": "p1", "id": "e1", "employer": null,
           "from": "2015-01-01", "to": null, "frontLine": true, "fullTime": false},
          {"type": "employment", "party": "p1", "id": "e2", "from": "2015-01-01"}]}
        """
      _ = try FactsImport.run(Array(facts.utf8), name: "a", into: office.registry)
      return try office.records()
    }()
    #expect(try office.records() == expected)
  }

  @Test("a value called 无 is that value; lists stand as JSON") func indicators() throws {
    let report = try office.importing(
      """
      party,year,name,value
      o1,2023,trainingFunds,无
      o1,2023,prizes,"[{""level"": ""city"", ""prize"": 1}]"
      o1,2023,hrUnit,是
      o1,2023,trainedShare,0.357
      """, as: "indicator")
    #expect(report.faults == [])
    #expect(report.tally.added == 4)
  }

  @Test("a corrected row replaces what was known, and the past stays") func corrected() throws {
    let before = try #require(office.importing(good, as: "certificate").change)
    let report = try office.importing(
      good.replacing(",2,skill", with: ",1,skill"), as: "certificate")
    #expect((report.tally.corrected, report.tally.unchanged) == (1, 1))
    #expect(try office.registry.touched(after: before.number).parties == ["p1"])
  }

  private let mixed = """
    id,party,occupation,level,kind,issuedOn
    c1,p1,6-18-01-01,3,skill-level,2019-05-03
    c2,p1,6-18-01-01,9,skill-level,2019-02-30
    c3,p9,6-18-01-01,3,skill-level,2019-05-03
    c4,p1,6-18-01-01,3
    c5,p1,"6-18"-01-01,3,skill-level,2019-05-03
    c1,p1,6-18-01-01,4,skill-level,2019-05-03
    """

  @Test("bad rows are told by line and column, and the good ones stay") func keepGood() throws {
    let report = try office.importing(mixed, as: "certificate")
    #expect((report.rows, report.tally.added, report.refusedRows) == (6, 1, 5))
    #expect(
      report.faults.map(\.text.en) == [
        """
        line 3, column 4 (level): FACT008: 9 does not lie between 1 and 5. Check the figure and its \
        unit.
        """,
        """
        line 3, column 6 (issuedOn): FACT007: there is no day 2019-02-30. Check it against the \
        calendar.
        """,
        "line 4: REG005: the registry has no party \"p9\". Import the party first, or correct the id.",
        """
        line 5: IMP006: the header has 6 columns, this row has 4. Add or remove commas; a text that \
        holds commas goes between quotes.
        """,
        """
        line 6, column 3 (occupation): IMP007: there is text behind the closing quote. A quote \
        within a cell is written twice.
        """,
        """
        line 7: REG008: certificate "c1" comes twice at once and says different things. Keep the \
        right one only.
        """,
      ])
    #expect(
      report.faults.map(\.text.zh) == [
        "第 3 行第 4 列（level） FACT008：9 不在 1 至 5 之间。请核对数值和单位。",
        "第 3 行第 6 列（issuedOn） FACT007：没有 2019-02-30 这一天。请核对日历。",
        "第 4 行 REG005：登记库里没有编号为“p9”的当事人。请先导入这个当事人，或改正编号。",
        "第 5 行 IMP006：表头有 6 列，这一行有 4 列。请补齐或删去多余的逗号；含逗号的文字要加引号。",
        "第 6 行第 3 列（occupation） IMP007：引号闭合后还有文字。单元格内的引号要写两遍。",
        "第 7 行 REG008：certificate“c1”在同一批里出现两次，内容不同。请只留正确的一条。",
      ])
    #expect(try office.records().count == 1)
  }

  @Test("all or nothing: nothing, and the same verdicts") func allOrNothing() throws {
    let report = try office.importing(mixed, as: "certificate", mode: .allOrNothing)
    #expect((report.tally.added, report.refusedRows, report.change) == (1, 5, nil))
    #expect(try office.records() == [])
  }

  @Test("a trial gives exactly the verdicts of the real run", arguments: [0, 1])
  func trial(_ before: Int) throws {
    if before > 0 { _ = try office.importing(good, as: "certificate") }
    let known = try office.records()
    let trial = try office.importing(mixed, as: "certificate", isTrial: true)
    #expect(try office.records() == known)
    let real = try office.importing(mixed, as: "certificate")
    #expect(trial.faults == real.faults)
    #expect(trial.tally == real.tally)
    #expect(trial.refused == real.refused)
  }

  @Test("refused rows come as a file, which can be corrected and imported again")
  func refusedFile() throws {
    let refused = try #require(office.importing(mixed, as: "certificate").refused)
    let text = String(decoding: refused.dropFirst(3), as: UTF8.self)
    let lines = text.split(separator: "\r\n").map(String.init)
    #expect(lines[0] == "id,party,occupation,level,kind,issuedOn,原因 reason (certificate)")
    #expect(
      lines[1] == """
        c2,p1,6-18-01-01,9,skill-level,2019-02-30,level: 9 不在 1 至 5 之间 9 does not lie between 1 \
        and 5; issuedOn: 没有 2019-02-30 这一天 there is no day 2019-02-30
        """)
    let mended = [
      lines[0], lines[1].replacing(",9,", with: ",2,").replacing("02-30,", with: "02-28,"),
    ]
    let again = try office.importing(mended.joined(separator: "\n"), as: "certificate")
    #expect((again.tally.added, again.faults) == (1, []))
    // Refused once more, a row has its new reason only.
    let twice = try #require(
      office.importing(lines[0] + "\n" + lines[1], as: "certificate").refused)
    #expect(twice == Array(refused.prefix(3)) + Array((lines[0] + "\r\n" + lines[1] + "\r\n").utf8))
  }

  @Test("catalogues are imported by row, each with all its fields") func catalogue() throws {
    let report = try office.importing(
      """
      地区,年度,职业
      330300,2019,6-18-01-01
      330300,2019,
      """, as: "shortage-occupations")
    #expect(report.tally.added == 1)
    #expect(
      report.faults.map(\.text.en) == [
        "line 3: FACT004: occupation is missing. Add occupation."
      ])
  }

  @Test("check digits of identity numbers and credit codes") func checkDigits() throws {
    let report = try office.importing(
      "编号,身份证号\np2,330302199001010013\np3,330302199001010014\n", as: "劳动者")
    #expect(report.tally.added == 1)
    #expect(report.faults.map(\.code) == ["FACT017"])
  }

  @Test("progress goes up to the end") func progress() throws {
    let rows = (1...6000).map { "c\($0),p1,\($0 % 5 + 1)" }.joined(separator: "\n")
    let table = TableImport(
      into: office.registry, try TableReader.Subject(fileNamed: "certificate", office.vocabulary))
    var seen: [ImportProgress] = []
    _ = try table.run(Array("id,party,level\n\(rows)".utf8), name: "a") { seen.append($0) }
    #expect(seen.map(\.rows) == [5000, 6000])
    #expect(seen.map(\.permille).last == 1000)
    #expect(seen.allSatisfy { $0.remaining != nil })
  }
}
