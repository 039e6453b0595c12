import Core
import Facts
import Foundation
import Import
import Registry
import Testing

/// What spreadsheet programs, and people at them, make of days, months, numbers and levels.
@Suite struct SpreadsheetFormsTests {
  private let office: Office

  init() throws { office = try Office() }

  private func words(of text: String, as type: String) throws -> [String] {
    try office.importing(text, as: type).faults.flatMap { [$0.text.zh, $0.text.en] }
  }

  @Test(
    "days in the forms of Excel",
    arguments: ["2019/5/3", "2019/05/03", "2019-5-3", "2019年5月3日", "2019年05月03日", "2019-05-03"])
  func days(_ day: String) throws {
    #expect(try words(of: "id,party,issuedOn\nc1,p1,\(day)", as: "certificate") == [])
    let record = try #require(office.records().first)
    #expect(record.contains("2019-05-03"))
  }

  @Test("months alike", arguments: ["2016/1", "2016/01", "2016-1", "2016年1月", "2016-01"])
  func months(_ month: String) throws {
    #expect(
      try words(of: "party,scheme,from\np1,unemployment,\(month)", as: "insurance") == [])
    let record = try #require(office.records().first)
    #expect(record.contains("2016-01-01"))
  }

  @Test(
    "numbers with their thousands parted",
    arguments: [
      ("\"80,000.00\"", "80000"), ("\"1,080,000.5\"", "1080000.5"), ("80000.00", "80000"),
      ("\"999\"", "999"),
    ])
  func thousands(_ amount: String, _ number: String) throws {
    #expect(try words(of: "party,year,amount\np1,2024,\(amount)", as: "wage") == [])
    let record = try #require(office.records().first)
    #expect(record.contains(number), "\(record)")
  }

  @Test("levels by number and sign", arguments: ["三级", "3级", "高级工", "3"])
  func levels(_ level: String) throws {
    #expect(try words(of: "id,party,level\nc1,p1,\(level)", as: "certificate") == [])
    let record = try #require(office.records().first)
    #expect(record.contains("3"))
  }

  @Test(
    "what is none of these is told in full",
    arguments: [
      (
        "certificate", "id,party,issuedOn\nc1,p1,2019/2/30",
        "第 2 行第 3 列（issuedOn） FACT007：没有 2019-02-30 这一天。请核对日历。",
        "line 2, column 3 (issuedOn): FACT007: there is no day 2019-02-30. Check it against the "
          + "calendar."
      ),
      (
        "certificate", "id,party,issuedOn\nc1,p1,5/3/2019",
        "第 2 行第 3 列（issuedOn） FACT006：“5/3/2019” 不是日期，如 \"2019-05-03\"。"
          + "请写日期，如 \"2019-05-03\"。",
        "line 2, column 3 (issuedOn): FACT006: \"5/3/2019\" is not a date such as \"2019-05-03\". "
          + "Write a date such as \"2019-05-03\"."
      ),
      (
        "wage", "party,year,amount\np1,2024,\"80,00.00\"",
        "第 2 行第 3 列（amount） FACT006：“80,00.00” 不是数，如 3000 或 \"0.5\"。"
          + "请写数，如 3000 或 \"0.5\"。",
        "line 2, column 3 (amount): FACT006: \"80,00.00\" is not a number such as 3000 or \"0.5\". "
          + "Write a number such as 3000 or \"0.5\"."
      ),
      (
        "certificate", "id,party,level\nc1,p1,六级",
        "第 2 行第 3 列（level） FACT006：“六级” 不是数，如 3000 或 \"0.5\"。请写数，如 3000 或 \"0.5\"。",
        "line 2, column 3 (level): FACT006: \"六级\" is not a number such as 3000 or \"0.5\". Write "
          + "a number such as 3000 or \"0.5\"."
      ),
      (
        "person", "id,idNumber\np1,3.30302E+17",
        "第 2 行第 2 列（idNumber） FACT021：3.30302E+17 已被表格软件截短：它只保留 15 位数字，后面的丢了。"
          + "请把这一列设为“文本”格式，再从原始资料重新填写。",
        "line 2, column 2 (idNumber): FACT021: 3.30302E+17 was cut by a spreadsheet program, which "
          + "keeps 15 digits; the others are lost. Make the column a text column, and enter the "
          + "numbers again from their source."
      ),
      (
        "person", "id,idNumber\np1,330302199001010000",
        "第 2 行第 2 列（idNumber） FACT021：330302199001010000 已被表格软件截短：它只保留 15 位数字，后面的丢了。"
          + "请把这一列设为“文本”格式，再从原始资料重新填写。",
        "line 2, column 2 (idNumber): FACT021: 330302199001010000 was cut by a spreadsheet program, "
          + "which keeps 15 digits; the others are lost. Make the column a text column, and enter "
          + "the numbers again from their source."
      ),
      (
        "account", "id,party,number\na1,p1,6.22202E+18",
        "第 2 行第 3 列（number） FACT021：6.22202E+18 已被表格软件截短：它只保留 15 位数字，后面的丢了。"
          + "请把这一列设为“文本”格式，再从原始资料重新填写。",
        "line 2, column 3 (number): FACT021: 6.22202E+18 was cut by a spreadsheet program, which "
          + "keeps 15 digits; the others are lost. Make the column a text column, and enter the "
          + "numbers again from their source."
      ),
      (
        "certificate", "id,party,level\nc1,3.3E+17,3",
        "第 2 行第 2 列（party） FACT021：3.3E+17 已被表格软件截短：它只保留 15 位数字，后面的丢了。"
          + "请把这一列设为“文本”格式，再从原始资料重新填写。",
        "line 2, column 2 (party): FACT021: 3.3E+17 was cut by a spreadsheet program, which keeps 15 "
          + "digits; the others are lost. Make the column a text column, and enter the numbers again "
          + "from their source."
      ),
    ])
  func faults(_ type: String, _ text: String, _ zh: String, _ en: String) throws {
    #expect(try words(of: text, as: type) == [zh, en])
  }

  @Test("an identity number of a wrong check digit that nobody cut is told as that")
  func checkDigit() throws {
    let zh = try words(of: "id,idNumber\np1,330302199001010014", as: "person").first
    #expect(zh?.contains("FACT017") == true)
  }

  @Test("facts files keep to their one form") func json() throws {
    for value in ["\"issuedOn\": \"2019/5/3\"", "\"level\": \"三级\""] {
      let facts = """
        {"parties": [{"type": "person", "id": "p1"}],
         "records": [{"type": "certificate", "party": "p1", "id": "c1", \(value)}]}
        """
      #expect(throws: DiagnosticsError.self) {
        try FactsImport.run(Array(facts.utf8), name: "a.json", into: office.registry)
      }
    }
  }
}
