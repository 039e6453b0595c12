import Core
import Foundation
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

@testable import Workbench

/// All that a later document may change: articles, assumptions, stacking, targets, provisions, prose.
@Suite struct AmendmentTargetTests {
  private func bench(_ words: [String: String] = [:]) throws -> Workbench {
    let folder = try TemporaryFolder()
    for name in ["measures", "measures-later"] {
      var text = try Corpus("Documents").source(name).text
      for (word, other) in words { text = text.replacingOccurrences(of: word, with: other) }
      try Data(text.utf8).write(to: folder.url.appending(path: name + ".md"))
    }
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    return try Workbench(try Home(at: repository, namedBy: "test"), policies: folder.url.path)
  }

  @Test("Examples on the day before and the day itself hold for every kind of change")
  func examples() throws {
    for document in try bench().documents {
      let checked = document.runningExamples()
      #expect(checked.diagnostics == [])
      #expect(checked.plan != nil)
    }
  }

  @Test("The text of each day says what holds then, and the text as issued stays")
  func texts() throws {
    let plan = try #require(try bench().documents.first { $0.id == "measures" }?.plan)
    let issued = plan.document
    #expect(issued.provisions.map(\.id.text) == ["priority", "ticket"])
    #expect(issued.targets.map(\.value.text) == ["1000"])
    let days = try ["2022-01-01", "2023-01-01", "2024-01-01"].map { text in
      let day = try #require(CivilDate(text))
      return try #require(plan.versions.last { $0.holds(event: day, on: day) }).plan.document
    }
    #expect(days[0].provisions.map(\.id.text) == ["ticket"])
    #expect(days[0].targets.map(\.value.text) == ["2000"])
    #expect(days[0].assumptions.map(\.value.text) == ["4"])
    #expect(!days[0].source.text.contains("一人一次。"))
    #expect(days[1].stacking.map(\.label.zh) == ["每级一次"])
    #expect(days[2].benefits.map(\.id.text) == ["grant", "course", "travel"])
    #expect(days[2].provisions.isEmpty)
    #expect(days[2].assumptions.map(\.name.text) == ["最低等级", "培训比例"])
  }

  @Test(
    "What is said of such changes that cannot be",
    arguments: [
      (
        ["assumption: 最低等级 }": "assumption: 最低级 }"],
        "AMD003：被修改的文件里没有“最低级”。是不是想写“最低等级”？"
      ),
      (
        ["article: 第三条 }": "article: 第九条 }"],
        "AMD003：被修改的文件里没有“第九条”。"
      ),
      (
        ["repeal: { provision: priority }": "repeal: { article: 第一条 }"],
        "AMD005：“lowest-level”也从 2022-01-01 起修改“第一条”。同一处同一天只能改一次：请合并，或改其中一个日期。"
      ),
    ])
  func refusals(_ words: [String: String], _ chinese: String) throws {
    let later = try #require(try bench(words).documents.first { $0.id == "measures-later" })
    let told = later.runningExamples().diagnostics.map { diagnostic in
      "\(diagnostic.code)：\(diagnostic.message.zh)。\(diagnostic.advice.zh)"
    }
    #expect(told.contains { $0.hasPrefix(chinese) }, "\(told)")
  }
}
