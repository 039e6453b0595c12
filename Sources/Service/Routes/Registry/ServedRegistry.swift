import Core
package import Determinations
import FEEL
import Facts
import HTTP
import Notices
import Pages
import PolicyPlan
package import Registry
import Replay
import Vocabulary

/// The registry that the site shows: it is only read here.
package struct ServedRegistry: Sendable {
  package let registry: Registry
  package let store: DeterminationStore
  /// What a party is determined by when somebody asks for the reasons.
  package let rules: Rulebook
  /// The same without what later documents changed in texts; `nil` where none did.
  let asIssued: Rulebook?
  /// Makes notices of what is stored, and keeps them so that they can be confirmed.
  let notices: NoticeIssuer
  /// Works out what is stored again.
  let replayer: Replayer
  /// Told of what went wrong, for whoever runs the service; readers get words without paths.
  package let report: @Sendable (any Error) -> Void

  /// - Parameters:
  ///   - registry: the facts.
  ///   - store: what was determined of them.
  ///   - rules: the plans.
  ///   - report: told of what goes wrong.
  /// - Throws: `StoreError`, `CryptographyFailure` when the table of notices cannot be made.
  package init(
    _ registry: Registry, _ store: DeterminationStore, _ rules: Rulebook,
    report: @escaping @Sendable (any Error) -> Void
  ) throws {
    self.registry = registry
    notices = NoticeIssuer(try NoticeRegister(store), rules)
    self.store = store
    self.rules = rules
    asIssued =
      rules.plans.allSatisfy(\.versions.isEmpty)
      ? nil : try Rulebook(rules.plans.map(\.withoutAmendments))
    replayer = Replayer(store, rules)
    words = FactWords(
      vocabulary: registry.vocabulary,
      benefits: Dictionary(
        rules.plans.flatMap(\.benefits).map { ($0.id, $0.label) }, uniquingKeysWith: { $1 }))
    self.report = report
  }

  var vocabulary: Vocabulary { registry.vocabulary }
  let words: FactWords

  /// Runs what reads the registry.
  ///
  /// - Throws: a refusal in words for the reader when it cannot be read.
  func reading<Answer>(
    _ body: () throws -> Answer
  ) throws(Refusal) -> Answer {
    do {
      return try body()
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      report(error)
      throw Refusal(
        .serviceUnavailable,
        message: Bilingual(zh: "登记库现在读不出来。", en: "The registry cannot be read at the moment."),
        advice: Bilingual(
          zh: "请稍后再试；原因写在启动服务的终端里。",
          en: "Try again later; the reason is printed where the service was started."))
    }
  }

  /// Leads to the page of a party.
  func link(to id: String, in facts: FactBase) -> PartyLink {
    PartyLink(path: ServedRegistry.path(of: id), name: name(of: id, in: facts))
  }

  static func path(of id: String) -> String { "parties/" + PercentEncoding.encode(id) }

  /// What a party is called; its id where no name is known.
  func name(of id: String, in facts: FactBase) -> String {
    guard let party = facts.party(id), let field = vocabulary.types[party.type].fieldIndex("name"),
      case .known(.string(let name)) = party.values[field], !name.isEmpty
    else { return id }
    return name
  }

  /// A change as pages tell of it, on the clock of this machine.
  func recorded(_ change: Change) -> RecordedChange {
    RecordedChange(number: change.number, moment: change.clock, source: change.source)
  }
}
