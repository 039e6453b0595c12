import Core
import HTTP
import Pages
import PolicyDocument
import Testing

@testable import Routes

/// Issued texts beside the articles of a document.
@Suite struct OriginalRouteTests {
  private func site() throws -> Site {
    let project = try projectModel()
    func anchor(_ id: String, _ article: String) throws -> String {
      let document = try #require(project.documents.first { $0.front.id.text == id })
      return try #require(document.sections.first { $0.article?.zh == article }).anchor
    }
    let day = try #require(CivilDate("2020-06-30"))
    func text(_ parts: [String: IssuedText.Part], _ pages: Int) -> IssuedText {
      IssuedText(
        parts: parts, pageCount: pages, names: ["通知.pdf"], attachedOn: day,
        hash: "0123456789abcdef0123")
    }
    let words = text([try anchor("wenzhou-2018-242", "第三条"): .words("第三条 <学徒>\n原话。")], 0)
    let scan = text([try anchor("taizhou", "第三部分"): .pages([2])], 2)
    return Site(
      ServiceModel(
        vocabulary: project.vocabulary, documents: project.documents, plans: project.plans,
        originals: [
          "wenzhou-2018-242": ServedOriginal(words) { _ in nil },
          "taizhou": ServedOriginal(scan) { page in page == 2 ? ([1, 2], "image/png") : nil },
        ], today: { day }))
  }

  @Test(arguments: [
    ("zh", "逐条对照印发的原文", "隐藏印发的原文"), ("en", "Show the issued text", "Hide the issued text"),
  ])
  func wordsStandBesideTheArticleWhenAskedFor(
    _ language: String, _ show: String, _ hide: String
  ) throws {
    let visitor = Visitor(try site())
    try visitor.get("/\(language)/policies/wenzhou-2018-242")
    #expect(visitor.page.contains(show))
    #expect(visitor.page.contains("/\(language)/policies/wenzhou-2018-242?original=1"))
    #expect(!visitor.page.contains("原话"))
    try visitor.get("/\(language)/policies/wenzhou-2018-242?original=1")
    #expect(visitor.page.contains("第三条 &lt;学徒&gt;\n原话。"))
    #expect(visitor.page.contains(hide))
    #expect(visitor.page.contains("0123456789abcdef…"))
  }

  @Test func pagesOfAScanAreShownAndServed() throws {
    let visitor = Visitor(try site())
    try visitor.get("/zh/policies/taizhou?original=1")
    #expect(visitor.page.contains("src=\"/originals/taizhou/2\""))
    #expect(visitor.page.contains("alt=\"原文第 2 页\""))
    let picture = try site().respond(to: try Request(.get, "/originals/taizhou/2"))
    #expect(picture.headers["Content-Type"] == "image/png")
    #expect(picture.body == [1, 2])
    for missing in ["/originals/taizhou/1", "/originals/taizhou/3", "/originals/jiaojiang/1"] {
      #expect(try site().respond(to: try Request(.get, missing)).status == .notFound)
    }
  }

  @Test func aDocumentWithoutOneSaysNothingOfIt() throws {
    let visitor = Visitor(try site())
    try visitor.get("/zh/policies/jiaojiang")
    #expect(!visitor.page.contains("印发的原文"))
  }
}
