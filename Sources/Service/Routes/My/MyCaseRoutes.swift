import Bureau
import Casework
import Core
import HTTP
import Ledger
import Office
import Pages
import Procedures
import Store

/// The page of a case for whoever receives.
struct MyCaseRoutes: Sendable {
  let desk: Desk
  let words: MyWords

  init(_ desk: Desk) {
    self.desk = desk
    words = MyWords(desk.bureau)
  }

  var casework: Casework { desk.bureau.casework }

  /// A case with all that belongs to it, and whom the reader acts for in it.
  struct Opened {
    let party: MyParty
    let frame: MyFrame
    let detail: Casework.Detail
    let account: PayeeAccount?
    let scores: [ScoreComparison]

    var record: CaseRecord { detail.record }
    var number: String { detail.record.number }

    /// What the party can do now.
    var steps: [Transition] {
      detail.steps.map(\.transition).filter { $0.by.contains(.party) }
    }
  }

  /// The case that the address names, with an entry in the trail that it was looked at.
  ///
  /// - Parameters:
  ///   - request: names it.
  ///   - action: what the trail calls the look; `nil` where what follows writes an entry of its own.
  /// - Returns: the case.
  /// - Throws: `Refusal.notFound` for a number there is not and for a case of somebody else alike;
  ///   `StoreError`.
  func open(_ request: SignedRequest, noting action: String? = "case.see") throws -> Opened {
    let number = request.parameter("number")
    do {
      let (detail, account, scores) = try desk.bureau.office.read { connection in
        let detail = try casework.detail(number, for: request.actor, connection)
        _ = try request.party(of: detail.record)
        return (
          detail, try casework.account(of: number, connection),
          try casework.scores(of: number, connection)
        )
      }
      let party = try request.party(of: detail.record)
      if let action { try request.note(action, "case", number, party: party.id) }
      return Opened(
        party: party, frame: try desk.frame(party, request), detail: detail, account: account,
        scores: scores)
    } catch CaseworkProblem.unknownCase {
      throw Refusal.notFound
    }
  }

  func page(_ request: SignedRequest) throws -> Response {
    let opened = try open(request)
    var view = try view(opened)
    view.paper = try desk.notice(of: opened.record, for: request.actor)
    return Response(myCasePage(request.place, opened.frame, view))
  }

  private func view(_ opened: Opened) throws -> MyCaseView {
    let (detail, record) = (opened.detail, opened.record)
    var view = MyCaseView(line: try words.line(record), name: record.partyName)
    view.steps = opened.steps.map { step($0, opened) }
    view.reasons = CaseWords.reasons(detail.determination)
    view.events = words.events(detail)
    view.files = detail.files.map(MyFile.init)
    view.account = opened.account.map(Self.masked)
    if opened.scores.contains(where: { $0.review != nil }) {
      view.scores = ScoreWords(desk.model.plans, record).lines(opened.scores)
    }
    view.parent = record.parent
    (view.notice, view.instalments) = try desk.bureau.office.read { connection in
      let notice = try casework.openNotice(of: opened.number, connection)
      return (
        notice.map { ($0.number, $0.closes) }, try instalments(record, connection)
      )
    }
    return view
  }

  /// What is still to be paid back: by the claim once it was decided, until then as it was agreed.
  private func instalments(
    _ record: CaseRecord, _ connection: borrowing Connection
  ) throws -> [MyCaseView.Instalment] {
    guard record.kind == .clawBack else { return [] }
    let demand = try desk.bureau.ledger.demands(
      ofSubject: record.parent ?? record.number, connection
    ).last
    let claimed = try casework.shelf.procedure(of: record).transitions
      .first { $0.effects.contains(.demand) }?.to
    if let demand, record.state == claimed {
      return demand.openInstalments.map {
        MyCaseView.Instalment(due: $0.due, amount: Money(fen: $0.amount))
      }
    }
    guard words.isOpen(record) else { return [] }
    return try casework.instalments(of: record.number, connection).map {
      MyCaseView.Instalment(due: $0.due, amount: Money(fen: $0.amount))
    }
  }

  static func masked(_ account: PayeeAccount) -> String {
    "\(account.bank) \(CaseRoutes.masked(account.number))"
  }

  // MARK: What can be done

  /// What one of the steps needs before it is taken, and where it begins.
  private func step(_ transition: Transition, _ opened: Opened) -> MyCaseView.Step {
    let pages = "my/cases/\(opened.number)/"
    let hands = transition.needs.contains { $0 == .evidence || $0 == .selfScores }
    let tasks = hands ? transition.needs.compactMap { task($0, opened, transition) } : []
    let begins =
      !hands && transition.needs.contains(.account)
      ? "account?step=\(transition.id)" : "steps/\(transition.id)"
    return MyCaseView.Step(
      id: transition.id, label: transition.label, isGrave: transition.isGrave, tasks: tasks,
      path: pages + begins)
  }

  private func task(
    _ requirement: Requirement, _ opened: Opened, _ transition: Transition
  ) -> MyCaseView.Step.Task? {
    let pages = "my/cases/\(opened.number)/"
    return switch requirement {
    case .evidence:
      .init(
        Bilingual(zh: "上传材料", en: "Hand in evidence"), path: pages + "files",
        isDone: !opened.detail.files.isEmpty)
    case .account:
      .init(
        Bilingual(zh: "填写收款账户", en: "Give an account"),
        path: pages + "account?step=\(transition.id)", isDone: opened.account != nil)
    case .selfScores:
      .init(
        Bilingual(zh: "逐项自评打分", en: "Give your own points"), path: pages + "scores",
        isDone: !opened.scores.isEmpty && opened.scores.allSatisfy { $0.own != nil })
    case .reason, .reviewScores: nil
    }
  }
}

extension MyWords {
  /// Whether a case has not ended.
  func isOpen(_ record: CaseRecord) -> Bool {
    (try? bureau.casework.shelf.procedure(of: record).state(record.state)?.isEnd) == false
  }
}

extension MyFile {
  /// A file as it is kept.
  init(_ evidence: Evidence) {
    self.init(key: evidence.key, name: evidence.name, size: evidence.size)
  }
}
