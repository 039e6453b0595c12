import Core
import XMLText

/// Reads camt.053.001.02 (Bank to Customer Statement, ISO 20022 of 2009), and later versions as far
/// as they say the same in the same places.
struct CamtReader {
  private var faults: StatementFaults
  private var entries: [StatementEntry] = []

  static func read(_ source: SourceText) throws(DiagnosticsError) -> BankStatement {
    let root = try XMLElement.parse(source)
    var reader = CamtReader(faults: StatementFaults(source))
    let statement = reader.document(root)
    try reader.faults.check()
    return statement
  }

  private mutating func document(_ root: XMLElement) -> BankStatement {
    guard root.name == "Document", root.namespace.hasPrefix(CamtReader.namespace),
      let message = root.first("BkToCstmrStmt")
    else {
      faults.add(.noStatement(root: root.children.first?.name ?? root.name), line: root.line)
      return BankStatement(entries: [])
    }
    let statements = message.all("Stmt")
    if statements.isEmpty { faults.add(.missing("Stmt"), line: message.line) }
    let accounts = Set(statements.map { CamtReader.account($0.first("Acct")) })
    if accounts.count > 1 { faults.add(.severalAccounts, line: message.line) }
    for statement in statements {
      for entry in statement.all("Ntry") { read(entry) }
    }
    let id = statements.compactMap { $0.first("Id")?.trimmed }.joined(separator: "+")
    return BankStatement(
      id: id.isEmpty ? nil : id, account: accounts.first ?? nil, entries: entries)
  }

  private static let namespace = "urn:iso:std:iso:20022:tech:xsd:camt.053.001."

  private static func account(_ account: XMLElement?) -> String? {
    let id = account?.first("Id")
    return id?.first("Othr")?.first("Id")?.trimmed ?? id?.first("IBAN")?.trimmed
  }

  /// One booking; where the bank booked many payments in one, each of its details.
  private mutating func read(_ entry: XMLElement) {
    guard let fen = amount(entry.first("Amt"), in: entry), let booking = booking(entry)
    else { return }
    let details = entry.all("NtryDtls").flatMap { $0.all("TxDtls") }
    if details.count <= 1 {
      append(entry, details.first, part: nil, fen, booking)
      return
    }
    var sum: Int64 = 0
    for (index, detail) in details.enumerated() {
      guard let part = amount(CamtReader.amount(of: detail), in: detail) else { return }
      append(entry, detail, part: index + 1, part, booking)
      // What does not fit 64 bits is no sum of the entry either.
      sum = sum.addingReportingOverflow(part).partialValue
    }
    if sum != fen {
      faults.add(
        .detailSum(sum: FenText.yuan(sum), entry: FenText.yuan(fen)), line: entry.line)
    }
  }

  /// What all details of an entry share.
  private struct Booking {
    var isDebit: Bool
    var isReversal: Bool
    var status: String
    var day: CivilDate?
  }

  private mutating func booking(_ entry: XMLElement) -> Booking? {
    let direction = entry.first("CdtDbtInd")?.trimmed
    if direction != "DBIT", direction != "CRDT" {
      faults.add(
        direction.map { .direction($0) } ?? .missing("CdtDbtInd"), line: entry.line)
    }
    // A text until version 7, and a choice after it.
    let status = entry.first("Sts").map { $0.first("Cd")?.trimmed ?? $0.trimmed }
    if status.map({ !CamtReader.statuses.contains($0) }) ?? true {
      faults.add(status.map { .status($0) } ?? .missing("Sts"), line: entry.line)
    }
    let day = self.day(entry.first("BookgDt"))
    guard let direction, let status else { return nil }
    let reversal = entry.first("RvslInd")?.trimmed
    return Booking(
      isDebit: direction == "DBIT", isReversal: reversal == "true" || reversal == "1",
      status: status, day: day)
  }

  private static let statuses: Set<String> = ["BOOK", "PDNG", "INFO", "FUTR"]

  private mutating func day(_ element: XMLElement?) -> CivilDate? {
    guard let element else { return nil }
    let part = element.first("Dt") ?? element.first("DtTm")
    // The day of a moment is the one that the bank writes.
    let text = String((part?.trimmed ?? "").prefix { $0 != "T" })
    guard let day = CivilDate(text) else {
      faults.add(.date(text), line: part?.line ?? element.line)
      return nil
    }
    return day
  }

  /// - Parameters:
  ///   - entry: the booking.
  ///   - detail: of the booking, where there is any.
  ///   - part: which of several details it is, from 1.
  ///   - fen: what was booked for it.
  ///   - booking: what all details share.
  private mutating func append(
    _ entry: XMLElement, _ detail: XMLElement?, part: Int?, _ fen: Int64, _ booking: Booking
  ) {
    let references = detail?.first("Refs")
    let id = references?.first("EndToEndId")?.trimmed
    var whole = entry.first("AcctSvcrRef")?.trimmed ?? entry.first("NtryRef")?.trimmed ?? ""
    // Of payments booked as one, each is known again by what the customer calls it.
    if let part, !whole.isEmpty { whole += "/\(id ?? String(part))" }
    let reference = references?.first("AcctSvcrRef")?.trimmed ?? whole
    if reference.isEmpty {
      faults.add(.noReference, line: entry.line)
      return
    }
    let why = detail?.first("RtrInf")
    let reason = why.map { CamtReader.reason($0) }
    entries.append(
      StatementEntry(
        reference: reference, kind: CamtReader.kind(booking, isRefused: why != nil), fen: fen,
        endToEndID: id == "NOTPROVIDED" ? nil : id, day: booking.day, reason: reason,
        line: detail?.line ?? entry.line))
  }

  /// A refusal never touched the account, so the bank tells of it without booking (INFO).
  private static func kind(_ booking: Booking, isRefused: Bool) -> StatementEntry.Kind {
    switch (booking.status, booking.isDebit) {
    case ("BOOK", true): booking.isReversal ? .receipt : .payment
    case ("BOOK", false): isRefused || booking.isReversal ? .return : .receipt
    case ("INFO", true) where isRefused: .rejection
    default: .pending
    }
  }

  private static func reason(_ returned: XMLElement) -> String {
    let reason = returned.first("Rsn")
    return reason?.first("Cd")?.trimmed ?? reason?.first("Prtry")?.trimmed
      ?? returned.first("AddtlInf")?.trimmed ?? ""
  }

  private static func amount(of detail: XMLElement) -> XMLElement? {
    let amounts = detail.first("AmtDtls")
    return detail.first("Amt") ?? amounts?.first("TxAmt")?.first("Amt")
      ?? amounts?.first("InstdAmt")?.first("Amt")
  }

  private mutating func amount(_ element: XMLElement?, in parent: XMLElement) -> Int64? {
    guard let element else {
      faults.add(.missing("Amt"), line: parent.line)
      return nil
    }
    if element["Ccy"] != "CNY" {
      faults.add(
        element["Ccy"].map { .currency($0) } ?? .missing("Amt/@Ccy"), line: element.line)
    }
    guard let fen = FenText.fen(element.trimmed) else {
      faults.add(.amount(element.trimmed), line: element.line)
      return nil
    }
    return fen
  }
}

extension XMLElement {
  /// The text without blanks around.
  fileprivate var trimmed: String {
    let scalars = text.unicodeScalars
    let rest = scalars.drop { $0.properties.isWhitespace }
    let end = rest.lastIndex { !$0.properties.isWhitespace }
    return end.map { String(rest[...$0]) } ?? ""
  }
}
