import Core
import Pages
import Testing

@Suite struct HTMLTests {
  @Test(arguments: [
    ("工匠", "工匠"), ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"),
    ("\"'", "&quot;&#39;"), ("", ""),
  ])
  func textIsEscaped(_ text: String, _ markup: String) {
    #expect(HTML(text).markup == markup)
    #expect(Tag.p { text }.markup == "<p>\(markup)</p>")
    #expect(Tag.p(.class(text)).markup == "<p class=\"\(markup)\"></p>")
    #expect(("\(text)" as HTML).markup == markup)
  }

  @Test func blocksBuildMarkup() {
    let names = ["甲", "乙"]
    let list = Tag.ul {
      for name in names { Tag.li { name } }
      if names.isEmpty { Tag.li { "none" } }
    }
    #expect(list.markup == "<ul><li>甲</li><li>乙</li></ul>")
    #expect(
      Tag.input(.type("text"), Attribute("required")).markup == "<input type=\"text\" required>")
    #expect(Tag.heading(9)().markup == "<h6></h6>")
    #expect(HTML.joined(names.map { HTML($0) }, by: "<").markup == "甲&lt;乙")
  }

  @Test func theStylesheetIsSmallAndWhole() {
    #expect(Stylesheet.text.utf8.count <= 20_000)
    #expect(
      Stylesheet.text.filter { $0 == "{" }.count == Stylesheet.text.filter { $0 == "}" }.count)
    #expect(Stylesheet.path.hasPrefix("/assets/style-"))
  }

  @Test(arguments: [
    (Money(fen: 300_000), "3,000.00 元", "3,000.00 yuan"), (Money(fen: 5), "0.05 元", "0.05 yuan"),
    (Money(fen: -123_456_789), "−1,234,567.89 元", "−1,234,567.89 yuan"),
    (Money(fen: 99_999), "999.99 元", "999.99 yuan"), (.zero, "0.00 元", "0.00 yuan"),
  ])
  func moneyIsGrouped(_ money: Money, _ zh: String, _ en: String) {
    #expect(money.words(.zh) == zh)
    #expect(money.words(.en) == en)
  }
}
