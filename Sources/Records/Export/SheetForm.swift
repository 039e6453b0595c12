/// What of a sheet is no cell: what it is called, how wide its columns are and what they offer.
struct SheetForm {
  /// `nil` for the name that spreadsheet programs give a sheet themselves.
  var name: String?
  /// In characters, by position.
  var widths: [Int] = []
  /// Words that the cells of a column offer, by its position.
  var choices: [Int: [String]] = [:]
}

extension SheetForm {
  init(of table: some ExportedTable) {
    self.init(
      name: table.sheetName.flatMap(SheetForm.legalName), widths: table.columnWidths,
      choices: table.choices)
  }

  /// A name as spreadsheet programs take it (ECMA-376, part 1, 18.2.19, and Excel's own limits): at
  /// most 31 UTF-16 units without `[]:*?/\`, and no apostrophe at either end.
  ///
  /// - Parameter text: what it should be called.
  /// - Returns: `nil` where nothing is left of it.
  static func legalName(_ text: String) -> String? {
    var name = ""
    for character in text {
      let legal = "[]:*?/\\".contains(character) ? "_" : character
      if name.utf16.count + legal.utf16.count > 31 { break }
      name.append(legal)
    }
    while name.hasSuffix("'") { name.removeLast() }
    let start = name.prefix { $0 == "'" }.count
    return name.count == start ? nil : String(name.dropFirst(start))
  }
}
