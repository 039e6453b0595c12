import Core
import Testing
import XMLText

/// What is taken of a document, and what is refused, word for word.
@Suite struct XMLTests {
  private func source(_ text: String) -> SourceText { SourceText(name: "a.xml", text: text) }

  @Test func aDocumentAsATree() throws {
    let root = try XMLElement.parse(
      source(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- 注 --><p:工匠 xmlns:p="urn:p" xmlns:q="urn:q" q:name="外" name="甲 &amp; 乙" q:kind="k">
          <p:等级>高<![CDATA[级 <1>]]></p:等级><q:note>x<p:deep/>y</q:note>
          <p:等级/>
        </p:工匠>
        """))
    #expect(root.name == "工匠")
    #expect(root.namespace == "urn:p")
    #expect(root.attributes == ["name": "甲 & 乙", "kind": "k"])
    #expect(root.children.map(\.name) == ["等级", "note", "等级"])
    #expect(root.all("等级").map(\.text) == ["高级 <1>", ""])
    #expect(root.first("note")?.text == "xy")
    #expect(root.children.map(\.line) == [3, 3, 4])
    #expect(root.within("urn:p").children.map(\.name) == ["等级", "等级"])
  }

  @Test(arguments: [
    ("", "没有元素", "Document is empty"), ("   ", "没有元素", "Start tag expected, '<' not found"),
    ("<a><b></a>", "有元素没有结束标签", "Premature end of data in tag a line 1"),
    ("<a", "标签没有写对", "Couldn't find end of Start Tag a line 1"),
    ("<a>&unknown;</a>", "用了未定义的实体", "Entity 'unknown' not defined"),
    ("<a/><b/>", "根元素之后还有内容", "Extra content at the end of the document"),
    ("<a b='1' b='2'/>", "属性写了两次", "Attribute b redefined"),
    ("text", "没有元素", "Start tag expected, '<' not found"),
  ])
  func malformed(text: String, zh: String, en: String) {
    let shown = "  | \(text)\n  | ^\n"
    #expect(
      refusal(.zh, of: source(text))
        == "a.xml:1:1: 错误 XML001: 不是完好的 XML：\(zh)\n\(shown)  请用 XML 工具重新导出该文件。")
    #expect(
      refusal(.en, of: source(text))
        == "a.xml:1:1: error XML001: this is not well-formed XML: \(en)\n\(shown)"
        + "  Export the file again with an XML tool.")
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>",
    "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
    "<!DOCTYPE a [<!ENTITY e \"x\">]><a b=\"&e;\"/>", "<!DOCTYPE a><a/>",
  ])
  func documentTypes(text: String) {
    #expect(
      refusal(.zh, of: source(text))
        == "a.xml: 错误 XML002: 文件声明了自己的 DTD\n  请删去 <!DOCTYPE …>：实体与外部引用不被接受。")
    #expect(
      refusal(.en, of: source(text))
        == "a.xml: error XML002: the file declares a DTD of its own\n"
        + "  Remove <!DOCTYPE …>: entities and outside references are not accepted.")
  }

  /// Entities that grow from level to level are refused before they are expanded.
  @Test func entitiesThatExplode() {
    var text = "<!DOCTYPE a [<!ENTITY e0 \"xxxxxxxxxx\">"
    for level in 1...30 {
      text += "<!ENTITY e\(level) \"\(String(repeating: "&e\(level - 1);", count: 10))\">"
    }
    #expect(refusal(.en, of: source(text + "]><a b=\"&e30;\">&e30;</a>")).contains("error XML00"))
  }

  @Test(arguments: [201, 230, 10_000])
  func tooDeep(levels: Int) {
    let text =
      String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
    #expect(
      refusal(.zh, of: source(text)) == "a.xml: 错误 XML003: 元素嵌套超过 200 层\n  请简化该文件。")
    #expect(
      refusal(.en, of: source(text))
        == "a.xml: error XML003: elements are nested more than 200 deep\n  Make the file flatter.")
  }

  @Test func deepEnough() throws {
    let text = String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)
    #expect(try XMLElement.parse(source(text)).name == "a")
  }

  private func refusal(_ language: Language, of source: SourceText) -> String {
    do {
      _ = try XMLElement.parse(source)
      return "accepted"
    } catch {
      return error.diagnostics.map { $0.rendered(in: source, language) }.joined(separator: "\n")
    }
  }
}
