import CQREncode

/// A QR code (ISO/IEC 18004), dark and light squares.
///
/// At level M fifteen of a hundred squares may be lost, as by a fold or a stain.
package struct QRSymbol: Sendable, Equatable {
  /// Squares on a side.
  package let size: Int
  /// Row by row.
  private let isDark: [Bool]
  /// Light squares that must be left around it (ISO/IEC 18004, 6.3.8).
  package static let quietZone = 4

  /// - Parameter text: its UTF-8 is what the code holds.
  /// - Throws: `PrintProblem.codeTooLong`, `.failed`.
  package init(_ text: String) throws(PrintProblem) {
    let bytes = Array(text.utf8)
    guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else {
      throw bytes.count > QRSymbol.mostBytes
        ? .codeTooLong(bytes: bytes.count) : .failed(detail: "qrencode")
    }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    self.size = size
    // The lowest bit says whether a square is dark; the others what it is there for.
    isDark = (0..<size * size).map { code.pointee.data[$0] & 1 == 1 }
  }

  private static let mostBytes = 2331

  package subscript(row: Int, column: Int) -> Bool { isDark[row * size + column] }

  /// Dark squares that lie side by side: where each run begins and how long it is.
  var runs: [(row: Int, column: Int, length: Int)] {
    var runs: [(row: Int, column: Int, length: Int)] = []
    for row in 0..<size {
      var column = 0
      while column < size {
        let start = column
        while column < size, self[row, column] { column += 1 }
        if column > start { runs.append((row, start, column - start)) }
        column += 1
      }
    }
    return runs
  }
}
