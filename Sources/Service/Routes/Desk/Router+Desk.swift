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
    let differences = DifferenceRoutes(desk: desk)
    addSigned(.get, "desk/differences/", desk, path, roles: roles, differences.page)
    addSigned(.post, "desk/differences/", desk, path, roles: [.clerk], differences.decide)
    let budgets = BudgetRoutes(desk: desk)
    let money: [Role] = [.financeOfficer, .approver, .auditor]
    addSigned(.get, "desk/budgets/", desk, path, roles: money, budgets.page)
    addSigned(.post, "desk/budgets/propose", desk, path, roles: [.financeOfficer], budgets.propose)
    addSigned(
      .post, "desk/budgets/confirm", desk, path, roles: [.financeOfficer, .approver],
      budgets.confirm)
    let payments = PaymentRoutes(desk: desk)
    let payers: [Role] = [.financeOfficer]
    addSigned(
      .get, "desk/payments/", desk, path, roles: [.financeOfficer, .auditor], payments.page)
    addSigned(.post, "desk/payments/", desk, path, roles: payers, payments.make)
    addSigned(.post, "desk/payments/statements", desk, path, roles: payers, payments.statement)
    addSigned(.post, "desk/payments/resolve", desk, path, roles: payers, payments.resolve)
    addSigned(.post, "desk/payments/confirm", desk, path, roles: payers, payments.confirm)
    addSigned(
      .get, "desk/payments/{batch}", desk, path, roles: [.financeOfficer, .auditor], payments.batch)
    addSigned(.post, "desk/payments/{batch}", desk, path, roles: payers, payments.act)
    addSigned(.post, "desk/payments/{batch}/file", desk, path, roles: payers, payments.file)
  }
}
