import Foundation

/// Workbooks put together by hand, as ZIP archives of their parts.
enum TestWorkbook {
  /// A workbook of one sheet: what stands in `sheetData`, the `si` elements of the shared strings,
  /// what stands in `styleSheet`, and the attributes of `workbookPr`.
  static func make(
    rows: String, shared: String = "", styles: String = "", properties: String = ""
  ) throws -> [UInt8] {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return try archive([
      "xl/workbook.xml": """
      <workbook \(main) xmlns:r="\(relations)"><workbookPr \(properties)/>
      <sheets><sheet name="一" sheetId="1" r:id="rId7"/></sheets></workbook>
      """,
      "xl/_rels/workbook.xml.rels": """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId7" Type="x" Target="worksheets/other.xml"/></Relationships>
      """,
      "xl/sharedStrings.xml": "<sst \(main)>\(shared)</sst>",
      "xl/styles.xml": "<styleSheet \(main)>\(styles)</styleSheet>",
      "xl/worksheets/other.xml": "<worksheet \(main)><sheetData>\(rows)</sheetData></worksheet>",
    ])
  }

  static func archive(_ parts: [String: String]) throws -> [UInt8] {
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/python3")
    python.arguments = [
      "-c",
      """
      import io, json, sys, zipfile
      buffer = io.BytesIO()
      with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
          for name, text in json.load(sys.stdin).items():
              archive.writestr(name, text)
      sys.stdout.buffer.write(buffer.getvalue())
      """,
    ]
    let (input, output) = (Pipe(), Pipe())
    python.standardInput = input
    python.standardOutput = output
    try python.run()
    input.fileHandleForWriting.write(try JSONEncoder().encode(parts))
    try input.fileHandleForWriting.close()
    return Array(output.fileHandleForReading.readDataToEndOfFile())
  }
}
