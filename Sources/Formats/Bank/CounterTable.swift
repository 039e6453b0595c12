import DelimitedText

/// A table of payments that a bank's counter takes: CSV, one payment a line, its header in Chinese.
package enum CounterTable: String, Sendable, CaseIterable {
  /// UTF-8 behind a byte order mark, which spreadsheet programs need to know it by.
  case utf8 = "csv-utf8"
  /// What older programs of banks read.
  case gb18030 = "csv-gb18030"

  private static let header = ["序号", "收款人", "开户行", "账号", "金额(元)", "用途", "流水号"]

  /// Writes the file.
  ///
  /// - Parameter order: what is to be paid. The payer and the day stand on the slip it is handed in
  ///   with.
  /// - Returns: lines that end in CR LF, in the encoding.
  /// - Throws: the first of the order's `faults`.
  package func bytes(_ order: TransferOrder) throws(BankFileFault) -> [UInt8] {
    if let first = order.faults.first { throw first.fault }
    var bytes: [UInt8] = []
    CounterTable.append(CounterTable.header, to: &bytes)
    for (index, transfer) in order.transfers.enumerated() {
      let payee = transfer.payee
      let cells = [
        String(index + 1), CounterTable.text(payee.name),
        CounterTable.text(payee.bank.isEmpty ? payee.bankCode ?? "" : payee.bank),
        CounterTable.number(payee.number), FenText.yuan(transfer.fen),
        CounterTable.text(transfer.purpose), CounterTable.text(transfer.endToEndID),
      ]
      CounterTable.append(cells, to: &bytes)
    }
    switch self {
    case .utf8: return CSVText.byteOrderMark + bytes
    case .gb18030:
      guard let encoded = TextEncoding.gb18030(bytes) else { throw .unprintable(.name) }
      return encoded
    }
  }

  private static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(CSVText.comma) }
      CSVText.append(cell, to: &bytes)
    }
    bytes += CSVText.lineEnd
  }

  /// A number that a spreadsheet program shall not turn into one of fifteen digits: a tab before it
  /// keeps it a text, and programs of banks pass over blanks.
  private static func number(_ text: String) -> String { "\t" + CounterTable.text(text) }

  /// A text that no spreadsheet program takes for a formula: what begins like one has an apostrophe
  /// before it.
  private static func text(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formulaSigns.contains(first) else { return text }
    return "'" + text
  }

  /// Full-width forms count: programs in China read them as the others.
  private static let formulaSigns: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
}
