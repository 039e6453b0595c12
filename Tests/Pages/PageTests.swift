import Core
import Pages
import Testing

@Suite struct PageTests {
  private func page(_ language: Language) -> Page {
    Page(
      PageLocation(language, "policies/a%2Fb", query: "q=1"), title: "<标题>", active: .policies
    ) { Tag.h1 { "正文" } }
  }

  @Test(arguments: [
    (Language.zh, "<html lang=\"zh-CN\">", "跳到正文", "/en/policies/a%2Fb?q=1"),
    (Language.en, "<html lang=\"en\">", "Skip to main content", "/zh/policies/a%2Fb?q=1"),
  ])
  func theFrameIsInTheReadersLanguageAndTheSwitchKeepsThePlace(
    _ language: Language, _ root: String, _ skip: String, _ other: String
  ) {
    let document = page(language).document
    #expect(document.hasPrefix("<!doctype html>\n" + root))
    #expect(document.contains("<a class=\"skip\" href=\"#main\">\(skip)</a>"))
    #expect(document.contains("<a class=\"language\" href=\"\(other)\""))
    #expect(document.contains("<main id=\"main\""))
    #expect(document.contains("aria-current=\"true\""))
    #expect(document.contains("&lt;标题&gt;"))
    #expect(!document.contains("<标题>"))
  }

  @Test func aPageWithAMistakeSaysSoInItsTitle() {
    var page = page(.zh)
    page.hasError = true
    #expect(page.document.contains("<title>有误：&lt;标题&gt; – 工匠</title>"))
  }

  @Test(arguments: Language.allCases)
  func nothingIsInlineAndNothingComesFromElsewhere(_ language: Language) {
    for page in [
      page(language), checkStartPage(PageLocation(language)),
      startPage(PageLocation(language), documents: []),
      policyIndexPage(PageLocation(language), []),
      factsPage(PageLocation(language), FactsForm()),
    ] {
      let document = page.document
      for forbidden in ["<script", "style=", " onclick", "javascript:", "http://", "https://"] {
        #expect(!document.contains(forbidden) || forbidden == "http://" && document.contains("svg"))
      }
    }
  }

  @Test func aRefusalIsAPage() {
    let page = refusalPage(
      PageLocation(.en), message: Bilingual(zh: "没有", en: "There is none."),
      advice: Bilingual(zh: "请回首页。", en: "Go to the home page."))
    #expect(page.document.contains("<h1>There is none.</h1>"))
    #expect(page.document.contains("Go to the home page."))
  }

  @Test(arguments: [
    ("330302", "鹿城区", "Lucheng"), ("330300", "温州市", "Wenzhou"),
    ("330000", "浙江省", "Zhejiang"), ("999999", "999999", "999999"),
  ])
  func regionsHaveNames(_ code: String, _ zh: String, _ en: String) {
    #expect(Region.name(of: code) == Bilingual(zh: zh, en: en))
  }

  @Test func placesNearbyComeFirst() {
    let groups = Region.groups(near: ["331083", "330000", "330302", "331000"])
    #expect(
      groups.map(\.title.en) == [
        "Wenzhou", "Taizhou", "Elsewhere in Zhejiang", "Outside the province",
      ])
    #expect(groups.first?.regions.allSatisfy { $0.code.hasPrefix("3303") } == true)
    let codes = groups.flatMap { $0.regions.map(\.code) }
    #expect(Set(codes).count == codes.count)
  }
}
