import Core
import Cryptography
import Export
import Facts
import Foundation
import Import
import Registry
import TestSupport
import Testing
import Vocabulary

@Suite struct TableExportTests {
  private let temporary: TemporaryFolder
  private let vocabulary: Vocabulary
  private let registry: Registry

  init() throws {
    vocabulary = try #require(ProjectFiles.vocabulary)
    temporary = try TemporaryFolder()
    registry = try Registry.open(
      at: temporary.path("a.db"), keyFile: KeyFile(path: temporary.path("a.key")),
      vocabulary: vocabulary)
    let facts = """
      {"parties": [
        {"type": "person", "id": "p1", "name": "张三, \\"工匠\\"", "phone": "13800000000",
         "idNumber": "330302199001010013", "birthDate": "1990-01-01", "fullTimeEducation": false},
        {"type": "organisation", "id": "o1"}],
       "records": [
        {"type": "certificate", "party": "p1", "id": "c1", "level": 3, "kind": "skill-level",
         "issuedOn": "2019-05-03", "number": "00123"},
        {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01",
         "to": null},
        {"type": "training", "party": "p1", "id": "t1", "hours": "12.5", "cost": "1000.5"},
        {"type": "indicator", "party": "o1", "year": 2023, "name": "hrUnit", "value": true},
        {"type": "indicator", "party": "o1", "year": 2023, "name": "prizes",
         "value": [{"level": "city", "prize": 1}, {"level": "nation", "prize": null}, {"level": "nation"}]},
        {"type": "selection", "party": "o1", "id": "s1", "year": 2025, "selfScore": 3,
         "scores": [{"item": "X1.1", "self": 2, "review": 1.5, "evidence": "文件；“一”, \\"二\\""},
           {"item": "X5.3", "self": 0.25}]}]}
      """
    _ = try FactsImport.run(Array(facts.utf8), name: "facts.json", into: registry)
  }

  private var folder: URL { temporary.url }

  private func export(_ type: String) throws -> TableExport {
    TableExport(from: registry, try TableReader.Subject(fileNamed: type, vocabulary))
  }

  private func text(_ export: TableExport) throws -> [String] {
    let path = folder.appending(path: "out.csv").path
    _ = try export.write(to: path, as: .csv)
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    return text.split(separator: "\r\n").map(String.init)
  }

  @Test("CSV: dates, months, money and text as people write them, names of either language")
  func csv() throws {
    #expect(
      try text(export("certificate")) == [
        "id,party,occupation,level,kind,issuedOn,issuer,number",
        "c1,p1,,3,skill-level,2019-05-03,,00123",
      ])
    var chinese = try export("insurance")
    chinese.names = .chinese
    #expect(
      try text(chinese) == ["编号,当事人,险种,起,止,参保地区", ",p1,失业,2016-01,无,"])
    let training = try text(export("training"))
    #expect(training[1].hasSuffix(",12.5,1000.50"))
  }

  @Test("secret numbers are masked, unless they are asked for") func masked() throws {
    var people = try export("person")
    let row = try text(people)[1]
    #expect(row.hasPrefix(#"p1,"张三, ""工匠""",3303**************,"#))
    #expect(row.hasSuffix(",138****0000"))
    people.revealsSecrets = true
    #expect(try text(people)[1].contains(",330302199001010013,"))
  }

  @Test(
    "what goes out comes in again, the same",
    arguments: [
      "person", "organisation", "certificate", "insurance", "training", "indicator", "selection",
    ],
    [
      (TableExport.Names.canonical, ExportFormat.csv), (.chinese, .csv), (.chinese, .xlsx),
    ])
  func roundTrip(
    _ type: String, _ form: (names: TableExport.Names, format: ExportFormat)
  ) throws {
    let path = folder.appending(path: "\(type).\(form.format.rawValue)").path
    var export = try export(type)
    export.names = form.names
    export.revealsSecrets = true
    let written = try export.write(to: path, as: form.format)
    let table = TableImport(
      into: registry, try TableReader.Subject(fileNamed: path, vocabulary))
    let report = try table.run(Array(try Data(contentsOf: URL(filePath: path))), name: path)
    #expect(report.faults == [])
    #expect((report.tally.unchanged, report.rows) == (written.rows, written.rows))
  }

  @Test("only what differs from an earlier export, and how") func since() throws {
    var export = try export("certificate")
    let path = folder.appending(path: "out.csv").path
    let first = try export.write(to: path, as: .csv)
    #expect(first.rows == 1)
    export.after = first.upTo
    #expect(try export.write(to: path, as: .csv).rows == 0)
    let facts = """
      {"parties": [{"type": "person", "id": "p1"}],
       "records": [{"type": "certificate", "party": "p1", "id": "c2", "level": 2},
         {"type": "certificate", "party": "p1", "id": "c3", "level": 1}]}
      """
    _ = try FactsImport.run(Array(facts.utf8), name: "b", into: registry)
    #expect(try text(export).first?.hasSuffix(",number,变动 change") == true)
    #expect(try text(export).dropFirst() == ["c2,p1,,2,,,,,added", "c3,p1,,1,,,,,added"])
    let second = try export.write(to: path, as: .csv).upTo
    _ = try FactsImport.run(
      Array(facts.replacing("\"level\": 2", with: "\"level\": 3").utf8), name: "c", into: registry)
    let type = try #require(vocabulary.typeIndex("certificate"))
    _ = try registry.change(source: "d") { recorder in
      try recorder.withdraw(type: type, id: "c1", of: "p1")
    }
    export.after = second
    #expect(
      try text(export).dropFirst() == [
        "c1,p1,,3,skill-level,2019-05-03,,00123,ended", "c2,p1,,3,,,,,corrected",
      ])
    export.names = .chinese
    #expect(try text(export).dropFirst().last == "c2,p1,,3,,,,,更正")
    export.names = .canonical
    // Both steps at once: what came and was corrected in between is new.
    export.after = first.upTo
    #expect(
      try text(export).dropFirst().sorted() == [
        "c1,p1,,3,skill-level,2019-05-03,,00123,ended", "c2,p1,,3,,,,,added",
        "c3,p1,,1,,,,,added",
      ])
    // As it was known then.
    export.known = .change(second)
    #expect(try text(export).dropFirst() == ["c2,p1,,2,,,,,added", "c3,p1,,1,,,,,added"])
    export.after = nil
    #expect(try text(export).count == 4)
  }

  @Test("what came and went in between is no difference; records without an id are what they say")
  func inBetween() throws {
    var export = try export("insurance")
    export.after = try registry.lastChange()
    let type = try #require(vocabulary.typeIndex("insurance"))
    let before = try registry.facts(of: "p1", on: CivilDate(dayNumber: 18_000))
    let record = try #require(before?.records.first { $0.type == type })
    _ = try registry.change(source: "away") { recorder in
      try recorder.withdraw(nameless: record)
    }
    #expect(try text(export).dropFirst() == [",p1,unemployment,2016-01,无,,ended"])
    _ = try registry.change(source: "back") { recorder in
      try recorder.put(record: record)
    }
    #expect(try text(export).dropFirst() == [])
    var parties = try self.export("person")
    parties.after = export.after
    _ = try FactsImport.run(
      Array(#"{"parties": [{"type": "person", "id": "p1", "name": "李四"}]}"#.utf8), name: "e",
      into: registry)
    #expect(try text(parties).dropFirst().map { $0.hasSuffix(",corrected") } == [true])
  }

  @Test("a table of differences comes in again, but for what ended") func differencesComeIn() throws
  {
    var export = try export("certificate")
    export.after = 0
    let rows = try text(export)
    #expect(rows[1].hasSuffix(",added"))
    let table = TableImport(
      into: registry, try TableReader.Subject(fileNamed: "certificate", vocabulary))
    let bytes = Array(
      (rows + ["c9,p1,,2,,,,,ended", "c8,p1,,2,,,,,终止"]).joined(separator: "\n").utf8)
    let report = try table.run(bytes, name: "certificate_1-1.csv")
    #expect((report.tally.unchanged, report.refusedRows) == (1, 2))
    #expect(
      report.faults.map(\.text.zh).first
        == "第 3 行第 9 列（变动 change） IMP014：这一行说的是已经终止的，导入只收新增和更正的。"
        + "请删去这一行；要在这个登记库里也终止它，请撤回。")
    #expect(
      report.faults.map(\.text.en).first
        == "line 3, column 9 (变动 change): IMP014: this row tells what has ended; an import takes "
        + "what was added or corrected. Delete the row; to end it in this registry too, withdraw it."
    )
  }

  @Test("CSV for Excel: what it would change or run stays text, and comes in again")
  func excel() throws {
    let facts = """
      {"parties": [{"type": "person", "id": "007", "name": "=HYPERLINK(A1)",
         "idNumber": "330302199001010021", "phone": "13800000000"}],
       "records": [{"type": "insurance", "party": "007", "scheme": "unemployment",
         "from": "2016-01"}]}
      """
    _ = try FactsImport.run(Array(facts.utf8), name: "b", into: registry)
    for isForExcel in [true, false] {
      for (type, kept) in [
        ("person", ["007", "330302199001010021"]), ("insurance", ["2016-01"]),
        ("certificate", ["00123"]),
      ] {
        let path = folder.appending(path: "\(type).csv").path
        var export = try export(type)
        export.revealsSecrets = true
        let written = try export.write(to: path, as: .csv, isForExcel: isForExcel)
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let text = String(decoding: bytes, as: UTF8.self)
        for word in kept {
          #expect(text.contains(word))
          #expect(text.contains("=\"\"\(word)\"\"\"") == isForExcel)
        }
        if type == "person" {
          // Never as a formula that does anything, whoever reads it.
          #expect(text.contains(",\"=\"\"=HYPERLINK(A1)\"\"\","))
        } else if type == "certificate" {
          #expect(text.contains(",2019-05-03,"), "days are days")
        }
        let table = TableImport(
          into: registry, try TableReader.Subject(fileNamed: path, vocabulary))
        let report = try table.run(bytes, name: path)
        #expect(report.faults == [])
        #expect((report.tally.unchanged, report.rows) == (written.rows, written.rows))
      }
    }
  }

  @Test("XLSX: texts are texts, dates are dates, money has two digits") func xlsx() throws {
    let path = folder.appending(path: "out.xlsx").path
    _ = try export("training").write(to: path, as: .xlsx)
    let sheet = try ArchiveMember.text("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains(#"<is><t>t1</t></is>"#))
    #expect(sheet.contains("<v>1000.5</v>"))
    _ = try export("certificate").write(to: path, as: .xlsx)
    let certificates = try ArchiveMember.text("xl/worksheets/sheet1.xml", of: path)
    #expect(certificates.contains("<is><t>00123</t></is>"))
    #expect(certificates.contains("<v>43588</v>"))
    let styles = try ArchiveMember.text("xl/styles.xml", of: path)
    for pattern in ["yyyy-mm-dd", "yyyy-mm"] { #expect(styles.contains(pattern)) }
  }

  @Test("what a killed export left behind goes with the next one, what is being written stays")
  func leftovers() throws {
    for name in ["wage.csv.4711.part", "person_1-2.xlsx.4712.part", "my.part", "a.txt.1.part"] {
      try Data("half".utf8).write(to: folder.appending(path: name))
    }
    let other = folder.appending(path: "wage.csv.4713.part")
    try Data("half".utf8).write(to: other)
    let held = open(other.path, O_WRONLY)
    #expect(flock(held, LOCK_EX | LOCK_NB) == 0)
    defer { close(held) }
    _ = try export("person").write(to: folder.appending(path: "person.csv").path, as: .csv)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(
      names.filter { $0.hasSuffix(".part") }.sorted() == [
        "a.txt.1.part", "my.part", "wage.csv.4713.part",
      ])
  }

  @Test("a file that cannot be written is told, and what stood there stays") func notWritable()
    throws
  {
    let path = folder.appending(path: "none/out.csv").path
    for format in [ExportFormat.csv, .xlsx] {
      #expect(throws: ExportProblem.notWritable(file: path)) {
        try export("person").write(to: path, as: format)
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasSuffix(".part") })
  }

  @Test(
    "every problem is told in full, in both languages",
    arguments: [
      (
        ExportProblem.notWritable(file: "a.csv"),
        "EXP001 无法写入 a.csv。请检查目录是否存在、是否可写、磁盘是否已满。",
        """
        EXP001 a.csv cannot be written. Check that the folder exists and can be written, and that \
        the disk is not full.
        """
      ),
      (
        .tooManyRows(file: "a.xlsx", limit: 1_048_576),
        "EXP002 a.xlsx 的行数超过 XLSX 的上限 1048576。请导出为 CSV。",
        """
        EXP002 a.xlsx would have more rows than the 1048576 that XLSX can hold. Export it as CSV \
        instead.
        """
      ),
    ]) func words(_ problem: ExportProblem, _ zh: String, _ en: String)
  {
    #expect("\(problem.code) \(problem.message.zh)。\(problem.advice.zh)" == zh)
    #expect("\(problem.code) \(problem.message.en). \(problem.advice.en)" == en)
  }
}
