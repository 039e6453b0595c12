import Bureau
import Casework
import Core
import Office
import Pages
import Procedures

/// Makes lines of cases for those who receive.
struct MyWords: Sendable {
  let bureau: Bureau
  let words: CaseWords

  init(_ bureau: Bureau) {
    self.bureau = bureau
    words = CaseWords(bureau)
  }

  func line(_ record: CaseRecord) throws -> MyCaseLine {
    let state = try bureau.casework.shelf.procedure(of: record).state(record.state)
    return MyCaseLine(
      number: record.number, benefit: words.benefit(record.entitlement.benefit),
      kind: record.kind.label, isClawBack: record.kind == .clawBack,
      amount: record.amount > 0 ? record.money : nil,
      state: state?.label ?? Bilingual(record.state), turn: MyWords.turn(state?.turn ?? .nobody),
      due: record.due, isOverdue: record.due.map { $0 < bureau.clock.today } ?? false)
  }

  private static func turn(_ turn: Turn) -> MyTurn {
    switch turn {
    case .party: .yours
    case .anybody, .official: .office(turn.label)
    case .service: .service
    case .nobody: .over
    }
  }

  /// What happened to a case, as its party may read it: not who of the officials took it, nor what
  /// they noted for one another.
  func events(_ detail: Casework.Detail) -> [CaseView.Event] {
    detail.events.filter { !MyWords.inner.contains($0.act) }.map { event in
      let role = event.role?.label ?? Bilingual("")
      let isOwn = event.role?.isOfficial == false && event.role != .system
      let isTold = detail.procedure.transition(event.act)?.tells != nil && !event.isSignature
      return CaseView.Event(
        moment: event.moment.text,
        who: isOwn
          ? Bilingual(zh: "\(event.name)（\(role.zh)）", en: "\(event.name) (\(role.en))") : role,
        what: CaseWords.act(event, detail.procedure), note: isOwn || isTold ? event.note : "")
    }
  }

  private static let inner: Set<String> = ["take", "give-back"]
}
