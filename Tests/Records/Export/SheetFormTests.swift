import Export
import TestSupport
import Testing

/// What of a sheet is no cell, as it stands in the file.
@Suite struct SheetFormTests {
  private struct Answers: ExportedTable {
    var sheetName: String?
    var choices: [Int: [String]] = [:]
    var rows = 2

    var header: [String] { ["case", "confirmed"] }

    func eachRow(_ body: ([Cell]) throws -> Void) throws -> Int64 {
      for _ in 0..<rows { try body([.text("a"), .empty]) }
      return 0
    }
  }

  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  /// The parts of the workbook that a table becomes.
  private func part(_ name: String, of table: Answers) throws -> String {
    let path = temporary.path("out.xlsx")
    _ = try table.write(to: path, as: .xlsx)
    return try ArchiveMember.text(name, of: path)
  }

  @Test(
    "a sheet has the name of its table, as far as spreadsheet programs take it",
    arguments: [
      (nil, "Sheet1"), ("", "Sheet1"), ("'", "Sheet1"), ("wuxing-2024-32", "wuxing-2024-32"),
      ("温州 2018/242 [一]", "温州 2018_242 _一_"), ("'quoted'", "quoted"),
      (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
      // Outside the first plane a character is two of what the limit counts.
      (String(repeating: "𠀀", count: 20), String(repeating: "𠀀", count: 15)),
    ])
  func names(_ name: String?, _ written: String) throws {
    let book = try part("xl/workbook.xml", of: Answers(sheetName: name))
    #expect(book.contains("<sheet name=\"\(written)\" sheetId=\"1\""))
  }

  @Test("the cells of a column offer words, and take others too") func choices() throws {
    let sheet = try part(
      "xl/worksheets/sheet1.xml", of: Answers(choices: [1: ["是", "否"], 7: ["x"]]))
    #expect(
      sheet.contains(
        "<dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\" "
          + "showInputMessage=\"1\" sqref=\"B2:B3\"><formula1>\"是,否\"</formula1>"
          + "</dataValidation></dataValidations>"))
    for table in [Answers(), Answers(choices: [1: ["是"]], rows: 0)] {
      #expect(try !part("xl/worksheets/sheet1.xml", of: table).contains("dataValidation"))
    }
  }
}
