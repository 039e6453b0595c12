import Bureau
import Casework
import Core
import HTTP
import Messages
import Office
import Pages
import Payout
import Store

/// Where those who receive begin, their payments, and how many of their workers have cases.
struct MyHomeRoutes: Sendable {
  let desk: Desk
  let words: MyWords
  /// More open cases at once than anybody has.
  private static let mostOpen = 500
  private static let endedAtOnce = 10
  private static let pageSize = 25

  init(_ desk: Desk) {
    self.desk = desk
    words = MyWords(desk.bureau)
  }

  private var casework: Casework { desk.bureau.casework }

  func home(_ request: SignedRequest) throws -> Response {
    try desk.choosing(request) { try home(request, $0) }
  }

  private func home(_ request: SignedRequest, _ party: MyParty) throws -> Response {
    try request.note("case.list", "party", party.id, party: party.id)
    let frame = try desk.frame(party, request)
    let view = try desk.bureau.office.read { connection in
      let open = try casework.cases(
        of: party.id, isOpen: true, limit: Self.mostOpen, connection
      ).cases.map(words.line)
      let ended = try casework.cases(
        of: party.id, isOpen: false, limit: Self.endedAtOnce, connection)
      return MyHome(
        frame: frame, mine: open.filter { $0.turn == .yours }.sorted(by: Self.isDueBefore),
        others: open.filter { $0.turn != .yours },
        ended: try ended.cases.map(words.line),
        earlier: ended.next.map { Self.earlier("my/ended", party, $0) },
        unread: try desk.bureau.messages.unread(of: request.actor, connection),
        hasChoice: request.parties.count > 1)
    }
    return Response(myHomePage(request.place, view))
  }

  private static func isDueBefore(_ left: MyCaseLine, _ right: MyCaseLine) -> Bool {
    (left.due?.dayNumber ?? .max, left.number) < (right.due?.dayNumber ?? .max, right.number)
  }

  private static func earlier(_ path: String, _ party: MyParty, _ position: Int64) -> String {
    path + "?" + Desk.query(party, (name: "before", value: "\(position)"))
  }

  func ended(_ request: SignedRequest) throws -> Response {
    try desk.choosing(request) { try ended(request, $0) }
  }

  private func ended(_ request: SignedRequest, _ party: MyParty) throws -> Response {
    try request.note("case.list", "party", party.id, party: party.id)
    let page = try desk.bureau.office.read { connection in
      try casework.cases(
        of: party.id, isOpen: false, before: request.position, limit: Self.pageSize, connection)
    }
    return Response(
      myEndedPage(
        request.place, try desk.frame(party, request), try page.cases.map(words.line),
        next: page.next.map { Self.earlier("my/ended", party, $0) }))
  }

  func workers(_ request: SignedRequest) throws -> Response {
    try desk.choosing(request, organisations: true) { try workers(request, $0) }
  }

  private func workers(_ request: SignedRequest, _ party: MyParty) throws -> Response {
    try request.note("party.count-workers", "party", party.id, party: party.id)
    let count = try desk.bureau.workerCount(of: party.id)
    return Response(
      myWorkersPage(
        request.place, try desk.frame(party, request), people: count.people,
        openCases: count.openCases))
  }

  func payments(_ request: SignedRequest) throws -> Response {
    try desk.choosing(request) { try payments(request, $0) }
  }

  private func payments(_ request: SignedRequest, _ party: MyParty) throws -> Response {
    try request.note("payout.list", "party", party.id, party: party.id)
    let (payments, next) = try desk.bureau.office.read { connection in
      let page = try casework.cases(
        of: party.id, before: request.position, limit: Self.pageSize, connection)
      return (
        try page.cases.flatMap { try self.payments(of: $0, request.actor, connection) }, page.next
      )
    }
    return Response(
      myPaymentsPage(
        request.place, try desk.frame(party, request), payments,
        next: next.map { Self.earlier("my/payments", party, $0) }))
  }

  /// The attempts to pay a case, the last one first.
  private func payments(
    of record: CaseRecord, _ actor: Actor, _ connection: borrowing Connection
  ) throws -> [MyPayment] {
    let attempts = try desk.bureau.payout.instructions(for: record.number, connection)
      .filter { $0.status != .withdrawn }
    guard !attempts.isEmpty else { return [] }
    let settled = try casework.detail(record.number, for: actor, connection).events
      .first { $0.act == "settle" }
    return try attempts.reversed().map { attempt in
      let account = try desk.bureau.payout.maskedAccount(of: attempt, connection)
      return MyPayment(
        number: record.number, benefit: words.words.benefit(record.entitlement.benefit),
        amount: Money(fen: attempt.amount), status: attempt.status.label,
        isSettled: attempt.status == .settled, account: "\(attempt.bank) \(account)",
        day: attempt.status == .settled ? settled?.moment.day : nil,
        reason: attempt.reason.map { BankReason(code: $0)?.label ?? Bilingual($0) })
    }
  }
}

extension SignedRequest {
  /// Behind which entry a page of a list begins, as its address says.
  var position: Int64? { request.query["before"].flatMap(Int64.init) }
}
