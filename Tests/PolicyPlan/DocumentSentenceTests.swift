import Core
import Foundation
import PolicyDocument
import PolicyPlan
import TestSupport
import Testing

/// The sentences of the project's own documents.
@Suite struct DocumentSentenceTests {
  private struct Read {
    let rule: String
    let sentence: Bilingual
  }

  private static func read() throws -> [Read] {
    let vocabulary = try #require(ProjectFiles.vocabulary)
    var found: [Read] = []
    for name in try ProjectFiles.names(in: "Policies", suffix: ".md") {
      guard let document = PolicyDocument.read(try ProjectFiles.source(name)).0,
        let plan = Plan.compile(document, vocabulary).plan
      else { continue }
      for benefit in plan.benefits {
        var rules = benefit.definitions + benefit.conditions + benefit.exclusions + benefit.caps
        switch benefit.payment {
        case .once(let amount): rules.append(amount)
        case .monthly(let months): rules += [months.first, months.counts, months.rate]
        case .score(let sheet): rules += sheet.rules
        case .inKind: break
        }
        found += rules.map {
          Read(rule: benefit.id + "." + $0.id, sentence: plan.sentence(for: $0.node))
        }
      }
      for table in plan.tables {
        for (number, row) in table.rows.enumerated() {
          for (test, input) in zip(row.tests, table.inputs) {
            found.append(
              Read(
                rule: "\(plan.id) \(table.name) \(number + 1)",
                sentence: plan.sentence(for: test, of: input)))
          }
        }
      }
      found += plan.stacking.map {
        Read(rule: plan.id + " " + $0.id, sentence: plan.sentence(for: $0))
      }
    }
    return found
  }

  @Test func everySentenceIsWellFormed() throws {
    let all = try Self.read()
    #expect(all.count > 200)
    for one in all {
      let (zh, en) = (one.sentence.zh, one.sentence.en)
      for slip in ["的的", "是是", "是否。", "否则为如果", "。。", "@"] {
        #expect(!zh.contains(slip), "\(one.rule): \(zh)")
      }
      for slip in ["”’s", "s’s", "the the ", "the “the ", "  ", "..", "@", "null"] {
        #expect(!en.contains(slip), "\(one.rule): \(en)")
      }
      for (open, close) in [("（", "）"), ("“", "”"), ("(", ")")] {
        for text in [zh, en] {
          let counts = (text.count { String($0) == open }, text.count { String($0) == close })
          #expect(counts.0 == counts.1, "\(one.rule): \(text)")
        }
      }
      // Chinese stands in an English sentence only as a quotation.
      let bare = en.replacing(/“[^”]*”/, with: "")
      #expect(!bare.contains { ("\u{4e00}"..."\u{9fff}").contains($0) }, "\(one.rule): \(en)")
    }
  }

  @Test(arguments: [
    (
      "wuxing-2024-32 学徒分 2", "“当年的各项指标”的学徒培养人数在 1 到 19 之间（含）。",
      "“apprentices trained” in the year's indicators is from 1 to 19."
    ),
    ("wuxing-2024-32 工作室分 2", "该工作室的级别是市。", "That entry’s level is city."),
    (
      "wuxing-2024-32 合作系数 1", "该科技奖项的“合作获奖”为否。", "That entry’s “co-winner” is no."
    ),
    (
      "wuxing-2024-32/selection-score.X1.4",
      "如果“当年的各项指标”的“订单班”为是，则为2，否则如果“当年的各项指标”的“校企合作”为是，则为1，否则为0。",
      "2 if “order classes” in the year's indicators is yes, otherwise 1 if “cooperation with a "
        + "school” in the year's indicators is yes, otherwise 0."
    ),
    (
      "wuxing-2024-32/selection-score.X2.6",
      "如果假设“一人就高计一次，各人相加”成立（现定为是），则为“当年的各项指标”的领军荣誉按劳动者各取最高的“荣誉分”之和，否则如果“当年的各项指标”的领军荣誉的条数是0，则为0，否则为“当年的各项指标”的领军荣誉各条的“荣誉分”中最大的。",
      "The sum of each worker’s highest “Points for an honour” in “leading-talent honours” in the "
        + "year's indicators if the assumption “one person counts once at the highest, persons add "
        + "up” holds (set to yes), otherwise 0 if the number of “leading-talent honours” in the "
        + "year's indicators is 0, otherwise the greatest “Points for an honour” of each of "
        + "“leading-talent honours” in the year's indicators."
    ),
    (
      "wuxing-2024-32/selected-enterprise.notRejected",
      "每一条“当年的遴选记录”都满足：该遴选的结果是无，或者该遴选的结果不是未入选。",
      "For each of “the year's selection records”, that selection’s result is none or that "
        + "selection’s result is not rejected."
    ),
    (
      "jiaojiang 安家标准 4", "“持有技师或高级技师证书”成立。",
      "“holds a certificate of level 2 or 1” is true."
    ),
    (
      "wenzhou-2018-242/contest-prize.placed",
      "奖项的名次在 按“有奖名次”表得出的“首位” 到 按“有奖名次”表得出的“末位” 之间（含）。",
      "The award’s rank is from “首位” of the table “Rewarded ranks” to “末位” of the table “Rewarded "
        + "ranks”."
    ),
    (
      "wenzhou-2018-242/introduction-reward.outside", "引进的来源地区不在本文件适用的地区内。",
      "The relocation’s region of origin does not lie in the document’s region."
    ),
  ])
  func aSentenceReadsWell(_ rule: String, _ zh: String, _ en: String) throws {
    let found = try Self.read().filter { $0.rule == rule }.map(\.sentence)
    #expect(found.contains(Bilingual(zh: zh, en: en)), "\(found)")
  }
}
