import Core
import Determination
import Determinations
import JSONText
import PolicyPlan
import Registry

/// What is stored of a party, with the numbers that `replay` takes.
struct StoredList {
  private let stored: [StoredDetermination]
  private let labels: [String: Bilingual]
  private let run: DeterminationRun?

  /// - Parameters:
  ///   - store: where.
  ///   - party: its id.
  ///   - plans: know what benefits are called.
  /// - Throws: `DeterminationProblem.unknownParty`, `StoreError`.
  init(_ store: DeterminationStore, of party: String, _ plans: [Plan]) throws {
    run = try store.lastRun()
    stored = try store.stored(of: party)
    if stored.isEmpty, try store.registry.snapshot().key(of: party) == nil {
      throw DeterminationProblem.unknownParty(id: party)
    }
    labels = Dictionary(plans.flatMap(\.benefits).map { ($0.id, $0.label) }) { first, _ in first }
  }

  func show(_ session: Session, asJSON: Bool) {
    if asJSON {
      session.output.line(json)
      return
    }
    if run == nil {
      session.print(
        Bilingual(
          zh: "登记库还没有整体核定过", en: "the registry has not been determined as a whole yet"))
    } else if stored.isEmpty {
      session.print(Bilingual(zh: "没有核定结果", en: "there are no determinations"))
    }
    let width = stored.map { "\($0.number)".count }.max() ?? 0
    for one in stored {
      let number = "\(one.number)"
      let blanks = String(repeating: " ", count: width - number.count)
      let label = labels[one.benefit] ?? Bilingual(one.benefit)
      let sum = one.amount.map { Bilingual(zh: "\($0) 元", en: "\($0) yuan") }
      let parts = [
        "\(blanks)\(number)", label[session.language], one.subject,
        one.outcome.label[session.language], sum?[session.language],
        Bilingual(zh: "第 \(one.run) 次核定", en: "run \(one.run)")[session.language],
      ]
      session.output.line(parts.compactMap(\.self).joined(separator: "  "))
    }
  }

  private var json: String {
    var writer = JSONWriter(.indented)
    writer.array { writer in
      for one in stored {
        writer.object { writer in
          writer.key("number")
          writer.integer(Int(one.number))
          writer.member("benefit", one.benefit)
          writer.member("owner", one.owner)
          writer.member("party", one.party)
          writer.member("subject", one.subject)
          writer.member("outcome", one.outcome.rawValue)
          writer.member("amount", one.amount?.description)
          writer.key("run")
          writer.integer(Int(one.run))
        }
      }
    }
    return writer.text
  }
}
