package import Core
import Facts
import Registry

/// Something that is wrong with a row of a table.
package struct RowFault: Sendable, Equatable {
  /// The line that the row begins on, from 1.
  package let line: Int
  /// The column, from 1, where it is one column.
  package let column: Int?
  /// What the header calls the column.
  package let name: String?
  package let code: String
  package let message: Bilingual
  package let advice: Bilingual

  init(
    line: Int, column: Int?, name: String?, code: String, message: Bilingual, advice: Bilingual
  ) {
    self.line = line
    self.column = column.map { $0 + 1 }
    self.name = name
    self.code = code
    self.message = message
    self.advice = advice
  }

  init(_ fault: TableReader.Fault, line: Int, header: [String]) {
    let name = fault.column.flatMap { header.indices.contains($0) ? header[$0] : nil }
    self.init(
      line: line, column: fault.column, name: name, code: fault.code, message: fault.message,
      advice: fault.advice)
  }

  /// The fault in one line: `第 3 行第 2 列（等级）FACT008：…`.
  package var text: Bilingual {
    let place: Bilingual =
      if let column, let name {
        Bilingual(
          zh: "第 \(line) 行第 \(column) 列（\(name)）", en: "line \(line), column \(column) (\(name))")
      } else {
        Bilingual(zh: "第 \(line) 行", en: "line \(line)")
      }
    return Bilingual(
      zh: "\(place.zh) \(code)：\(message.zh)。\(advice.zh)",
      en: "\(place.en): \(code): \(message.en). \(advice.en)")
  }
}

extension RowFault {
  /// What the registry says against a row as a whole.
  init(_ problem: RegistryProblem, line: Int) {
    self.init(
      line: line, column: nil, name: nil, code: problem.code, message: problem.message,
      advice: problem.advice)
  }

  static func wrongCellCount(
    line: Int, expected: Int, found: Int
  ) -> RowFault {
    RowFault(
      line: line, column: nil, name: nil, code: "IMP006",
      message: Bilingual(
        zh: "表头有 \(expected) 列，这一行有 \(found) 列",
        en: "the header has \(expected) columns, this row has \(found)"),
      advice: Bilingual(
        zh: "请补齐或删去多余的逗号；含逗号的文字要加引号。",
        en: "Add or remove commas; a text that holds commas goes between quotes."))
  }

  /// A row of a table of differences that tells what is no more.
  static func ended(line: Int, column: Int) -> RowFault {
    RowFault(
      line: line, column: column, name: RowChange.column, code: "IMP014",
      message: Bilingual(
        zh: "这一行说的是已经终止的，导入只收新增和更正的",
        en: "this row tells what has ended; an import takes what was added or corrected"),
      advice: Bilingual(
        zh: "请删去这一行；要在这个登记库里也终止它，请撤回。",
        en: "Delete the row; to end it in this registry too, withdraw it."))
  }

  static func textBehindQuote(line: Int, column: Int, name: String?) -> RowFault {
    RowFault(
      line: line, column: column, name: name, code: "IMP007",
      message: Bilingual(zh: "引号闭合后还有文字", en: "there is text behind the closing quote"),
      advice: Bilingual(
        zh: "单元格内的引号要写两遍。", en: "A quote within a cell is written twice."))
  }
}
