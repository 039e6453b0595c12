import Core
import Glibc
import DelimitedText

/// A CSV file (RFC 4180) in UTF-8 with a byte order mark. What a spreadsheet program would run is
/// written so that it does not; what Excel would change, only where that is asked for, since other
/// programs read CSV too.
final class CSVFile: TableFile {
  private let descriptor: Int32
  private let name: String
  private let isForExcel: Bool
  private var buffer: [UInt8]
  private static let bufferSize = 1 << 18

  /// - Parameters:
  ///   - path: of a file that is there.
  ///   - name: what messages call it.
  ///   - isForExcel: whether texts that Excel would take for numbers and dates are written so that it
  ///     keeps them.
  ///   - bytes: what it begins with.
  /// - Throws: `ExportProblem.notWritable`.
  init(
    path: String, shownAs name: String, isForExcel: Bool = false,
    holding bytes: [UInt8] = CSVText.byteOrderMark
  ) throws(ExportProblem) {
    self.name = name
    self.isForExcel = isForExcel
    buffer = bytes
    descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notWritable(file: name) }
  }

  deinit { close(descriptor) }

  func append(header: [String]) throws(ExportProblem) {
    try append(header.map(Cell.text))
  }

  func append(_ cells: [Cell]) throws(ExportProblem) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(CSVText.comma) }
      write(cell)
    }
    buffer += CSVText.lineEnd
    if buffer.count > CSVFile.bufferSize { try flush() }
  }

  func finish() throws(ExportProblem) { try flush() }

  private func write(_ cell: Cell) {
    switch cell {
    case .empty: return
    case .none: buffer += "无".utf8
    case .number(let number): write(number.description, isDigits: true)
    case .money(let yuan): write(yuan.moneyText, isDigits: true)
    case .boolean(let value): buffer += (value ? "是" : "否").utf8
    case .date(let date): buffer += date.description.utf8
    case .month(let date): write(date.monthText, isDigits: false)
    case .text(let text): write(text, isDigits: false)
    }
  }

  /// - Parameters:
  ///   - text: of a cell.
  ///   - isDigits: whether it is a number, which programs shall add up as far as they can hold it.
  private func write(_ text: String, isDigits: Bool) {
    let isKept =
      isDigits
      ? isForExcel && text.utf8.count { (48...57).contains($0) } > CSVFile.mostDigits
      : isForExcel ? CSVText.isChanged(text) : CSVText.isRun(text)
    CSVText.append(isKept ? CSVText.formula(saying: text) : text, to: &buffer)
  }

  /// Digits of a number that Excel keeps.
  private static let mostDigits = 15

  private func flush() throws(ExportProblem) {
    var done = 0
    while done < buffer.count {
      let count = buffer[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { throw .notWritable(file: name) }
      done += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
