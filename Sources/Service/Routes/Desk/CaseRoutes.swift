import Bureau
import Casework
import Core
import HTTP
import Office
import Pages
import Procedures
import Store

/// The page of a case for those who decide, and what they do there.
struct CaseRoutes: Sendable {
  let desk: Desk
  let words: CaseWords

  init(_ desk: Desk) {
    self.desk = desk
    words = CaseWords(desk.bureau)
  }

  private var casework: Casework { desk.bureau.casework }

  func page(_ request: SignedRequest) throws -> Response { try page(request, told: nil) }

  func page(
    _ request: SignedRequest, told: Bilingual?, isProblem: Bool = true
  ) throws -> Response {
    let number = request.parameter("number")
    let signer = try DeskRoutes.looker(request)
    var (shown, record) = try desk.bureau.office.read { connection in
      let detail = try casework.detail(number, for: request.actor, connection)
      guard request.maySee(detail.record) else { throw CaseRefusal.notYourRegion }
      return (try view(detail, signer, connection), detail.record)
    }
    if let notice = try desk.notice(of: record, for: request.actor) {
      shown.facts.append(
        CaseView.Fact(
          Bilingual(zh: "告知书", en: "notice"),
          Bilingual(zh: "核定结果的告知书（PDF）", en: "Notice of the determination (PDF)"),
          path: notice))
    }
    try request.note("case.see", "case", number, party: shown.party)
    return Response(
      casePage(
        request.place, shown, request.form(), told: told.map { request.place($0) },
        isProblem: isProblem), status: told == nil || !isProblem ? .ok : .unprocessableContent)
  }

  private func view(
    _ detail: Casework.Detail, _ signer: Signer, _ connection: borrowing Connection
  ) throws -> CaseView {
    let record = detail.record
    let official = detail.steps.filter { $0.transition.stage != nil }
    let names = try desk.names([record.assigned].compactMap(\.self), connection)
    let taker = record.assigned.flatMap { names[$0] }
    let isMine = record.assigned == signer.actor.user
    return CaseView(
      party: record.entitlement.party,
      line: try words.line(record, taker: taker),
      facts: try facts(detail, taker: taker, connection),
      reasons: CaseWords.reasons(detail.determination),
      files: detail.files.map { ($0.key, $0.name, $0.size) },
      events: detail.events.map { event in
        CaseView.Event(
          moment: event.moment.text,
          who: Bilingual(
            zh: [event.name, event.role?.label.zh ?? ""].joined(separator: " "),
            en: [event.name, event.role?.label.en ?? ""].joined(separator: " ")),
          what: CaseWords.act(event, detail.procedure), note: event.note)
      }, steps: official.map(CaseRoutes.step),
      canTake: record.assigned == nil && !official.isEmpty,
      isMine: isMine, scores: try scores(record, connection),
      mayScore: isMine && official.contains { $0.transition.needs.contains(.reviewScores) },
      outstanding: try outstanding(record, signer.actor, connection),
      instalments: isMine && official.contains { $0.transition.effects.contains(.demand) }
        ? try instalments(record, connection) : nil,
      objections: try casework.objections(to: record.number, connection).map {
        ($0.text, $0.answer)
      })
  }

  static func masked(_ number: String) -> String {
    String(repeating: "*", count: max(0, number.count - 4)) + number.suffix(4)
  }

  private static func step(_ step: (transition: Transition, role: Role)) -> CaseView.Step {
    CaseView.Step(
      id: step.transition.id, label: step.transition.label, role: step.role.rawValue,
      needsReason: step.transition.needs.contains(.reason), isGrave: step.transition.isGrave)
  }

  func take(_ request: SignedRequest) throws -> Response {
    try once(request, "take") { number, connection in
      let detail = try casework.detail(number, for: request.actor, connection)
      let role = detail.steps.first { $0.transition.stage != nil }?.role ?? .clerk
      guard let signer = Signer(request.actor, as: role) else { throw SignedRequest.notForYou }
      _ = try casework.take(number, by: signer, connection)
    }
  }

  func giveBack(_ request: SignedRequest) throws -> Response {
    let signer = try DeskRoutes.looker(request)
    return try once(request, "give-back") { number, connection in
      _ = try casework.giveBack(number, by: signer, connection)
    }
  }

  /// What a form asks for that has no answer of its own; sent again, it does nothing more.
  private func once(
    _ request: SignedRequest, _ act: String,
    _ body: (_ number: String, _ connection: borrowing Connection) throws -> Void
  ) throws -> Response {
    let form = try request.form()
    let key = try form.fields[SignedForm.request] ?? SignedRequest.newKey()
    let signer = try DeskRoutes.looker(request)
    return try change(request, form) { number, connection in
      // One page has several forms, all with one key.
      _ = try desk.bureau.office.once("\(key)/\(act)", by: signer, connection) { connection in
        try body(number, connection)
        return number
      }
    }
  }

  /// Makes a transition; what goes against the party is asked once more before.
  func act(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let number = request.parameter("number")
    let act = form.fields["act"] ?? ""
    guard let role = form.fields["role"].flatMap(Role.init),
      let signer = Signer(request.actor, as: role)
    else { throw SignedRequest.notForYou }
    let reason = form.fields["reason"]?.trimmed ?? ""
    let transition = try desk.bureau.office.read { connection in
      try casework.detail(number, for: request.actor, connection).steps
        .first { $0.transition.id == act }?.transition
    }
    if let transition, transition.isGrave, form.fields["sure"] != "1",
      !transition.needs.contains(.reason) || !reason.isEmpty
    {
      return Response(
        confirmPage(
          request.place, number: number, step: Self.step((transition, role)), reason: reason,
          request.form()))
    }
    return try change(request, form) { number, connection in
      _ = try desk.bureau.office.once(
        form.fields[SignedForm.request] ?? SignedRequest.newKey(), by: signer, connection
      ) { connection in
        try casework.act(act, on: number, reason: reason, by: signer, connection).record.state
      }
    }
  }

  /// Does something to the case, and shows it; what is refused is said on its page.
  func change(
    _ request: SignedRequest, _ form: Form? = nil,
    _ body: (_ number: String, _ connection: borrowing Connection) throws -> Void
  ) throws -> Response {
    if form == nil { _ = try request.form() }
    let number = request.parameter("number")
    do {
      try desk.bureau.office.write { connection in try body(number, connection) }
    } catch let problem as any WordedProblem {
      return try page(request, told: problem.sentence)
    }
    return .seeOther(request.place.link("desk/cases/\(number)"))
  }

  /// A file of a case, for whoever may see the case.
  func file(_ request: SignedRequest) throws -> Response {
    let number = request.parameter("number")
    guard let key = Int64(request.parameter("file")) else { throw Refusal.notFound }
    let (record, found) = try desk.bureau.office.read { connection in
      (
        try casework.record(number, connection),
        try casework.content(of: key, in: number, connection)
      )
    }
    guard request.maySee(record) else { throw SignedRequest.notForYou }
    try request.note("case.see-file", "case", number, party: record.entitlement.party)
    return Response(
      .ok,
      headers: [
        "Content-Type": found.evidence.kind.rawValue,
        "Content-Disposition": "attachment; filename=\"\(key).\(found.evidence.kind.suffix)\"",
      ], body: found.bytes)
  }
}

extension EvidenceKind {
  /// What a file of this kind ends with.
  var suffix: String {
    switch self {
    case .pdf: "pdf"
    case .jpeg: "jpg"
    case .png: "png"
    }
  }
}
