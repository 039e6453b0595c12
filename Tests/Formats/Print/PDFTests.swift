import Core
import Testing

@testable import Print

/// What a document becomes on paper; that its text can be read again is tried in `Tests/browser`.
@Suite("Printing") struct PDFTests {
  private let day = CivilDate(dayNumber: 18_000)

  private func document(_ blocks: [PrintedBlock], _ language: Language = .zh) -> PrintedDocument {
    PrintedDocument(
      title: "题", author: "作者", language: language, created: day, footer: "脚", blocks: blocks)
  }

  private static let rare: [PrintedBlock] = [
    .text(PrintedText("待遇核定告知书", .title)),
    // Of the extensions A, B, C, D and E, a compatibility form, and Latin with marks.
    .text(PrintedText("王㛃𠮷𪚥𫞩𬱖䶮﨎·Nguyễn Müller Łódź", .lead)), .text(PrintedText("", .body)),
    .code("https://rencai.example.cn/verify/ABCDEFGHIJKLMNOPQRSTUVWX", beside: [PrintedText("扫码")]),
    .link(PrintedText("a\0b\nc"), to: "https://a.example/it's\\"),
  ]

  @Test("The same document gives the same bytes", arguments: Language.allCases)
  func repeatable(_ language: Language) throws {
    let document = document(Self.rare, language)
    let first = try document.pdf()
    #expect(first.starts(with: Array("%PDF-1.5".utf8)))
    #expect(try document.pdf() == first)
    var other = document
    other.created = CivilDate(dayNumber: 18_001)
    #expect(try other.pdf() != first)
  }

  @Test("Several at once do not meet") func threads() async throws {
    let document = document(Self.rare)
    let expected = try document.pdf()
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { @concurrent in try document.pdf() } }
      for try await bytes in group { #expect(bytes == expected) }
    }
  }

  /// How many pages a document has.
  private func pages(_ blocks: [PrintedBlock]) throws -> [[Mark]] {
    try Press.use { (fonts) throws(PrintProblem) in
      var composer = Composer(Typesetter(fonts, .zh))
      for block in blocks { try composer.add(block) }
      return Kept(pages: composer.pages)
    }.pages
  }

  // Used by the one thread of the test.
  private struct Kept: @unchecked Sendable { let pages: [[Mark]] }

  private func table(rows: Int, lines: Int) -> PrintedBlock {
    let text = PrintedText(Array(repeating: "行", count: lines).joined(separator: "\n"))
    return .table(
      PrintedTable(
        columns: [.init(share: 1), .init(share: 2, .end)], header: ["甲", "乙"],
        rows: Array(repeating: .init([[text], [PrintedText("1")]]), count: rows)))
  }

  @Test(
    "Whatever the rows, nothing leaves the page, and each page of a table has its header",
    arguments: [(1, 1), (100, 1), (60, 3), (3, 30), (2, 200), (1, 45), (0, 1)])
  func tables(_ rows: Int, _ lines: Int) throws {
    let pages = try pages([
      .text(PrintedText("题", .heading)), table(rows: rows, lines: lines), .code("x", beside: []),
    ])
    var count = 0
    for (number, page) in pages.enumerated() {
      var hasHeader = false
      for mark in page {
        switch mark {
        case .line(_, let x, let baseline):
          #expect(x >= Sheet.margin && baseline >= Sheet.top && baseline <= Sheet.bottom)
          count += 1
        case .rule(_, let y, _, _, _): #expect(y >= Sheet.top && y <= Sheet.bottom + 0.01)
        case .symbol(_, _, let y, let side): #expect(y >= Sheet.top && y + side <= Sheet.bottom)
        case .open("TH", _): hasHeader = true
        case .open, .close: break
        }
      }
      // The last page may hold the code alone.
      if number < pages.count - 1 || pages.count == 1 { #expect(hasHeader, "page \(number)") }
      let opened = page.count { if case .open = $0 { true } else { false } }
      #expect(opened == page.count { if case .close = $0 { true } else { false } })
    }
    let headers = pages.count { page in
      page.contains { if case .open("TH", _) = $0 { true } else { false } }
    }
    #expect(count == 1 + rows * (lines + 1) + 2 * headers)
  }

  @Test("A heading is not left alone at the foot of a page") func headings() throws {
    for filler in 30..<50 {
      let pages = try pages(
        Array(repeating: .text(PrintedText("段")), count: filler) + [
          .text(PrintedText("题", .heading)), table(rows: 2, lines: 1),
        ])
      for page in pages {
        let heading = page.firstIndex { if case .open("H2", _) = $0 { true } else { false } }
        let row = page.firstIndex { if case .open("TD", _) = $0 { true } else { false } }
        if heading != nil { #expect(row != nil, "\(filler)") }
      }
    }
  }

  @Test("A character that no font has is refused by its name") func noGlyphs() throws {
    // A private character, which no standard gives a form.
    let document = document([.text(PrintedText("王\u{10FFFD}\u{10FFFD}五"))])
    #expect(throws: PrintProblem.noGlyphs(characters: "\u{10FFFD}")) { try document.pdf() }
  }

  @Test("A QR code holds so much and no more") func codes() throws {
    #expect(try QRSymbol("x").size == 21)
    let full = String(repeating: "a", count: 2331)
    #expect(try QRSymbol(full).size == 177)
    #expect(throws: PrintProblem.codeTooLong(bytes: 2332)) { try QRSymbol(full + "a") }
    let symbol = try QRSymbol("https://a.example/verify/ABCD")
    let dark = (0..<symbol.size * symbol.size).count {
      symbol[$0 / symbol.size, $0 % symbol.size]
    }
    #expect(symbol.runs.reduce(0) { $0 + $1.length } == dark)
    #expect(symbol.runs.allSatisfy { $0.column + $0.length <= symbol.size })
  }

  @Test(
    "What is wrong, in both languages",
    arguments: [
      (
        .noGlyphs(characters: "𰻞"), "PRT001", "本机的字体里没有这些字：𰻞",
        "请安装有这些字的字体（Debian 软件包 fonts-noto-cjk、fonts-hanazono），再试一次。",
        "no font of this machine has 𰻞",
        "Install a font that has them (Debian packages fonts-noto-cjk and fonts-hanazono), and try "
          + "again."
      ),
      (
        .codeTooLong(bytes: 2332), "PRT002", "网址有 2332 字节，二维码放不下", "请用较短的网址。",
        "the address has 2332 bytes, which no QR code holds", "Use a shorter address."
      ),
      (
        .failed(detail: "out of memory"), "PRT003", "无法生成 PDF（out of memory）",
        "请关闭别的程序后再试；还不行就把这段文字报告给维护者。",
        "the PDF could not be made (out of memory)",
        "Close other programs and try again; if that does not help, report this text to the "
          + "maintainers."
      ),
    ] as [(PrintProblem, String, String, String, String, String)])
  func words(
    _ problem: PrintProblem, _ code: String, _ zh: String, _ adviceZh: String, _ en: String,
    _ adviceEn: String
  ) {
    #expect(problem.code == code)
    #expect(problem.message == Bilingual(zh: zh, en: en))
    #expect(problem.advice == Bilingual(zh: adviceZh, en: adviceEn))
  }
}
