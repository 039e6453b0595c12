import Core
import JSONText
import Registry
import Workbench

extension Command {
  static let changes = Command(
    "changes",
    Bilingual(
      zh: "列出登记库的变更：何时、来自哪里、涉及多少当事人",
      en: "list the changes of the registry: when, from where, and of how many parties"),
    options: [.party, .afterChange, .json] + Option.registryOptions,
    examples: [
      Example(
        "changes",
        Bilingual(zh: "全部变更，最早的在前；编号可用于 --known", en: "all of them; --known takes the numbers")),
      Example(
        "changes --party p1",
        Bilingual(zh: "只列出涉及这个当事人的", en: "only those that concern this party")),
    ]
  ) { arguments, session in
    let home = try Home.find(arguments, session.environment)
    let registry = try Registry.open(arguments, home, session)
    let after = try arguments.changeNumber(.afterChange) ?? 0
    let list = try ChangeList(registry, of: arguments[.party], after: after)
    list.show(session, asJSON: arguments.has(.json))
    return .success
  }
}

extension Option {
  static let afterChange = Option(
    "after", takes: ArgumentValue(Bilingual(zh: "变更号", en: "N"), .text),
    Bilingual(zh: "只列出这次变更以后的", en: "only those after this change"))
}

/// Changes of a registry, the oldest first.
private struct ChangeList {
  private let changes: [Change]
  /// How many parties each concerns, by its number.
  private let parties: [Int64: Int]

  /// - Throws: `RegistryProblem.unknownParty`, `StoreError`.
  init(_ registry: Registry, of party: String?, after: Int64) throws {
    if let party {
      let history = try registry.history(of: party, limit: .max)
      if history.isEmpty { throw RegistryProblem.unknownParty(id: party) }
      changes = history.reversed().filter { $0.number > after }
    } else {
      changes = try registry.changes(after: after, limit: .max)
    }
    parties = try registry.partyCounts(after: after)
  }

  func show(_ session: Session, asJSON: Bool) {
    if asJSON {
      session.output.line(json)
    } else if changes.isEmpty {
      session.print(Bilingual(zh: "没有变更", en: "there are no changes"))
    }
    guard !asJSON else { return }
    let width = changes.last.map { "\($0.number)".count } ?? 0
    for change in changes {
      let number = "\(change.number)"
      let blanks = String(repeating: " ", count: width - number.count)
      session.print(
        Bilingual(
          zh: "\(blanks)\(number)  \(change.clock)  \(change.source)（\(count(change)) 个当事人）",
          en: "\(blanks)\(number)  \(change.clock)  \(change.source) (parties: \(count(change)))"))
    }
  }

  private func count(_ change: Change) -> String { (parties[change.number] ?? 0).grouped }

  private var json: String {
    var writer = JSONWriter(.indented)
    writer.array { writer in
      for change in changes {
        writer.object { writer in
          writer.key("number")
          writer.integer(Int(change.number))
          writer.member("moment", change.instant)
          writer.member("source", change.source)
          writer.key("parties")
          writer.integer(parties[change.number] ?? 0)
        }
      }
    }
    return writer.text
  }
}
