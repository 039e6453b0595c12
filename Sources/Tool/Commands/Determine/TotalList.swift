import Core
import Determinations
import JSONText
import PolicyPlan

/// What every benefit comes to over the registry, in the order of the documents.
struct TotalList {
  private let totals: [BenefitTotal]
  private let labels: [String: Bilingual]

  init(_ totals: [BenefitTotal], _ plans: [Plan]) {
    let benefits = plans.flatMap(\.benefits)
    labels = Dictionary(benefits.map { ($0.id, $0.label) }) { first, _ in first }
    let order = Dictionary(benefits.enumerated().map { ($1.id, $0) }) { first, _ in first }
    self.totals = totals.sorted {
      (order[$0.benefit] ?? .max, $0.benefit) < (order[$1.benefit] ?? .max, $1.benefit)
    }
  }

  /// After an empty line, where there is anything.
  func print(_ session: Session) {
    if totals.isEmpty { return }
    session.output.line("")
    for total in totals { session.output.line("  " + line(total)[session.language]) }
  }

  /// As the member `benefits`.
  func write(to writer: inout JSONWriter) {
    writer.key("benefits")
    writer.array { writer in for total in totals { write(total, to: &writer) } }
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
