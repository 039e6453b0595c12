import Bureau
import Core
import HTTP
import Office
import Pages
import People

/// Accounts, for administrators.
struct AdministrationAccountRoutes: Sendable {
  private static let pageSize = 25

  // MARK: The list

  func list(_ visit: SignedRequest) throws -> Response { try list(visit, typed: [:], errors: []) }

  private func list(
    _ visit: SignedRequest, typed: [String: String], errors: [FormError]
  ) throws -> Response {
    let (people, query) = (visit.bureau.people, visit.request.query)
    let text = query["q"] ?? ""
    let after = query["after"].flatMap { Int64($0) } ?? 0
    let (found, roles) = try visit.bureau.office.read { connection in
      let found = try people.accounts(
        matching: text, after: after, limit: Self.pageSize + 1, connection)
      return (
        found,
        try people.roleNames(of: found.prefix(Self.pageSize).map(\.number), connection)
      )
    }
    try visit.note("people.see-accounts", "account", "")
    let shown = found.prefix(Self.pageSize)
    let place = PageLocation(
      visit.place.language, "administration/accounts", query: visit.place.query)
    let next = found.count > shown.count ? shown.last?.number : nil
    let view = AccountListView(
      text: text, lines: shown.map { AccountLine($0, roles: roles[$0.number] ?? []) },
      next: next.map { number in
        let fields = FormFields([("q", text), ("after", "\(number)")])
        return place.link(place.path + "?" + fields.urlEncoded)
      }, typed: typed, errors: errors)
    return Response(
      accountListPage(place, view, visit.plainForm),
      status: errors.isEmpty ? .ok : .unprocessableContent)
  }

  /// Opens an account with a password that is shown this once.
  func open(_ visit: SignedRequest) throws -> Response {
    let typed = try visit.form().typed
    let signer = try visit.signer(.administrator)
    let party = typed["party"].flatMap { $0.isEmpty ? nil : $0 }
    func again(_ field: String, _ words: Bilingual) throws -> Response {
      let error = FormError(field: field, message: visit.place(words.capitalised))
      return try list(visit, typed: typed, errors: [error])
    }
    if let party, try !visit.desk.isKnown(party) {
      return try again("party", Desk.unknownParty)
    }
    let account = NewAccount(
      signIn: typed["sign-in"] ?? "", name: typed["name"] ?? "", party: party,
      language: typed["language"].flatMap(Language.init) ?? .zh)
    let people = visit.bureau.people
    do {
      let made = try people.generate(for: account)
      let opened = try visit.bureau.office.write { connection in
        let user = try people.open(account, made.prepared, by: signer, connection)
        return try people.account(user, connection)
      }
      guard let opened else { throw PeopleProblem.noAccount }
      return Response(
        givenPasswordPage(visit.place, AccountLine(opened), password: made.password))
    } catch let problem as PeopleProblem {
      guard let field = problem.fieldOfAccount else { throw problem }
      return try again(field, problem.sentence)
    }
  }

  // MARK: One account

  func page(_ visit: SignedRequest) throws -> Response { try page(visit, typed: [:], errors: []) }

  func page(
    _ visit: SignedRequest, typed: [String: String], errors: [FormError]
  ) throws -> Response {
    let people = visit.bureau.people
    let number = try visit.number()
    let (account, grants, names) = try visit.bureau.office.read { connection in
      guard let account = try people.account(number, connection) else { throw Refusal.notFound }
      let grants = try people.grants(of: number, connection)
      return (account, grants, try people.names(in: grants, connection))
    }
    try visit.note("people.see-account", "account", "\(number)", party: account.party)
    var view = AdministeredAccount(
      line: AccountLine(account), opened: account.opened.text, closed: account.closed?.text,
      hasAuthenticator: account.hasSecondFactor, grants: grants.map { GrantLine($0, names) },
      roles: Role.allCases.filter { $0 != .system }.map {
        Choice($0.rawValue, visit.place($0.label.capitalised))
      }, isOfficial: grants.contains(where: \.isOfficialAndOpen))
    (view.typed, view.errors) = (typed, errors)
    let place = PageLocation(visit.place.language, "administration/accounts/\(number)")
    return Response(
      administeredAccountPage(place, view, visit.plainForm),
      status: errors.isEmpty ? .ok : .unprocessableContent)
  }

  /// Says which person of the registry an account is.
  func identify(_ visit: SignedRequest) throws -> Response {
    let typed = try visit.form().typed
    let signer = try visit.signer(.administrator)
    let (party, number) = (typed["party"] ?? "", try visit.number())
    guard try visit.desk.isKnown(party) else {
      let error = FormError(field: "party", message: visit.place(Desk.unknownParty))
      return try page(visit, typed: typed, errors: [error])
    }
    try visit.bureau.office.write { connection in
      try visit.bureau.people.identify(number, as: party, by: signer, connection)
    }
    return visit.back(to: number)
  }

  func close(_ visit: SignedRequest) throws -> Response {
    let typed = try visit.form().typed
    let signer = try visit.signer(.administrator)
    let number = try visit.number()
    guard let reason = visit.reason(typed["close-reason"]) else {
      return try page(visit, typed: typed, errors: [visit.noReason("close-reason")])
    }
    try visit.bureau.office.write { connection in
      try visit.bureau.people.close(number, because: reason, by: signer, connection)
    }
    return visit.back(to: number)
  }
}

extension PeopleProblem {
  /// The field of the form for a new account that this is about.
  fileprivate var fieldOfAccount: String? {
    switch self {
    case .badSignInName, .nameTaken: "sign-in"
    case .badName: "name"
    case .partyHasAccount: "party"
    default: nil
    }
  }
}
