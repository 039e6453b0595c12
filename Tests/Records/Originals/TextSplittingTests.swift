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
      ("3、编号", "numbered 3"), ("12. 赛事", "numbered 12"), ("2.保障", "numbered 2"),
      ("- 7. **健全", "numbered 7"), ("１．全角", nil), ("1.24 万人", nil), ("2018.12.19", nil),
      ("(二)强化", "bracketed 2"), ("（三） 其他", "bracketed 3"), ("（此件公开发布）", nil),
      ("一是深化", "told 1"), ("1是", nil), ("- 15 -", nil), ("第5至7项", nil), ("第四季度", nil),
      ("依照第四条", nil), ("", nil), ("第条", nil),
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
  }

  @Test("A list in the text stands for parts and items of the document", arguments: ["部分", "项"])
  func lists(_ word: String) throws {
    let document = try Self.document(["第一\(word)", "第二\(word)"])
    let split = TextSplitting("一、甲\n一句\n（一）小\n二、乙\n两句\n", document)
    #expect(split.articles.values.sorted() == ["一、甲\n一句\n（一）小", "二、乙\n两句"])
  }

  /// What the articles of a document are in a text, in the document's order; `nil` for those it lacks.
  private func split(
    _ text: String, _ headings: [String], called name: String = ""
  ) throws -> (articles: [String?], ambiguous: [[Int]]) {
    let document = try Self.document(headings)
    let split = TextSplitting(text, document, called: name)
    let anchors = document.sections.filter { $0.level == 2 }.map(\.anchor)
    return (anchors.map { split.articles[$0] }, split.ambiguous.map(\.lines))
  }

  @Test("Articles go by the kind of heading that most of them have")
  func numbers() throws {
    let text = "一、甲\n1. 一\n1.24 万人\n2. 二\n二、乙\n3．三\n"
    let found = try split(text, ["第一条", "第二条", "第三条"])
    #expect(found.articles == ["1. 一\n1.24 万人", "2. 二", "3．三"])
    #expect(found.ambiguous.isEmpty)
  }

  @Test("Items stand within their part, several in one article")
  func parts() throws {
    let text = "一、甲\n1. 一\n二、乙\n- 1. 二\n- 2.三\n- 3. 四\n- 4. 五\n三、丙\n附件\n表\n"
    let found = try split(text, ["第一部分", "第二部分第1项", "第二部分第2至3项", "第三部分", "附件"])
    #expect(
      found.articles == ["一、甲\n1. 一", "- 1. 二", "- 2.三\n- 3. 四", "三、丙", "附件\n表"])
  }

  @Test("A heading without a number is found by its title")
  func titles() throws {
    let found = try split("序\n主要目标\n甲\n保基本，乙\n政府保基本，丙\n保基本险\n", ["主要目标", "对策一 保基本", "其他"])
    #expect(found.articles == ["主要目标\n甲", "保基本，乙\n政府保基本，丙\n保基本险", nil])
  }

  @Test("Headings that the text has twice are told and not guessed")
  func twice() throws {
    let found = try split("一、甲\n二、乙\n一、丙\n", ["第一部分", "第二部分"])
    #expect(found.articles == [nil, "二、乙"])
    #expect(found.ambiguous == [[1, 3]])
  }

  @Test("Of several texts each is about its own articles")
  func severalTexts() throws {
    let headings = ["一月简报第一项", "十二月简报第一部分"]
    #expect(try split("一是甲\n", headings, called: "一月简报").articles == ["一是甲", nil])
    #expect(try split("一、乙\n", headings, called: "十二月简报").articles == [nil, "一、乙"])
    #expect(try split("一、乙\n", headings).articles == [nil, nil])
  }

  @Test("A part of a longer text")
  func extent() throws {
    let text = "目录\n- 甲市\n 甲市经验\n一、甲\n乙市经验\n一、乙\n"
    #expect(
      try TextExtent(from: "甲市", until: "丙市,乙市").cut(text, name: "t") == " 甲市经验\n一、甲")
    #expect(try TextExtent().cut(text, name: "t") == text)
    #expect(throws: OriginalProblem.noLine(file: "t", ["丁市"])) {
      try TextExtent(from: "丁市").cut(text, name: "t")
    }
  }
}
