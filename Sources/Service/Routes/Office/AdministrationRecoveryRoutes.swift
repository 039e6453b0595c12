import Bureau
import Core
import HTTP
import Office
import Pages
import People

/// New passwords for those who have lost theirs.
struct AdministrationRecoveryRoutes: Sendable {
  /// Gives a new password at once, or for an official asks another administrator to.
  func ask(_ visit: SignedRequest) throws -> Response {
    let typed = try visit.form().typed
    let signer = try visit.signer(.administrator)
    let number = try visit.number()
    guard let reason = visit.reason(typed["recovery-reason"]) else {
      return try AdministrationAccountRoutes().page(
        visit, typed: typed, errors: [visit.noReason("recovery-reason")])
    }
    let people = visit.bureau.people
    let isOfficial = try visit.bureau.office.read { connection in
      try people.grants(of: number, connection).contains(where: \.isOfficialAndOpen)
    }
    if isOfficial {
      try visit.bureau.office.write { connection in
        try people.proposeRecovery(of: number, because: reason, by: signer, connection)
      }
      return .seeOther(visit.place.link("administration/grants"))
    }
    return try give(visit, number) { prepared in
      try visit.bureau.office.write { connection in
        try people.recover(number, with: prepared, because: reason, by: signer, connection)
      }
    }
  }

  /// Does what another administrator has proposed.
  func confirm(_ visit: SignedRequest) throws -> Response {
    _ = try visit.form()
    let signer = try visit.signer(.administrator)
    let number = try visit.number()
    let people = visit.bureau.people
    return try give(visit, number) { prepared in
      try visit.bureau.office.write { connection in
        try people.confirmRecovery(of: number, with: prepared, by: signer, connection)
      }
    }
  }

  /// Makes a password outside of any transaction, has it set, and shows it this once.
  private func give(
    _ visit: SignedRequest, _ number: Int64, _ set: (PreparedPassword) throws -> Void
  ) throws -> Response {
    let people = visit.bureau.people
    let account = try visit.bureau.office.read { try people.account(number, $0) }
    guard let account else { throw PeopleProblem.noAccount }
    let made = try people.generate(
      for: NewAccount(signIn: account.signIn, name: account.name))
    try set(made.prepared)
    return Response(
      givenPasswordPage(visit.place, AccountLine(account), password: made.password))
  }
}
