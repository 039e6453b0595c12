import Core
import Print
import Testing

@Suite struct PDFTests {
  @Test func sameBytesTwice() throws {
    let document = PrintedDocument(
      title: "告知书", author: "a", language: .zh, created: CivilDate(dayNumber: 20000), footer: "脚",
      blocks: [.text(PrintedText("待遇核定告知书", .title)), .code("https://a/b", beside: [PrintedText("扫码")])])
    #expect(try document.pdf() == document.pdf())
  }
}
