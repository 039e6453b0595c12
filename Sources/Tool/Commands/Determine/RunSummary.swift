import Core
import Determinations
import JSONText
import PolicyPlan

/// What a run over the registry did, and what every benefit comes to.
struct RunSummary {
  private let summary: DeterminationRunner.Summary
  private let totals: [BenefitTotal]
  private let labels: [String: Bilingual]
  /// In the order of the documents.
  private let order: [String: Int]

  init(
    _ summary: DeterminationRunner.Summary, totals: [BenefitTotal], _ plans: [Plan]
  ) {
    self.summary = summary
    let benefits = plans.flatMap(\.benefits)
    labels = Dictionary(benefits.map { ($0.id, $0.label) }) { first, _ in first }
    order = Dictionary(benefits.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let order = order
    self.totals = totals.sorted {
      (order[$0.benefit] ?? .max, $0.benefit) < (order[$1.benefit] ?? .max, $1.benefit)
    }
  }

  func print(_ session: Session) {
    let output = session.output
    output.line(headline[session.language])
    output.line(counts[session.language])
    if totals.isEmpty { return }
    output.line("")
    for total in totals { output.line("  " + line(total)[session.language]) }
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

  private func line(_ total: BenefitTotal) -> Bilingual {
    let label = labels[total.benefit] ?? Bilingual(total.benefit)
    var zh = "\(label.zh)：可以享受 \(total.entitled.grouped) 项，共 \(total.amount) 元"
    var en = "\(label.en): \(total.entitled.grouped) entitled, \(total.amount) yuan in all"
    if total.undetermined > 0 {
      zh += "；暂不能确定 \(total.undetermined.grouped) 项"
      en += "; \(total.undetermined.grouped) cannot be said yet"
    }
    return Bilingual(zh: zh, en: en)
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
      writer.key("benefits")
      writer.array { writer in for total in totals { write(total, to: &writer) } }
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

  private func write(_ total: BenefitTotal, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("benefit", total.benefit)
      for (name, number) in [
        ("entitled", total.entitled), ("not-entitled", total.notEntitled),
        ("undetermined", total.undetermined), ("receivers", total.receivers),
      ] {
        writer.key(name)
        writer.integer(number)
      }
      writer.member("amount", total.amount.description)
      writer.member("granted", total.granted.description)
    }
  }
}
