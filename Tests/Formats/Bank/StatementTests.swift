import BankFiles
import Core
import Testing

/// Statements as they are read, and everything that is wrong with them at once.
@Suite struct StatementTests {
  private static func entry(
    _ reference: String, amount: String = "3000.00", direction: String = "DBIT",
    status: String = "BOOK", id: String = "E1", reason: String = ""
  ) -> String {
    """
    <Ntry><Amt Ccy="CNY">\(amount)</Amt><CdtDbtInd>\(direction)</CdtDbtInd><Sts>\(status)</Sts>
    <BookgDt><Dt>2026-03-03</Dt></BookgDt><AcctSvcrRef>\(reference)</AcctSvcrRef>
    <NtryDtls><TxDtls><Refs><EndToEndId>\(id)</EndToEndId></Refs>\(reason)</TxDtls></NtryDtls></Ntry>
    """
  }

  private static func statement(_ entries: String, version: String = "02") -> String {
    """
    <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.\(version)"><BkToCstmrStmt>
    <Stmt><Id>S1</Id><Acct><Id><Othr><Id>3300</Id></Othr></Id></Acct>
    \(entries)
    </Stmt></BkToCstmrStmt></Document>
    """
  }

  private func read(_ text: String) throws -> BankStatement {
    try BankStatement.read(Array(text.utf8), name: "s")
  }

  private func codes(_ text: String) -> [String] {
    do throws(DiagnosticsError) {
      _ = try BankStatement.read(Array(text.utf8), name: "s")
      return []
    } catch {
      return error.diagnostics.map { diagnostic in
        let line = diagnostic.range.map { error.source.position(at: $0.start).line } ?? 0
        return "\(line) \(diagnostic.code)"
      }
    }
  }

  private static let returned = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"

  @Test(
    "what an entry means",
    arguments: [
      ("DBIT", "BOOK", "", StatementEntry.Kind.payment), ("CRDT", "BOOK", returned, .return),
      ("CRDT", "BOOK", "", .receipt), ("DBIT", "INFO", returned, .rejection),
      ("DBIT", "PDNG", "", .pending), ("DBIT", "INFO", "", .pending),
    ]) func kinds(
      _ direction: String, _ status: String, _ reason: String, _ kind: StatementEntry.Kind
    ) throws
  {
    let entry = StatementTests.entry("R1", direction: direction, status: status, reason: reason)
    let read = try read(StatementTests.statement(entry))
    #expect(read.id == "S1")
    #expect(read.account == "3300")
    #expect(
      read.entries == [
        StatementEntry(
          reference: "R1", kind: kind, fen: 300_000, endToEndID: "E1",
          day: CivilDate("2026-03-03"), reason: reason.isEmpty ? nil : "AC04", line: 5)
      ])
  }

  @Test("later versions say the status in an element of its own") func laterVersion() throws {
    let entry = StatementTests.entry("R1", status: "<Cd>BOOK</Cd>")
    #expect(
      try read(StatementTests.statement(entry, version: "08")).entries.map(\.kind) == [.payment])
  }

  @Test("many payments booked as one are taken one by one, and must come to the whole")
  func details() throws {
    func booked(_ whole: String) -> String {
      StatementTests.statement(
        """
        <Ntry><Amt Ccy="CNY">\(whole)</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
        <NtryRef>N</NtryRef><NtryDtls>
        <TxDtls><Refs><AcctSvcrRef>a</AcctSvcrRef><EndToEndId>E1</EndToEndId></Refs>
        <AmtDtls><TxAmt><Amt Ccy="CNY">1.10</Amt></TxAmt></AmtDtls></TxDtls>
        <TxDtls><Refs><AcctSvcrRef>b</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
        <AmtDtls><TxAmt><Amt Ccy="CNY">2.20</Amt></TxAmt></AmtDtls></TxDtls></NtryDtls></Ntry>
        """)
    }
    let entries = try read(booked("3.30")).entries
    #expect(entries.map(\.reference) == ["a", "b"])
    #expect(entries.map(\.fen) == [110, 220])
    #expect(entries.map(\.endToEndID) == ["E1", nil])
    #expect(codes(booked("3.31")) == ["3 STM011"])
    // Without references of their own they have that of the whole, and ours.
    let shared = booked("3.30").split(separator: "<AcctSvcrRef>a</AcctSvcrRef>").joined()
    #expect(try read(shared).entries.map(\.reference) == ["N/E1", "b"])
  }

  @Test(
    "amounts are exact to the 分, or refused",
    arguments: [
      ("3000", 300_000), ("3000.5", 300_050), ("0.01", 1), ("92233720368547758.07", Int64.max),
      ("92233720368547758.08", nil), ("1.005", nil), ("1.000", nil), ("-1", nil), ("+1", nil),
      ("1e2", nil), ("", nil), (".5", nil), ("1.", nil), ("1,000.00", nil), ("１", nil),
    ] as [(String, Int64?)]) func amounts(_ text: String, _ fen: Int64?) throws
  {
    let whole = StatementTests.statement(StatementTests.entry("R1", amount: text))
    if let fen {
      #expect(try read(whole).entries.map(\.fen) == [fen])
    } else {
      #expect(codes(whole) == ["3 STM005"])
    }
  }

  @Test("all that is wrong is told at once, with its line, and nothing is taken") func allAtOnce() {
    let text = StatementTests.statement(
      [
        StatementTests.entry("R1"), StatementTests.entry("R2", amount: "1.234"),
        StatementTests.entry("", direction: "OUT"), StatementTests.entry("R4", status: "DONE"),
      ].joined(separator: "\n"))
    #expect(codes(text) == ["6 STM005", "9 STM008", "9 STM010", "12 STM009"])
  }

  @Test(
    "what is no statement is refused",
    arguments: [
      ("<a/>", ["1 STM002"]),
      (
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\"><x/></Document>",
        ["1 STM002"]
      ),
      ("<Document", ["1 XML001"]),
      ("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", ["0 XML002"]),
      (statement("").split(separator: "<Stmt>")[0] + "</BkToCstmrStmt></Document>", ["1 STM004"]),
      ("", ["0 STM018"]),
      (
        "a,b\n",
        ["1 STM013", "1 STM013", "1 STM012", "1 STM012", "1 STM012", "1 STM012", "1 STM012"]
      ),
      ("\u{0}\u{0}", ["0 STM001"]),
    ] as [(String, [String])]) func refused(_ text: String, _ codes: [String])
  {
    #expect(self.codes(text) == codes)
  }

  @Test(
    "a table, its columns in either language and any order",
    arguments: [
      """
      银行流水号,流水号,金额（元）,借贷,状态,日期,原因
      R1,'E1,"3,000.00",借,成功,2026-03-03,
      R2,\tE2,1.5,贷,退汇,2026-03-04,AC04
      R3,E3,2,支出,失败,2026-03-04,户名不符
      """,
      """
      date,status,direction,amount,end_to_end_id,reference,reason
      2026-03-03,BOOKED,DBIT,3000.00,E1,R1,
      2026-03-04,returned,credit,1.50,E2,R2,AC04
      2026-03-04,rejected,debit,2.00,E3,R3,户名不符
      """,
    ]) func table(_ text: String) throws
  {
    let day = CivilDate("2026-03-04")
    #expect(
      try read(text).entries == [
        StatementEntry(
          reference: "R1", kind: .payment, fen: 300_000, endToEndID: "E1",
          day: CivilDate("2026-03-03"), line: 2),
        StatementEntry(
          reference: "R2", kind: .return, fen: 150, endToEndID: "E2", day: day, reason: "AC04",
          line: 3),
        StatementEntry(
          reference: "R3", kind: .rejection, fen: 200, endToEndID: "E3", day: day, reason: "户名不符",
          line: 4),
      ])
  }

  @Test("faults of a table are told all at once") func tableFaults() {
    let text = """
      reference,amount,direction,status,date
      ,1.001,out,done,2026-3-3
      R2,1,debit,booked
      R3,"1"x,debit,booked,2026-03-03
      R4,1,credit,rejected,2026-03-03
      R5,1,debit,booked,"2026
      """
    #expect(
      codes(text) == [
        "2 STM010", "2 STM005", "2 STM008", "2 STM009", "2 STM007", "3 STM015", "4 STM016",
        "5 STM019", "6 STM017",
      ])
    #expect(codes("reference,amount,金额,direction,status\n") == ["1 STM014", "1 STM012"])
  }
}
