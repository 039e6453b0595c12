import Core
import Foundation
import Pages
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing
import Workbench

/// The page of a document that later ones amend, as of a day.
@Suite("The text as of a day") struct AmendedPageTests {
  /// The page of one of the documents that the tests of amendments are about.
  private func page(_ id: String, asOf day: String, _ language: Language) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bench = try Workbench(
      try Home(at: root.path, namedBy: "test"),
      policies: root.appending(path: "Tests/Workbench/Documents").path)
    let checked = try #require(bench.documents.first { $0.id == id })
    let document = try #require(checked.document)
    return policyPage(
      PageLocation(language, "policies/" + id), document, checked.plan, asOf: day
    ).document
  }

  /// What stands between the first `start` and the next `end` behind it.
  private func part(_ page: String, from start: String, to end: String) -> Substring? {
    guard let first = page.range(of: start),
      let last = page[first.upperBound...].range(of: end)
    else { return nil }
    return page[first.lowerBound..<last.upperBound]
  }

  @Test(
    "A repealed benefit is struck, with the day and the document that repeals it",
    arguments: [
      (
        Language.zh, "已废止", "适用于 2022-07-01 起的事项，见 ",
        "测发〔2022〕5号 第三条"
      ),
      (
        Language.en, "Repealed", "For events from 2022-07-01 on, by ",
        "测发〔2022〕5号 Article 3"
      ),
    ])
  func benefit(_ language: Language, _ repealed: String, _ day: String, _ by: String) throws {
    let before = try page("base", asOf: "2022-06-30", language)
    #expect(before.contains("id=\"benefit-course\""))
    #expect(!before.contains(repealed))
    let after = try page("base", asOf: "2022-07-01", language)
    let struck = try #require(
      part(after, from: "<div class=\"changed repealed\">", to: "id=\"benefit-course\""))
    #expect(struck.contains("<strong>\(repealed)</strong>"))
    #expect(struck.contains(day))
    #expect(struck.contains(by))
    #expect(struck.contains("<del class=\"pieces\">"))
    #expect(!struck.contains("</del>"))
    // Only what is repealed is.
    #expect(after.split(separator: "changed repealed").count - 1 == 1)
  }

  @Test("So are the benefits of a repealed article, and below its heading stands why")
  func article() throws {
    let before = try page("measures", asOf: "2023-12-31", .zh)
    #expect(!before.contains("已废止"))
    let after = try page("measures", asOf: "2024-01-01", .zh)
    let heading = try #require(part(after, from: "交通补贴</h2>", to: "</p>"))
    #expect(heading.contains("<strong>已废止</strong> 废止整条“第三条 交通补贴”。"))
    #expect(heading.contains("适用于 2024-01-01 起的事项，见 "))
    let struck = try #require(
      part(after, from: "<div class=\"changed repealed\">", to: "id=\"benefit-travel\""))
    #expect(struck.contains("<del class=\"pieces\">"))
    // An article put anew without one of its benefits has it among what was removed.
    #expect(!after.contains("id=\"benefit-meals\""))
  }

  @Test("The text as issued strikes nothing")
  func issued() throws {
    #expect(!(try page("base", asOf: "2021-01-01", .zh)).contains("<del"))
  }
}
