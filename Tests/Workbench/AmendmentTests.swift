import Core
import Foundation
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

@testable import Workbench

/// What a later document changes of an earlier one.
@Suite struct AmendmentTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The two documents, with words of the later one replaced, in a folder of their own.
  private func bench(_ words: [String: String] = [:]) throws -> Workbench {
    let folder = try TemporaryFolder()
    for name in ["base", "later"] {
      var text = try Corpus("Documents").source(name).text
      if name == "later" {
        for (word, other) in words { text = text.replacingOccurrences(of: word, with: other) }
      }
      try Data(text.utf8).write(to: folder.url.appending(path: name + ".md"))
    }
    let home = try Home(at: Self.repository, namedBy: "test")
    return try Workbench(home, policies: folder.url.path)
  }

  private func told(_ words: [String: String]) throws -> [String] {
    let later = try #require(try bench(words).documents.first { $0.id == "later" })
    return later.runningExamples().diagnostics.flatMap { diagnostic in
      [
        "\(diagnostic.code)：\(diagnostic.message.zh)。\(diagnostic.advice.zh)",
        "\(diagnostic.code): \(diagnostic.message.en). \(diagnostic.advice.en)",
      ]
    }
  }

  @Test("Examples before, on and after the day hold, and those of the issued text too")
  func examples() throws {
    for document in try bench().documents {
      let checked = document.runningExamples()
      #expect(checked.diagnostics == [])
      #expect(checked.plan != nil)
    }
  }

  @Test("An example that forgets the amendment does not hold")
  func wrongExample() throws {
    let told = try told(["2022-01-01    | 享受   |   1800": "2022-01-01    | 享受   |   1500"])
    #expect(told.first == "PLN071：算例“当日”应为 享受 1500.00，算得 享受 1800.00。请核对规则的公式、表格和叠加，或改正算例。")
  }

  @Test("Both texts remain: the document as issued, and one for each set of changes")
  func versions() throws {
    let plan = try #require(try bench().documents.first { $0.id == "base" }?.plan)
    #expect(plan.withoutAmendments.versions.isEmpty)
    #expect(plan.document.source.text.contains("1500"))
    let last = try #require(plan.versions.last)
    #expect(last.eventsFrom == CivilDate("2024-01-01"))
    #expect(last.determinedFrom == CivilDate("2023-01-01"))
    #expect(last.changes.map(\.amendment.id.text) == ["level-4", "no-course", "bonus", "wider"])
    #expect(last.plan.document.source.text.contains("四级 · level 4 |         4 |   1800"))
    #expect(!last.plan.document.source.text.contains("1500 |\n| `"))
    #expect(plan.versions.count == 7)
  }

  @Test(
    "What is said of amendments that cannot be",
    arguments: [
      (
        ["of: base": "of: bases"],
        "AMD001：没有被修改的文件“bases”。是不是想写“base”？",
        "AMD001: there is no document “bases” to amend. Did you mean “base”?"
      ),
      (
        ["of: base\nreplace: { row": "of: later\nreplace: { row"],
        "AMD002：文件不能修改自己。请直接改这份文件。",
        "AMD002: a document cannot amend itself. Change the document itself."
      ),
      (
        ["标准/四级": "标准/五级"], "AMD003：被修改的文件里没有“标准/五级”。是不是想写“标准/三级”？",
        "AMD003: the document has no “标准/五级”. Did you mean “标准/三级”?"
      ),
      (
        ["benefit: course": "benefit: courses"],
        "AMD003：被修改的文件里没有“courses”。是不是想写“course”？",
        "AMD003: the document has no “courses”. Did you mean “course”?"
      ),
      (
        ["from: \"2022-07-01\"": "from: \"2020-01-01\""],
        "AMD004：修改自 2020-01-01 起，不晚于被修改文件的 2020-01-01。请写晚于被修改文件开始适用的日子。",
        "AMD004: the change holds from 2020-01-01, not after 2020-01-01, the start of what it "
          + "changes. Give a day after that from which the other applies."
      ),
      (
        [
          "replace: { parameter: 上浮 }\nfrom: \"2023-01-01\"\nby: on":
            "repeal: { row: 标准/四级 }\nfrom: \"2022-01-01\""
        ],
        "AMD005：“level-4”也从 2022-01-01 起修改“标准/四级”。同一处同一天只能改一次：请合并，或改其中一个日期。",
        "AMD005: “level-4” changes “标准/四级” from 2022-01-01 too. One thing changes once a day: join "
          + "the two, or change one of the dates."
      ),
      (
        [
          "| U              | 证书.等级 | → 标准 |\n|----------------|----------:|-------:|\n| 四级 · level 4 |         4 |   1800 |\n":
            "没有表。\n"
        ],
        "AMD006：没有写明用什么替换“标准/四级”。在这一块下面写出新的待遇块和规则表、新的表行或参数；要取消的写 repeal。",
        "AMD006: nothing takes the place of “标准/四级”. Below the block write the new benefit with its "
          + "rules, the new row or parameter; to take it away write repeal."
      ),
      (
        ["|         4 |   1800 |": "|         4 |   a + |"], "AMD007：修改后的文本有误：",
        "AMD007: the amended text has a fault: "
      ),
      (
        ["id: grant\nlabel": "id: grants\nlabel"], "AMD007：修改后的文本有误：没有待遇“grant”，算例无从计算。",
        "AMD007: the amended text has a fault: there is no benefit “grant” to work these examples"
      ),
    ])
  func refusals(_ words: [String: String], _ chinese: String, _ english: String) throws {
    let told = try told(words)
    #expect(told.first?.hasPrefix(chinese) == true, "\(told)")
    #expect(told.dropFirst().first?.hasPrefix(english) == true, "\(told)")
  }
}
