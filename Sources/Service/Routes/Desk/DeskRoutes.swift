import Bureau
import Casework
import Core
import Cryptography
import HTTP
import Office
import Pages
import People
import Procedures
import Store

/// The pages of those who decide: where the day begins, lists, and many cases at once.
struct DeskRoutes: Sendable {
  let desk: Desk
  let words: CaseWords
  let bulk: BulkWorker

  init(_ desk: Desk) {
    self.desk = desk
    words = CaseWords(desk.bureau)
    bulk = BulkWorker(desk.bureau, report: desk.report)
  }

  private var casework: Casework { desk.bureau.casework }

  /// Roles that work on cases; auditors only look.
  static let roles: [Role] = [
    .clerk, .reviewer, .approver, .financeOfficer, .unionOfficer, .auditor,
  ]

  /// The role in which somebody looks at lists: the first of those that they hold.
  static func looker(_ request: SignedRequest) throws(Refusal) -> Signer {
    for role in roles { if let signer = Signer(request.actor, as: role) { return signer } }
    throw SignedRequest.notForYou
  }

  func home(_ request: SignedRequest) throws -> Response {
    let signer = try Self.looker(request)
    try request.note("case.list", "desk", "home")
    let view = try desk.bureau.office.read { connection in
      let counts = try casework.counts(for: signer, connection)
      var taken = QueueFilter()
      taken.assigned = .user(signer.actor.user)
      var overdue = QueueFilter()
      overdue.isOverdue = true
      let mine = try casework.list(taken, limit: 1_000, for: signer, connection).cases.count
      // Only few are counted: whoever has more late than that need not know by how much.
      let late = try casework.list(overdue, limit: DeskHome.mostOverdue, for: signer, connection)
        .cases.count
      return DeskHome(
        lines: inOrder(counts).filter { $0.turn != Turn.nobody.word }
          .map { line($0, request.actor) },
        taken: mine, overdue: late,
        filters: try casework.filters(of: signer, connection))
    }
    return Response(deskHomePage(request.place, view))
  }

  /// In the order in which procedures write their states, so that work that comes first stands first.
  private func inOrder(_ counts: [Casework.Count]) -> [Casework.Count] {
    let states = casework.shelf.current.flatMap { procedure in
      procedure.states.map { "\(procedure.id)/\($0.id)" }
    }
    let places = Dictionary(
      zip(states, states.indices), uniquingKeysWith: { first, _ in first })
    func place(_ count: Casework.Count) -> Int {
      places["\(count.procedure)/\(count.state)"] ?? states.count
    }
    return counts.sorted { place($0) < place($1) }
  }

  private func line(_ count: Casework.Count, _ actor: Actor) -> DeskHome.Line {
    let procedure = casework.shelf.current.first { $0.id == count.procedure }
    let query = FormFields([
      (name: "turn", value: count.turn), (name: "procedure", value: count.procedure),
      (name: "state", value: count.state),
    ])
    return DeskHome.Line(
      procedure: procedure?.label ?? Bilingual(count.procedure),
      state: procedure?.state(count.state)?.label ?? Bilingual(count.state),
      turn: Turn(word: count.turn)?.label ?? Bilingual(count.turn), count: count.count,
      amount: Money(fen: count.amount), query: query.urlEncoded,
      isMine: Role(rawValue: count.turn).map(actor.holds) ?? false)
  }

  func queue(_ request: SignedRequest) throws -> Response {
    try queue(request, told: nil)
  }

  private func queue(_ request: SignedRequest, told: Bilingual?) throws -> Response {
    let signer = try Self.looker(request)
    let query = QueueQuery(request.request.query, user: signer.actor.user)
    try request.note("case.list", "queue", query.text)
    let view = try desk.bureau.office.read { connection in
      let page = try casework.list(
        query.filter, after: query.position, for: signer, connection)
      let names = try desk.names(page.cases.compactMap(\.assigned), connection)
      return QueueView(
        chips: query.chips(words, states: stateLabels),
        lines: try page.cases.map { record in
          try words.line(record, taker: record.assigned.flatMap { names[$0] })
        }, next: page.next.map { query.text(after: $0) }, query: query.text,
        acts: acts(for: query.filter, signer), states: states,
        chosenState: query.filter.state ?? "",
        regions: signer.regionsToChoose.map { ($0.code, $0.name) },
        chosenRegion: query.filter.region ?? "",
        turns: DeskRoutes.turns, chosenTurn: query.filter.turn ?? "",
        others: query.others(beside: ["state", "region", "turn", "number"]),
        count: try count(query.filter, signer, connection))
    }
    return Response(
      queuePage(
        request.place, view, request.form(key: nil), told: told.map { request.place($0) }),
      status: told == nil ? .ok : .unprocessableContent)
  }

  /// How many cases the list has, where the kept sums tell it.
  private func count(
    _ filter: QueueFilter, _ signer: Signer, _ connection: borrowing Connection
  ) throws -> Int? {
    guard filter.assigned == nil, !filter.isOverdue, filter.party == nil, filter.number == nil
    else { return nil }
    return try casework.counts(filter, for: signer, connection).filter { count in
      (filter.turn == nil || filter.turn == count.turn)
        && (filter.state == nil || filter.state == count.state)
    }.reduce(0) { $0 + $1.count }
  }

  /// Whose turn it can be, as far as somebody has to do something.
  private static let turns: [(value: String, text: Bilingual)] =
    ([Turn.party] + roles.filter { $0 != .auditor }.map(Turn.official)).map { ($0.word, $0.label) }

  private var states: [(value: String, text: Bilingual)] {
    var seen: Set<String> = []
    return casework.shelf.current.flatMap(\.states).filter { seen.insert($0.id).inserted }
      .map { ($0.id, $0.label) }
  }

  private var stateLabels: [String: Bilingual] {
    Dictionary(states.map { ($0.value, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// What can be done with many at once: take them, and the steps that lead on from the chosen state.
  private func acts(
    for filter: QueueFilter, _ signer: Signer
  ) -> [(id: String, label: Bilingual)] {
    let take = (id: Casework.takeAct, label: Bilingual(zh: "领办选中的", en: "Take those ticked"))
    guard let state = filter.state else { return [take] }
    let steps = casework.shelf.current.filter {
      filter.procedure == nil || $0.id == filter.procedure
    }
    .flatMap { $0.transitions(from: state) }.filter { transition in
      !transition.effects.contains(.announce)
        && transition.by.contains { turn in
          if case .official(let role) = turn { signer.actor.holds(role) } else { false }
        }
    }
    var seen: Set<String> = []
    return [take]
      + steps.filter { seen.insert($0.id).inserted }.map { ($0.id, $0.label) }
  }

  /// Begins a bulk act over what is ticked, or over all that the filter shows.
  func begin(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try signer(for: form.fields["act"] ?? "", request)
    var numbers = form.fields.all("case")
    let query = QueueQuery(request.request.query, user: signer.actor.user)
    if form.fields["all"] == "1" {
      numbers = try desk.bureau.office.read { connection in
        try casework.list(
          query.filter, limit: Casework.mostBulkRows, for: signer, connection
        ).cases.map(\.number)
      }
    }
    let key = form.fields[SignedForm.request] ?? ""
    do {
      let act = try casework.plan(
        form.fields["act"] ?? "", on: numbers, reason: form.fields["reason"] ?? "",
        key: key.isEmpty ? try SignedRequest.newKey() : key, by: signer)
      bulk.start(act.key, by: signer)
      return .seeOther(request.place.link("desk/bulk/\(act.key)?role=\(signer.role.rawValue)"))
    } catch let problem as CaseworkProblem {
      return try queue(request, told: problem.sentence)
    }
  }

  /// The role in which an act is done: the first of one's roles that any procedure lets do it.
  private func signer(for act: String, _ request: SignedRequest) throws(Refusal) -> Signer {
    let transitions = casework.shelf.current.compactMap { $0.transition(act) }
    for role in Self.roles where request.actor.holds(role) {
      let fits = transitions.contains { $0.by.contains(.official(role)) }
      if fits || act == Casework.takeAct, let signer = Signer(request.actor, as: role) {
        return signer
      }
    }
    throw SignedRequest.notForYou
  }

  /// How far a bulk act has come; sent as a form it goes on with it.
  func bulkResult(_ request: SignedRequest) throws -> Response {
    let key = request.parameter("key")
    let role = request.request.query["role"].flatMap(Role.init) ?? .clerk
    guard let signer = Signer(request.actor, as: role) else { throw SignedRequest.notForYou }
    if request.request.method == .post {
      _ = try request.form()
      bulk.start(key, by: signer)
    }
    let (act, rows) = try desk.bureau.office.read { connection in
      (
        try casework.bulk(key, by: signer, connection),
        try casework.rows(of: key, by: signer, connection)
      )
    }
    let label =
      casework.shelf.current.compactMap { $0.transition(act.act)?.label }.first
      ?? Bilingual(zh: "领办", en: "take")
    let view = BulkView(
      act: label, total: act.total, done: act.done, refused: act.refused,
      secondsLeft: bulk.secondsLeft(act),
      lines: rows.filter { $0.code != nil }.map { row in
        (row.number, row.code?.isEmpty == true ? nil : row.words)
      })
    return Response(
      bulkPage(
        request.place, view, request.form(key: nil),
        action: request.place.link("desk/bulk/\(key)?role=\(role.rawValue)")))
  }

  /// Keeps a filter under a name.
  func keepFilter(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try Self.looker(request)
    let query = QueueQuery(request.request.query, user: signer.actor.user).text
    let name = form.fields["name"]?.trimmed ?? ""
    guard !name.isEmpty else {
      return try queue(request, told: CaseworkProblem.noText.sentence)
    }
    try desk.bureau.office.write { connection in
      try casework.keep(filter: query, as: name, by: signer, connection)
    }
    return .seeOther(request.place.link("desk/"))
  }
}
