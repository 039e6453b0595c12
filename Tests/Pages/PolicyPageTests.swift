import Core
import Pages
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

@Suite struct PolicyPageTests {
  private func documents() throws -> [(PolicyDocument, Plan?)] {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    return try ProjectFiles.names(in: "Policies", suffix: ".md").compactMap { name in
      guard let document = PolicyDocument.read(try ProjectFiles.source(name)).0 else { return nil }
      return (document, Plan.compile(document, vocabulary).plan)
    }
  }

  private func page(
    _ document: PolicyDocument, _ plan: Plan?, _ language: Language
  ) -> String {
    let place = PageLocation(language, "policies/" + document.front.id.text)
    return policyPage(place, document, plan).document
  }

  @Test(arguments: Language.allCases)
  func everyRuleStandsThereWithItsSentence(_ language: Language) throws {
    for (document, plan) in try documents() {
      let page = page(document, plan, language)
      for rule in document.benefits.flatMap(\.rules) {
        #expect(page.contains("<code>\(HTML(rule.expression.text).markup)</code>"))
      }
      let scored = document.benefits.flatMap(\.scoreRows).compactMap(\.expression)
      for cell in scored { #expect(page.contains("<code>\(HTML(cell.text).markup)</code>")) }
      let rules = document.benefits.reduce(0) { $0 + $1.rules.count } + scored.count
      let sentences = page.split(separator: "<p class=\"reads\">").count - 1
      #expect(sentences == rules + document.stacking.count)
      for assumption in document.assumptions {
        #expect(page.contains(HTML(assumption.reason[language]).markup))
      }
      for row in document.parameters { #expect(page.contains(HTML(row.value.text).markup)) }
    }
  }

  @Test(arguments: Language.allCases)
  func everyLinkWithinThePageHasItsTarget(_ language: Language) throws {
    for (document, plan) in try documents() {
      let page = page(document, plan, language)
      let ids = values(of: "id", in: page)
      #expect(Set(ids).count == ids.count)
      for link in values(of: "href", in: page) where link.hasPrefix("#") {
        #expect(ids.contains(String(link.dropFirst())), "\(link)")
      }
      // What explanations cite.
      for section in document.sections where section.level > 1 {
        #expect(ids.contains(section.anchor))
      }
    }
  }

  @Test func aDocumentWithErrorsIsShownWithoutSentences() throws {
    for (document, _) in try documents() where !document.benefits.isEmpty {
      let page = page(document, nil, .zh)
      #expect(!page.contains("<p class=\"reads\">"))
      #expect(page.contains("<code>"))
    }
  }

  private func values(of attribute: String, in page: String) -> [String] {
    let mark = Array(" \(attribute)=\"".utf8)
    return Array(page.utf8).split(separator: mark).dropFirst().map {
      String(decoding: $0.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
  }
}
