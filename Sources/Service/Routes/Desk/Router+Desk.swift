import HTTP
import Office
import Pages

extension Router {
  /// The pages of those who decide, and public notices.
  ///
  /// - Parameters:
  ///   - desk: what they work with.
  ///   - path: the language.
  mutating func addDesk(_ desk: Desk, _ path: LanguagePaths) {
    let roles = DeskRoutes.roles
    let work = DeskRoutes(desk)
    addSigned(.get, "desk/", desk, path, roles: roles, work.home)
    addSigned(.get, "desk/queue", desk, path, roles: roles, work.queue)
    addSigned(.post, "desk/bulk", desk, path, roles: roles, work.begin)
    addSigned(.get, "desk/bulk/{key}", desk, path, roles: roles, work.bulkResult)
    addSigned(.post, "desk/bulk/{key}", desk, path, roles: roles, work.bulkResult)
    addSigned(.post, "desk/filters", desk, path, roles: roles, work.keepFilter)
    let cases = CaseRoutes(desk)
    addSigned(.get, "desk/cases/{number}", desk, path, roles: roles, cases.page)
    addSigned(.post, "desk/cases/{number}/take", desk, path, roles: roles, cases.take)
    addSigned(.post, "desk/cases/{number}/give-back", desk, path, roles: roles, cases.giveBack)
    addSigned(.post, "desk/cases/{number}/act", desk, path, roles: roles, cases.act)
    addSigned(.post, "desk/cases/{number}/scores", desk, path, roles: [.reviewer], cases.score)
    addSigned(
      .post, "desk/cases/{number}/recover", desk, path, roles: [.financeOfficer], cases.recover)
    addSigned(
      .post, "desk/cases/{number}/instalments", desk, path, roles: roles, cases.divide)
    addSigned(.get, "cases/{number}/files/{file}", desk, path, cases.file)
    let notices = NoticeRoutes(desk)
    let language = path.language
    add(
      .get, path("notices/"),
      throwing: { (request) throws(Refusal) in
        try desk.answering { try notices.list(request, language) }
      })
    add(
      .get, path("notices/{number}"),
      throwing: { (request) throws(Refusal) in
        try desk.answering { try notices.notice(request, language) }
      })
    addSigned(.post, "notices/{number}/object", desk, path, notices.object)
    addSigned(.get, "desk/notices/", desk, path, roles: roles, notices.deskPage)
    addSigned(.post, "desk/notices/", desk, path, roles: [.clerk], notices.open)
    let differences = DifferenceRoutes(desk)
    addSigned(.get, "desk/differences/", desk, path, roles: roles, differences.page)
    addSigned(.post, "desk/differences/", desk, path, roles: [.clerk], differences.decide)
    let budgets = BudgetRoutes(desk: desk)
    addSigned(.get, "desk/budgets/", desk, path, roles: DeskItem.budgets.roles, budgets.page)
    addSigned(.post, "desk/budgets/propose", desk, path, roles: [.financeOfficer], budgets.propose)
    let deciders: [Role] = [.financeOfficer, .approver]
    addSigned(.post, "desk/budgets/confirm", desk, path, roles: deciders, budgets.confirm)
    addSigned(.post, "desk/budgets/decline", desk, path, roles: deciders, budgets.decline)
    let payments = PaymentRoutes(desk: desk)
    let payers: [Role] = [.financeOfficer]
    let readers = DeskItem.payments.roles
    addSigned(.get, "desk/payments/", desk, path, roles: readers, payments.page)
    addSigned(.post, "desk/payments/", desk, path, roles: payers, payments.make)
    addSigned(.post, "desk/payments/statements", desk, path, roles: payers, payments.statement)
    addSigned(.post, "desk/payments/resolve", desk, path, roles: payers, payments.resolve)
    addSigned(.post, "desk/payments/confirm", desk, path, roles: payers, payments.confirm)
    addSigned(.get, "desk/payments/{batch}", desk, path, roles: readers, payments.batch)
    addSigned(.post, "desk/payments/{batch}", desk, path, roles: payers, payments.act)
    addSigned(.post, "desk/payments/{batch}/file", desk, path, roles: payers, payments.file)
  }
}

extension DeskItem {
  /// Who may open the page.
  var roles: [Role] {
    switch self {
    case .home, .queue, .notices, .differences: DeskRoutes.roles
    case .budgets: [.financeOfficer, .approver, .auditor]
    case .payments: [.financeOfficer, .auditor]
    }
  }
}
