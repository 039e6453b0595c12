import Core
import DelimitedText

/// Reads a table of entries: CSV, one entry a line, its columns in any order.
struct StatementTable {
  private enum Column: CaseIterable {
    case reference, amount, direction, status, day, endToEndID, reason

    /// What banks call it; the first of each is what messages say.
    var names: [String] {
      switch self {
      case .reference: ["银行流水号", "reference", "交易流水号", "bank_reference"]
      case .amount: ["金额", "amount", "金额(元)", "交易金额"]
      case .direction: ["借贷", "direction", "借贷标志", "收支"]
      case .status: ["状态", "status", "交易状态"]
      case .day: ["日期", "date", "记账日期", "交易日期", "booking_date"]
      case .endToEndID: ["流水号", "end_to_end_id", "端到端标识", "EndToEndId"]
      case .reason: ["原因", "reason", "原因代码", "退汇原因"]
      }
    }

    var label: Bilingual { Bilingual(zh: names[0], en: names[1]) }

    var isNeeded: Bool {
      switch self {
      case .endToEndID, .reason: false
      case .reference, .amount, .direction, .status, .day: true
      }
    }
  }

  private var faults: StatementFaults
  private var positions: [Column: Int] = [:]
  private var width = 0

  static func read(_ source: SourceText) throws(DiagnosticsError) -> BankStatement {
    var table = StatementTable(faults: StatementFaults(source))
    let entries = table.rows(CSVReader(source.bytes))
    try table.faults.check()
    return BankStatement(entries: entries)
  }

  private mutating func rows(_ reader: CSVReader) -> [StatementEntry] {
    var reader = reader
    var entries: [StatementEntry] = []
    do throws(CSVReader.UnclosedQuote) {
      guard let header = try reader.next() else {
        faults.add(.empty, line: nil)
        return []
      }
      guard readHeader(header) else { return [] }
      while let row = try reader.next() {
        if let entry = entry(row) { entries.append(entry) }
      }
    } catch {
      faults.add(.openQuote, line: error.line)
    }
    return entries
  }

  /// Whether rows can be read by it.
  private mutating func readHeader(_ row: TableRow) -> Bool {
    width = row.cells.count
    for (index, name) in row.cells.enumerated() {
      let plain = name.halfWidthBrackets
      guard let column = Column.allCases.first(where: { $0.names.contains(plain) }) else {
        faults.add(.unknownColumn(name), line: row.line)
        continue
      }
      if positions[column] != nil { faults.add(.columnTwice(name), line: row.line) }
      positions[column] = index
    }
    for column in Column.allCases where column.isNeeded && positions[column] == nil {
      faults.add(.noColumn(column.label), line: row.line)
    }
    return faults.diagnostics.isEmpty
  }

  private mutating func entry(_ row: TableRow) -> StatementEntry? {
    let before = faults.diagnostics.count
    if row.malformed != nil { faults.add(.behindQuote, line: row.line) }
    guard row.cells.count == width else {
      faults.add(.cells(expected: width, found: row.cells.count), line: row.line)
      return nil
    }
    let reference = cell(.reference, row)
    if reference.isEmpty { faults.add(.noReference, line: row.line) }
    let fen = FenText.fen(cell(.amount, row), grouped: true)
    if fen == nil { faults.add(.amount(cell(.amount, row)), line: row.line) }
    let isDebit = StatementTable.directions[cell(.direction, row).lowercased()]
    if isDebit == nil { faults.add(.direction(cell(.direction, row)), line: row.line) }
    let status = StatementTable.statuses[cell(.status, row).lowercased()]
    if status == nil { faults.add(.status(cell(.status, row)), line: row.line) }
    let day = CivilDate(cell(.day, row))
    if day == nil { faults.add(.date(cell(.day, row)), line: row.line) }
    guard let fen, let isDebit, let status else { return nil }
    let kind = StatementTable.kind(status, isDebit: isDebit)
    if kind == nil { faults.add(.contradiction, line: row.line) }
    guard before == faults.diagnostics.count, let kind else { return nil }
    let (id, reason) = (cell(.endToEndID, row), cell(.reason, row))
    return StatementEntry(
      reference: reference, kind: kind, fen: fen,
      endToEndID: id.isEmpty ? nil : id, day: day, reason: reason.isEmpty ? nil : reason,
      line: row.line)
  }

  /// The text of a cell; a tab or an apostrophe that kept it a text in a spreadsheet is no part of it.
  private func cell(_ column: Column, _ row: TableRow) -> String {
    guard let position = positions[column] else { return "" }
    let cell = row.cells[position].drop { $0 == "\t" || $0 == " " }
    return String(cell.first == "'" ? cell.dropFirst() : cell)
  }

  private static func kind(_ status: Status, isDebit: Bool) -> StatementEntry.Kind? {
    switch (status, isDebit) {
    case (.booked, true): .payment
    case (.booked, false): .receipt
    case (.refused, true): .rejection
    case (.returned, false): .return
    case (.pending, _): .pending
    // A refusal that brought money, a return that took some: not for a program to guess at.
    case (.refused, false), (.returned, true): nil
    }
  }

  private enum Status { case booked, refused, returned, pending }

  private static let statuses: [String: Status] = [
    "成功": .booked, "已记账": .booked, "book": .booked, "booked": .booked,
    "失败": .refused, "拒绝": .refused, "rejected": .refused, "failed": .refused,
    "退汇": .returned, "退回": .returned, "returned": .returned,
    "处理中": .pending, "待记账": .pending, "pdng": .pending, "pending": .pending,
  ]

  /// Whether money left the account.
  private static let directions: [String: Bool] = [
    "借": true, "支出": true, "付": true, "dbit": true, "debit": true,
    "贷": false, "收入": false, "收": false, "crdt": false, "credit": false,
  ]
}

extension String {
  /// With `(` and `)` for the brackets that a Chinese keyboard writes.
  fileprivate var halfWidthBrackets: String {
    String(map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 })
  }
}
