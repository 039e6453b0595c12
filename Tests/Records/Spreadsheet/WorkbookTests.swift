import Spreadsheet
import Testing

@Suite struct WorkbookTests {
  private let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
    <numFmt numFmtId="165" formatCode="[Red]yyyy-mm"/><numFmt numFmtId="166" formatCode="0.00&quot;day&quot;"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
    <xf numFmtId="166"/><xf numFmtId="57"/></cellXfs>
    """

  private func cells(_ cells: String, properties: String = "") throws -> [String] {
    let book = try Workbook(
      TestWorkbook.make(
        rows: "<row r=\"1\">\(cells)</row>",
        shared: "<si><t>甲</t></si><si><r><t>乙</t></r><r><t> 丙 </t></r><rPh><t>x</t></rPh></si>",
        styles: styles, properties: properties))
    return book.rows.first?.cells ?? []
  }

  @Test(
    "cells become the texts that the program shows",
    arguments: [
      (#"<c r="A1" t="s"><v>0</v></c>"#, "甲"),
      (#"<c r="A1" t="s"><v>1</v></c>"#, "乙 丙"),
      (#"<c r="A1" t="s"><v>9</v></c><c r="B1"><v>1</v></c>"#, ""),
      (#"<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 丁 </t></is></c>"#, "丁"),
      (#"<c r="A1" t="str"><f>A2</f><v>戊</v></c>"#, "戊"),
      (#"<c r="A1" t="b"><v>1</v></c>"#, "是"),
      (#"<c r="A1" t="b"><v>0</v></c>"#, "否"),
      (#"<c r="A1" t="e"><v>#N/A</v></c>"#, "#N/A"),
      (#"<c r="A1"><v>80000.5</v></c>"#, "80000.5"),
      (#"<c r="A1"><v>0.34999999999999998</v></c>"#, "0.35"),
      (#"<c r="A1"><v>1234.5600000000001</v></c>"#, "1234.56"),
      (#"<c r="A1"><v>3.3030219900101E+17</v></c>"#, "3.30302199001010E+17"),
      (#"<c r="A1" s="1"><v>43588</v></c>"#, "2019-05-03"),
      (#"<c r="A1" s="1"><v>43588.75</v></c>"#, "2019-05-03"),
      (#"<c r="A1" s="1"><v>1</v></c>"#, "1900-01-01"),
      (#"<c r="A1" s="1"><v>61</v></c>"#, "1900-03-01"),
      (#"<c r="A1" s="2"><v>43588</v></c>"#, "2019-05-03"),
      (#"<c r="A1" s="3"><v>43586</v></c>"#, "2019-05"),
      (#"<c r="A1" s="4"><v>12.5</v></c>"#, "12.5"),
      (#"<c r="A1" s="5"><v>43586</v></c>"#, "2019-05"),
      (#"<c r="A1" s="99"><v>7</v></c>"#, "7"),
    ]) func texts(_ cell: String, _ expected: String) throws
  {
    #expect(try cells(cell).first == expected)
  }

  @Test("days of workbooks that count from 1904") func from1904() throws {
    #expect(
      try cells(#"<c r="A1" s="1"><v>42126</v></c>"#, properties: #"date1904="1""#)
        == ["2019-05-03"])
  }

  @Test("cells left out are empty, rows left out are passed over, numbers are those shown")
  func gaps() throws {
    let book = try Workbook(
      TestWorkbook.make(
        rows: """
          <row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c></row>
          <row r="5"><c r="A5" t="inlineStr"><is><t/></is></c></row>
          <row r="7"><c><v>3</v></c><c><v>4</v></c></row>
          """))
    #expect(book.rows.map(\.number) == [2, 7])
    #expect(book.rows[0].cells.count == 27)
    #expect(book.rows[0].cells.enumerated().filter { !$1.isEmpty }.map(\.offset) == [1, 26])
    #expect(book.rows[1].cells == ["3", "4"])
  }

  @Test("what is no workbook is refused") func refused() throws {
    for bytes in [[], [0x50, 0x4B, 0x03, 0x04], Array("PK\u{3}\u{4} and more".utf8)] as [[UInt8]] {
      #expect(throws: SpreadsheetProblem.noWorkbook) { try Workbook(bytes) }
    }
    let other = try TestWorkbook.archive(["word/document.xml": "<a/>"])
    #expect(throws: SpreadsheetProblem.noWorkbook) { try Workbook(other) }
    let broken = try TestWorkbook.make(rows: "<row>")
    #expect(throws: SpreadsheetProblem.malformed(part: "xl/worksheets/other.xml")) {
      try Workbook(broken)
    }
    let entities = try TestWorkbook.archive([
      "xl/workbook.xml": "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>"
    ])
    #expect(throws: SpreadsheetProblem.malformed(part: "xl/workbook.xml")) {
      try Workbook(entities)
    }
  }

  @Test("a small file that unpacks to a large one is refused in time") func bomb() throws {
    let blanks = String(repeating: " ", count: Workbook.largestPart)
    let bytes = try TestWorkbook.make(rows: blanks)
    #expect(bytes.count < 100_000)
    #expect(
      throws: SpreadsheetProblem.tooLarge(
        part: "xl/worksheets/other.xml", limit: Workbook.largestPart)
    ) { try Workbook(bytes) }
  }

  @Test("a workbook with any byte changed is read or refused, and nothing worse") func damage()
    throws
  {
    let bytes = try TestWorkbook.make(
      rows: #"<row r="1"><c r="A1" s="1"><v>43588</v></c></row>"#, styles: styles)
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var changed = bytes
      changed[index] ^= 0x55
      _ = try? Workbook(changed)
      _ = try? Workbook(Array(bytes.prefix(index)))
    }
  }
}
