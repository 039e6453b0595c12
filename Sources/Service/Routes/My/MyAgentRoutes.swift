import Bureau
import Core
import HTTP
import Office
import Pages
import People
import Store

/// Whom an agent lets act for their organisation.
struct MyAgentRoutes: Sendable {
  let desk: Desk

  private var people: People { desk.bureau.people }

  func list(_ request: SignedRequest) throws -> Response {
    try desk.choosing(request, organisations: true) { try list(request, $0) }
  }

  private func list(_ request: SignedRequest, _ party: MyParty) throws -> Response {
    try request.note("people.list-delegations", "party", party.id, party: party.id)
    let (lines, mayDelegate) = try desk.bureau.office.read { connection in
      (
        try self.lines(request, party, connection),
        try people.mayDelegate(party.id, by: party.signer, connection)
      )
    }
    return Response(
      myAgentsPage(
        request.place, try desk.frame(party, request), lines, mayDelegate: mayDelegate))
  }

  private func lines(
    _ request: SignedRequest, _ party: MyParty, _ connection: borrowing Connection
  ) throws -> [MyAgentLine] {
    let records = try people.delegations(by: request.actor.user, connection).filter {
      $0.grant.organisation == party.id
    }
    let names = try desk.names(records.map(\.user), connection)
    return records.reversed().map { record in
      MyAgentLine(
        number: record.number, name: names[record.user] ?? "\(record.user)",
        lastDay: record.lastDay, isEffective: record.state == .effective)
    }
  }

  func new(_ request: SignedRequest) throws -> Response {
    try desk.choosing(request, organisations: true) { try new(request, $0) }
  }

  private func new(_ request: SignedRequest, _ party: MyParty) throws -> Response {
    try request.note("people.see-delegation", "party", party.id, party: party.id)
    return Response(
      myDelegationPage(
        request.place, try desk.frame(party, request), MyDelegation(), request.form(key: nil)))
  }

  /// Shows whose account it is, and until when, before anything is done.
  func check(_ request: SignedRequest) throws -> Response {
    let fields = try request.form().fields
    let party = try request.party(organisations: true)
    let frame = try desk.frame(party, request)
    var view = MyDelegation(
      signIn: (fields["name"] ?? "").trimmed,
      lastDay: DateText(
        year: (fields["year"] ?? "").trimmed, month: (fields["month"] ?? "").trimmed,
        day: (fields["day"] ?? "").trimmed))
    let account = try desk.bureau.office.read { connection in
      try people.account(signIn: view.signIn, connection)
    }
    view.name = account.flatMap { $0.closed == nil ? $0.name : nil }
    let day = MyAgentRoutes.day(view.lastDay)
    view.errors = faults(view, day, request.place)
    guard view.errors.isEmpty, let day else {
      return Response(
        myDelegationPage(request.place, frame, view, request.form(key: nil)),
        status: .unprocessableContent)
    }
    return Response(
      myDelegationCheckPage(request.place, frame, view, day: day, request.form()))
  }

  func delegate(_ request: SignedRequest) throws -> Response {
    let fields = try request.form().fields
    let party = try request.party(organisations: true)
    let signIn = fields["name"] ?? ""
    let day = fields["day"].flatMap { CivilDate($0) }
    do {
      guard let day else { throw PeopleProblem.endPassed }
      try desk.bureau.office.write { connection in
        guard let account = try people.account(signIn: signIn, connection) else {
          throw PeopleProblem.noAccount
        }
        _ = try desk.bureau.office.once(
          fields[SignedForm.request] ?? SignedRequest.newKey(), by: party.signer, connection
        ) { connection in
          let number = try people.delegate(
            party.id, to: account.number, lastDay: day, by: party.signer, connection)
          return "\(number)"
        }
      }
    } catch let problem as PeopleProblem {
      var view = MyDelegation(signIn: signIn, lastDay: DateText(day))
      view.errors = [FormError(field: "name", message: request.place(problem.sentence))]
      return Response(
        myDelegationPage(
          request.place, try desk.frame(party, request), view, request.form(key: nil)),
        status: .unprocessableContent)
    }
    return .seeOther(request.place.link("my/agents?" + Desk.query(party)))
  }

  /// Asks once more before a delegation is withdrawn.
  func withdrawal(_ request: SignedRequest) throws -> Response {
    try desk.choosing(request, organisations: true) { try withdrawal(request, $0) }
  }

  private func withdrawal(_ request: SignedRequest, _ party: MyParty) throws -> Response {
    let line = try delegation(request, party)
    try request.note("people.see-delegation", "grant", "\(line.number)", party: party.id)
    return Response(
      myWithdrawalPage(
        request.place, try desk.frame(party, request), line, request.form(key: nil)))
  }

  func withdraw(_ request: SignedRequest) throws -> Response {
    _ = try request.form()
    let party = try request.party(organisations: true)
    let line = try delegation(request, party)
    if line.isEffective {
      try desk.bureau.office.write { connection in
        try people.withdraw(line.number, because: "", by: party.signer, connection)
      }
    }
    return .seeOther(request.place.link("my/agents?" + Desk.query(party)))
  }

  /// A delegation of the reader's own that the address names.
  private func delegation(
    _ request: SignedRequest, _ party: MyParty
  ) throws -> MyAgentLine {
    let lines = try desk.bureau.office.read { try self.lines(request, party, $0) }
    guard let line = lines.first(where: { "\($0.number)" == request.parameter("grant") }) else {
      throw Refusal.notFound
    }
    return line
  }

  private func faults(
    _ view: MyDelegation, _ day: CivilDate?, _ place: PageLocation
  ) -> [FormError] {
    var errors: [FormError] = []
    if view.signIn.isEmpty {
      errors.append(
        FormError(field: "name", message: place("请填写登录名。", "Give the sign-in name.")))
    } else if view.name == nil {
      errors.append(
        FormError(
          field: "name",
          message: place(
            "没有这个登录名的账户。请先请对方开通账户。",
            "There is no account of that name. Have them get one first.")))
    }
    if day == nil {
      errors.append(
        FormError(
          field: "year",
          message: place(
            "请用数字填写年、月、日，例如 2026、12、31。",
            "Write year, month and day in digits, for example 2026, 12, 31.")))
    } else if let day, day < desk.bureau.clock.today {
      errors.append(
        FormError(
          field: "year",
          message: place("最后一天不能早于今天。", "The last day cannot be before today.")))
    }
    return errors
  }

  private static func day(_ text: DateText) -> CivilDate? {
    guard let year = Int(text.year), (1900...2200).contains(year), let month = Int(text.month),
      let day = Int(text.day)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}

extension DateText {
  /// A day in its parts; empty ones for none.
  init(_ day: CivilDate?) {
    self.init(
      year: day.map { "\($0.year)" } ?? "", month: day.map { "\($0.month)" } ?? "",
      day: day.map { "\($0.day)" } ?? "")
  }
}
