import Core
import XMLText

/// Turns the cells of a row into texts.
struct CellReader {
  /// By their number in the workbook.
  let texts: [String]
  let styles: DateStyles
  /// The day that the number 0 stands for.
  let firstDay: Int

  /// 1899-12-30: since Lotus 1-2-3, numbers count a 29 February 1900 that never was.
  static let firstDay1900 = -25_569
  /// 1904-01-01.
  static let firstDay1904 = -24_107

  private static let mostColumns = 16_384

  /// The texts up to the last cell that is there; cells left out are empty.
  func cells(of row: XMLElement) -> [String] {
    var cells: [String] = []
    for cell in row.all("c") {
      let column = cell["r"].flatMap(CellReader.column) ?? cells.count
      guard column < CellReader.mostColumns else { continue }
      while cells.count <= column { cells.append("") }
      cells[column] = text(of: cell)
    }
    return cells
  }

  /// The column in a reference such as `AB12`, from 0.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8.prefix(3) {
      guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
    }
    return column > 0 ? column - 1 : nil
  }

  private func text(of cell: XMLElement) -> String {
    let value = cell.first("v")?.text ?? ""
    switch cell["t"] {
    case "s":
      guard let index = Int(value), texts.indices.contains(index) else { return "" }
      return texts[index].trimmed
    case "inlineStr": return (cell.first("is")?.richText ?? "").trimmed
    case "b": return value == "1" ? "是" : "否"
    case "str": return value.trimmed
    // An error such as #N/A stays to be seen, and refused where a value is wanted.
    case "e": return value
    default: return number(value, style: cell["s"].flatMap { Int($0) } ?? 0)
    }
  }

  private func number(_ text: String, style: Int) -> String {
    guard !text.isEmpty, let number = Decimal128(text) else { return text }
    guard let kind = styles[style], let days = number.rounded(scale: 0, .floor)?.integer,
      (1...2_958_465).contains(days)
    else { return CellReader.shown(number) }
    let beforeLeap = firstDay == CellReader.firstDay1900 && days < 60
    let date = CivilDate(dayNumber: firstDay + days + (beforeLeap ? 1 : 0))
    return kind == .day ? date.description : date.monthText
  }

  /// The number as the program shows it: binary fractions are written with up to 17 digits, of
  /// which the first 15 count. One of more digits before the point is written so that nobody takes it
  /// for whole: `3.30302199001010E+17`.
  private static func shown(_ number: Decimal128) -> String {
    let whole = number.magnitude.rounded(scale: 0, .down)?.description ?? ""
    let digits = whole == "0" ? 0 : whole.utf8.count
    if digits > 15 {
      let sign = number < .zero ? "-" : ""
      return "\(sign)\(whole.prefix(1)).\(whole.dropFirst().prefix(14))E+\(digits - 1)"
    }
    return (number.rounded(scale: max(0, 15 - digits), .halfEven) ?? number).description
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
