import Core
import PolicyDocument
import TestSupport
import Testing

@testable import Originals

@Suite("An issued text in articles")
struct TextSplittingTests {
  @Test(
    "What begins an article",
    arguments: [
      ("第四条 培训", "article 4"), ("　　第二十三条　其他", "article 23"), ("第 15 条", "article 15"),
      ("第一百零二条", "article 102"), ("第二部分 任务", "part 2"), ("第三章", "chapter 3"),
      ("第（一）项", nil), ("第二项", "item 2"), ("三、保障", "listed 3"), ("十一．附则", "listed 11"),
      ("3、编号", nil), ("第四季度", nil), ("依照第四条", nil), ("", nil), ("第条", nil),
    ])
  func headings(_ line: String, _ told: String?) {
    #expect(OrdinalHeading(line).map { "\($0.kind) \($0.number)" } == told)
  }

  private static func document(_ headings: [String]) throws -> PolicyDocument {
    let text = """
      ---
      id: test
      title: { zh: 测试, en: Test }
      dates: { issued: "2020-01-01" }
      region: "330300"
      ---

      """ + headings.map { "## \($0) 标题 · Heading \($0)\n\n正文。\n" }.joined(separator: "\n")
    return try #require(PolicyDocument.read(SourceText(name: "test.md", text: text)).document)
  }

  @Test("Articles stand under their headings, and nothing of a later one with them")
  func articles() throws {
    let document = try Self.document(["第一条", "第二条", "第四条"])
    let text = "通知\n第一条 一\r\n甲\r\n\r\n第二条 二\n乙 \n一、小标题\n丙\n第三条 三\n丁\n"
    let split = TextSplitting(text, document)
    let anchors = document.sections.filter { $0.level == 2 }.map(\.anchor)
    #expect(split.articles == [anchors[0]: "第一条 一\n甲", anchors[1]: "第二条 二\n乙\n一、小标题\n丙"])
    #expect(split.missing == ["第四条"])
  }

  @Test("A list in the text stands for parts and items of the document", arguments: ["部分", "项"])
  func lists(_ word: String) throws {
    let document = try Self.document(["第一\(word)", "第二\(word)"])
    let split = TextSplitting("一、甲\n一句\n（一）小\n二、乙\n两句\n", document)
    #expect(split.articles.values.sorted() == ["一、甲\n一句\n（一）小", "二、乙\n两句"])
    #expect(split.missing.isEmpty)
  }
}
