/// Reads the rows of a CSV text (RFC 4180): cells between commas, in double quotes where they hold
/// commas, quotes or line ends. Lines end with LF or CR LF; empty lines are passed over.
package struct CSVReader: Sendable {
  /// A quote that is never closed makes the rest of the file unreadable.
  package struct UnclosedQuote: Error, Equatable {
    package let line: Int
  }

  package let bytes: [UInt8]
  /// How many bytes were read.
  package private(set) var position = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// - Parameter bytes: UTF-8, without a byte order mark.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next row that is not empty, or `nil` at the end.
  package mutating func next() throws(UnclosedQuote) -> TableRow? {
    skipEmptyLines()
    guard position < bytes.count else { return nil }
    let first = line
    var cells: [String] = []
    var malformed: Int?
    while true {
      if position < bytes.count, bytes[position] == CSVReader.quote {
        let (cell, isWhole) = try quoted(from: first)
        if !isWhole, malformed == nil { malformed = cells.count }
        cells.append(cell)
      } else {
        cells.append(plain())
      }
      guard position < bytes.count, bytes[position] == CSVReader.comma else { break }
      position += 1
    }
    let row = TableRow(line: first, cells: cells, malformed: malformed)
    skipLineEnd()
    return row
  }

  private mutating func skipEmptyLines() {
    while position < bytes.count,
      bytes[position] == CSVReader.lineFeed || bytes[position] == CSVReader.carriageReturn
    {
      skipLineEnd()
    }
  }

  private mutating func skipLineEnd() {
    if position < bytes.count, bytes[position] == CSVReader.carriageReturn { position += 1 }
    if position < bytes.count, bytes[position] == CSVReader.lineFeed { position += 1 }
    line += 1
  }

  private func isCellEnd(_ byte: UInt8) -> Bool {
    byte == CSVReader.comma || byte == CSVReader.lineFeed || byte == CSVReader.carriageReturn
  }

  private mutating func plain() -> String {
    var start = position
    while position < bytes.count, !isCellEnd(bytes[position]) { position += 1 }
    var end = position
    while start < end, CSVReader.isBlank(bytes[start]) { start += 1 }
    while end > start, CSVReader.isBlank(bytes[end - 1]) { end -= 1 }
    return text(start..<end)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// A cell in quotes, and whether nothing stands between its closing quote and the next comma.
  private mutating func quoted(from first: Int) throws(UnclosedQuote) -> (String, Bool) {
    position += 1
    let start = position
    var doubled = false
    while position < bytes.count {
      if bytes[position] == CSVReader.lineFeed { line += 1 }
      if bytes[position] == CSVReader.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == CSVReader.quote else { break }
        doubled = true
        position += 1
      }
      position += 1
    }
    guard position < bytes.count else { throw UnclosedQuote(line: first) }
    var cell = text(start..<position)
    if doubled {
      cell = cell.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    }
    position += 1
    let isWhole = position == bytes.count || isCellEnd(bytes[position])
    while position < bytes.count, !isCellEnd(bytes[position]) { position += 1 }
    return (cell, isWhole)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
