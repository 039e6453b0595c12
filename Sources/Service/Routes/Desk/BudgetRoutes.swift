import Bureau
import Core
import HTTP
import Ledger
import Office
import Pages
import Store

/// Budgets: where they stand, and what is granted by two officers.
struct BudgetRoutes: Sendable {
  let desk: Desk

  private var ledger: Ledger { desk.bureau.ledger }

  func page(_ request: SignedRequest) throws -> Response { try page(request, told: nil) }

  private func page(_ request: SignedRequest, told: Bilingual?) throws -> Response {
    let signer = try request.signer(.financeOfficer, .approver, .auditor)
    let year = year(request)
    try request.note("ledger.see", "budgets", "\(year)")
    let view = try desk.bureau.office.read { connection in
      BudgetView(
        year: year,
        lines: try ledger.positions(year: year, connection).filter { position in
          covers(signer, position.budget)
        }.map { position in
          let text = { (amount: Int64) in position.budget.unit.text(amount)[request.place.language]
          }
          return BudgetView.Line(
            fund: position.budget.fund, appropriation: text(position.appropriation),
            free: text(position.free), committed: text(position.committed),
            paid: text(position.paid), isClosed: position.isClosed)
        },
        proposals: try ledger.openProposals(connection).filter { covers(signer, $0.budget) }.map {
          (
            $0.number, "\($0.budget.fund) \($0.budget.year)",
            $0.budget.unit.text($0.change)[request.place.language]
          )
        }, mayPropose: signer.role == .financeOfficer, mayConfirm: signer.role != .auditor)
    }
    return Response(
      budgetPage(
        request.place, view, request.form(), told: told.map { request.place($0) },
        isProblem: told != nil), status: told == nil ? .ok : .unprocessableContent)
  }

  private func year(_ request: SignedRequest) -> Int {
    request.request.query["year"].flatMap(Int.init) ?? desk.bureau.clock.today.year
  }

  /// A fund is that of a region: `330302/skills`.
  private func covers(_ signer: Signer, _ budget: Budget) -> Bool {
    signer.actor.may(signer.role, region: String(budget.fund.prefix { $0 != "/" }))
  }

  func propose(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.financeOfficer)
    let region = form.fields["region"]?.trimmed ?? ""
    let text = form.fields["amount"]?.filter { $0 != "," && $0 != " " } ?? ""
    guard region.isRegionCode, let yuan = Decimal128(text), let money = Money(yuan: yuan),
      money.yuan == yuan, money != .zero
    else { return try page(request, told: BudgetRoutes.unreadable) }
    let budget = Budget(fund: desk.bureau.setup.funding.fund(of: region), year: year(request))
    guard covers(signer, budget) else { throw SignedRequest.notForYou }
    return try post(.propose(budget, change: money.fen), request, form, signer)
  }

  func confirm(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.financeOfficer, .approver)
    let number = form.fields["proposal"].flatMap(Int64.init) ?? 0
    let proposal = try desk.bureau.office.read { connection in
      try ledger.openProposals(connection).first { $0.number == number }
    }
    if let proposal, !covers(signer, proposal.budget) { throw SignedRequest.notForYou }
    return try post(.confirm(proposal: number), request, form, signer)
  }

  private func post(
    _ act: LedgerAct, _ request: SignedRequest, _ form: Form, _ signer: Signer
  ) throws -> Response {
    do {
      try desk.bureau.office.write { connection in
        _ = try ledger.post(
          act, key: form.fields[SignedForm.request] ?? SignedRequest.newKey(), by: signer,
          connection)
      }
    } catch let problem as LedgerProblem {
      return try page(request, told: problem.sentence)
    }
    return .seeOther(request.place.link("desk/budgets/?year=\(year(request))"))
  }

  private static let unreadable = Bilingual(
    zh: "请写六位地区代码，和不为零、最多两位小数的金额。",
    en: "Give a region code of six digits, and an amount other than zero with two decimals at most."
  )
}
