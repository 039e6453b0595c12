import HTTP
import Office
import Pages
import People

extension Router {
  /// Signing in, one's own account, and what administrators and auditors work with.
  mutating func addOffice(_ desk: Desk, _ path: LanguagePaths) {
    addSignIn(desk, path)
    addAccount(desk, path)
    addAdministration(desk, path)
  }

  private mutating func addSignIn(_ desk: Desk, _ path: LanguagePaths) {
    let language = path.language
    let routes = SignInRoutes(desk: desk)
    add(.get, path("sign-in")) { routes.page($0, language) }
    add(
      .post, path("sign-in"), lane: .door,
      throwing: { (request) throws(Refusal) in
        try desk.answering { try routes.signIn(request, language) }
      })
    let steps = SignInStepRoutes()
    let all: [Signed.Stage] = [.needsCode, .mustEnrol, .mustChangePassword, .full]
    addSigned(.get, "sign-in/code", desk, path, stages: [.needsCode]) { try steps.code($0) }
    addSigned(.post, "sign-in/code", desk, path, stages: [.needsCode]) { try steps.enterCode($0) }
    let enrolling: [Signed.Stage] = [.mustEnrol, .full]
    addSigned(.get, "sign-in/enrol", desk, path, stages: enrolling) { try steps.enrolment($0) }
    addSigned(.post, "sign-in/enrol", desk, path, stages: enrolling) { try steps.enrol($0) }
    let changing: [Signed.Stage] = [.mustChangePassword, .full]
    addSigned(.get, "sign-in/password", desk, path, stages: changing) { steps.password($0) }
    addSigned(.post, "sign-in/password", desk, path, stages: changing, lane: .door) {
      try steps.changePassword($0)
    }
    addSigned(.post, "sign-out", desk, path, stages: all) { try routes.signOut($0) }
  }

  private mutating func addAccount(_ desk: Desk, _ path: LanguagePaths) {
    let routes = AccountRoutes()
    addSigned(.get, "account", desk, path) { try routes.page($0) }
    addSigned(.post, "account/sessions", desk, path) { try routes.endSessions($0) }
    addSigned(.post, "account/contacts", desk, path) { try routes.setContact($0) }
    addSigned(.post, "account/language", desk, path) { try routes.setLanguage($0) }
  }

  private mutating func addAdministration(_ desk: Desk, _ path: LanguagePaths) {
    let roles: [Role] = [.administrator]
    let accounts = AdministrationAccountRoutes()
    let one = "administration/accounts/{number}"
    addSigned(.get, "administration/accounts", desk, path, roles: roles) { try accounts.list($0) }
    addSigned(.post, "administration/accounts", desk, path, roles: roles) { try accounts.open($0) }
    addSigned(.get, one, desk, path, roles: roles) { try accounts.page($0) }
    addSigned(.post, one + "/identify", desk, path, roles: roles) { try accounts.identify($0) }
    addSigned(.post, one + "/close", desk, path, roles: roles) { try accounts.close($0) }
    let grants = AdministrationGrantRoutes(accounts: accounts)
    addSigned(.post, one + "/grants", desk, path, roles: roles) { try grants.propose($0) }
    addSigned(.get, "administration/grants", desk, path, roles: roles) { try grants.page($0) }
    addSigned(.post, "administration/grants/{number}", desk, path, roles: roles) {
      try grants.decide($0)
    }
    let recoveries = AdministrationRecoveryRoutes()
    addSigned(.post, one + "/recovery", desk, path, roles: roles) { try recoveries.ask($0) }
    addSigned(.post, one + "/recovery/confirm", desk, path, roles: roles) {
      try recoveries.confirm($0)
    }
    let audit = AdministrationAuditRoutes()
    let readers: [Role] = [.auditor, .administrator]
    addSigned(.get, "audit", desk, path, roles: readers) { try audit.page($0) }
    addSigned(.post, "audit/verify", desk, path, roles: readers) { try audit.verify($0) }
  }
}
