import Core
import Determinations
import JSONText
import PolicyPlan

/// What a run over the registry did, and what every benefit comes to.
struct RunSummary {
  private let summary: DeterminationRunner.Summary
  private let totals: TotalList

  init(
    _ summary: DeterminationRunner.Summary, totals: [BenefitTotal], _ plans: [Plan]
  ) {
    self.summary = summary
    self.totals = TotalList(totals, plans)
  }

  func print(_ session: Session) {
    let output = session.output
    output.line(headline[session.language])
    output.line(counts[session.language])
    totals.print(session)
  }

  private var headline: Bilingual {
    let parties = summary.parties.grouped
    let resumed =
      summary.wasResumed
      ? Bilingual(zh: "接着上次中断处，", en: "went on where the last run broke off: ") : Bilingual("")
    return Bilingual(
      zh: "\(resumed.zh)按 \(summary.run.on) 核定了 \(parties) 个当事人（第 \(summary.run.number) 次）",
      en:
        "\(resumed.en)determined \(parties) parties as of \(summary.run.on) (run \(summary.run.number))"
    )
  }

  private var counts: Bilingual {
    let (added, ended) = (summary.added.grouped, summary.ended.grouped)
    let unchanged = summary.unchanged.grouped
    return Bilingual(
      zh: "结果新增 \(added) 条，终止 \(ended) 条，不变 \(unchanged) 条",
      en: "determinations: \(added) new, \(ended) ended, \(unchanged) unchanged")
  }

  /// One object: the run, what it did, and the totals by benefit.
  var json: String {
    var writer = JSONWriter(.indented)
    writer.object { writer in
      writer.member("on", summary.run.on.description)
      for (name, number) in numbers {
        writer.key(name)
        writer.integer(number)
      }
      writer.key("resumed")
      writer.boolean(summary.wasResumed)
      totals.write(to: &writer)
    }
    return writer.text
  }

  private var numbers: [(String, Int)] {
    [
      ("run", Int(summary.run.number)), ("facts", Int(summary.run.facts)),
      ("parties", summary.parties), ("added", summary.added), ("ended", summary.ended),
      ("unchanged", summary.unchanged),
    ]
  }
}
