import Core
import Glibc
import DelimitedText

/// A CSV file (RFC 4180) in UTF-8 with a byte order mark. Text is text: whoever needs long numbers
/// to stay whole in a spreadsheet program exports XLSX.
final class CSVFile: TableFile {
  private let descriptor: Int32
  private let name: String
  private var buffer = CSVText.byteOrderMark
  private static let bufferSize = 1 << 18

  init(path: String, shownAs name: String) throws(ExportProblem) {
    self.name = name
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

  func finish() throws(ExportProblem) {
    try flush()
    guard fsync(descriptor) == 0 else { throw .notWritable(file: name) }
  }

  private func write(_ cell: Cell) {
    switch cell {
    case .empty: return
    case .none: buffer += "无".utf8
    case .number(let number): buffer += number.description.utf8
    case .money(let yuan): buffer += yuan.moneyText.utf8
    case .boolean(let value): buffer += (value ? "是" : "否").utf8
    case .date(let date): buffer += date.description.utf8
    case .month(let date): buffer += date.monthText.utf8
    case .text(let text): CSVText.append(text, to: &buffer)
    }
  }

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
