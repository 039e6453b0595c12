import Bureau
import Core
import HTTP
import Office
import Pages
import People

/// Roles: proposed by one administrator, confirmed by another.
struct AdministrationGrantRoutes: Sendable {
  let accounts: AdministrationAccountRoutes

  /// What waits for the second signature.
  func page(_ visit: SignedRequest) throws -> Response {
    let people = visit.bureau.people
    let (grants, recoveries) = try visit.bureau.office.read { connection in
      let waiting = try people.proposals(connection)
      let recoveries = try people.recoveries(connection)
      let names = try people.names(
        in: waiting, and: recoveries.flatMap { [$0.user, $0.proposer] }, connection)
      let lines = recoveries.map { recovery in
        RecoveryLine(
          user: recovery.user, name: names[recovery.user] ?? "",
          proposer: names[recovery.proposer] ?? "", reason: recovery.reason)
      }
      return (waiting.map { GrantLine($0, names) }, lines)
    }
    try visit.note("people.see-proposals", "grant", "")
    return Response(grantsPage(visit.place, grants, recoveries, visit.plainForm))
  }

  func propose(_ visit: SignedRequest) throws -> Response {
    let typed = try visit.form().typed
    let signer = try visit.signer(.administrator)
    let number = try visit.number()
    func given(_ field: String) -> String? { typed[field].flatMap { $0.isEmpty ? nil : $0 } }
    func again(_ error: FormError) throws -> Response {
      try accounts.page(visit, typed: typed, errors: [error])
    }
    guard let role = typed["role"].flatMap(Role.init), role != .system else {
      throw PeopleProblem.notAllowed
    }
    guard let reason = visit.reason(typed["reason"]) else {
      return try again(visit.noReason("reason"))
    }
    let day = given("last-day")
    let lastDay = day.flatMap { CivilDate($0) }
    guard day == nil || lastDay != nil else {
      let message = visit.place(
        "请写成 2027-12-31 这样的日期。", "Write a date that exists, such as 2027-12-31.")
      return try again(FormError(field: "last-day", message: message))
    }
    if let organisation = given("organisation"), try !visit.desk.isKnown(organisation) {
      return try again(
        FormError(field: "organisation", message: visit.place(Desk.unknownParty)))
    }
    let grant = Grant(role, region: given("region"), organisation: given("organisation"))
    do {
      _ = try visit.bureau.office.write { connection in
        try visit.bureau.people.propose(
          grant, to: number, lastDay: lastDay, because: reason, by: signer, connection)
      }
    } catch let problem as PeopleProblem {
      guard let field = problem.fieldOfGrant else { throw problem }
      return try again(FormError(problem, at: field, visit.place))
    }
    return visit.back(to: number)
  }

  /// Confirms, refuses or withdraws.
  func decide(_ visit: SignedRequest) throws -> Response {
    let typed = try visit.form().typed
    let signer = try visit.signer(.administrator)
    let number = try visit.number()
    let people = visit.bureau.people
    let reason = typed["reason"] ?? ""
    try visit.bureau.office.write { connection in
      switch typed["do"] {
      case "confirm": try people.confirm(number, by: signer, connection)
      case "refuse": try people.refuse(number, because: reason, by: signer, connection)
      case "withdraw": try people.withdraw(number, because: reason, by: signer, connection)
      default: throw Refusal.notFound
      }
    }
    guard let account = typed["account"].flatMap({ Int64($0) }) else {
      return .seeOther(visit.place.link("administration/grants"))
    }
    return visit.back(to: account)
  }
}

extension PeopleProblem {
  /// The field of the form for a grant that this is about.
  fileprivate var fieldOfGrant: String? {
    switch self {
    case .badRegion: "region"
    case .organisationNeeded: "organisation"
    case .endPassed: "last-day"
    case .ownGrant, .alreadyGranted, .notAllowed: "role"
    default: nil
    }
  }
}
