import Core
import Determination
import Testing

@Suite("Reports")
struct ReportTests {
  private let citation = Citation(
    document: "test", number: "测试〔2020〕1号", article: Bilingual(zh: "第一条", en: "Article 1"),
    anchor: "article-1", line: 9)

  @Test("A report of nothing says so")
  func empty() throws {
    let day = try #require(CivilDate("2020-12-31"))
    let report = Report(on: day, determinations: [])
    #expect(report.json() == #"{"on":"2020-12-31","determinations":[]}"#)
    #expect(
      report.text(.zh) == "认定日 2020-12-31\n\n没有可以认定的事项：事实中没有属于现行文件适用区域的记录。\n")
    #expect(
      report.text(.en)
        == "Determined as of 2020-12-31\n\n"
        + "Nothing to determine: no record of these facts lies in a document's region.\n")
  }
}
