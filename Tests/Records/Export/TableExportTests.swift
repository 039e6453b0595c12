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
         "value": [{"level": "city", "prize": 1}]},
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
    #expect(row.hasPrefix(#"p1,"张三, ""工匠""",3303**********0013,"#))
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

  @Test("only what is new since an export") func since() throws {
    var export = try export("certificate")
    let path = folder.appending(path: "out.csv").path
    let first = try export.write(to: path, as: .csv)
    #expect(first.rows == 1)
    export.selection.after = first.upTo
    #expect(try export.write(to: path, as: .csv).rows == 0)
    let facts = """
      {"parties": [{"type": "person", "id": "p1"}],
       "records": [{"type": "certificate", "party": "p1", "id": "c2", "level": 2}]}
      """
    _ = try FactsImport.run(Array(facts.utf8), name: "b", into: registry)
    #expect(try text(export).dropFirst() == ["c2,p1,,2,,,,"])
  }

  @Test("XLSX: texts are texts, dates are dates, money has two digits") func xlsx() throws {
    let path = folder.appending(path: "out.xlsx").path
    _ = try export("training").write(to: path, as: .xlsx)
    let sheet = try member("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains(#"<is><t>t1</t></is>"#))
    #expect(sheet.contains("<v>1000.5</v>"))
    _ = try export("certificate").write(to: path, as: .xlsx)
    let certificates = try member("xl/worksheets/sheet1.xml", of: path)
    #expect(certificates.contains("<is><t>00123</t></is>"))
    #expect(certificates.contains("<v>43588</v>"))
    let styles = try member("xl/styles.xml", of: path)
    for pattern in ["yyyy-mm-dd", "yyyy-mm"] { #expect(styles.contains(pattern)) }
  }

  /// A file within a ZIP archive.
  private func member(_ name: String, of path: String) throws -> String {
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/python3")
    let program =
      "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())"
    python.arguments = ["-c", program, path, name]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    return String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
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
