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
          let unit = position.budget.unit
          return BudgetView.Line(
            fund: name(of: position.budget),
            parts: [position.appropriation, position.free, position.committed, position.paid].map {
              unit == .money ? .money(Money(fen: $0)) : .pieces(unit.text($0))
            }, isClosed: position.isClosed)
        },
        proposals: try ledger.openProposals(connection).filter { covers(signer, $0.budget) }.map {
          BudgetView.Proposal(
            number: $0.number,
            fund: Bilingual(
              zh: "\(name(of: $0.budget).zh) \($0.budget.year)",
              en: "\(name(of: $0.budget).en) \($0.budget.year)"),
            change: text($0.change, $0.budget.unit), moment: $0.moment.text,
            isOwn: $0.maker == signer.actor.user)
        }, regions: signer.regionsToChoose, mayPropose: signer.role == .financeOfficer,
        mayConfirm: signer.role != .auditor)
    }
    return Response(
      budgetPage(
        request.place, view, request.form(), told: told.map { request.place($0) },
        isProblem: told != nil), status: told == nil ? .ok : .unprocessableContent)
  }

  private func text(_ amount: Int64, _ unit: LedgerUnit) -> Bilingual {
    guard unit == .money else { return unit.text(amount) }
    let money = Money(fen: amount)
    return Bilingual(zh: money.words(.zh), en: money.words(.en))
  }

  /// A fund as people call it, where it is that of `funding.yaml`.
  private func name(of budget: Budget) -> Bilingual {
    let region = Region.name(of: String(budget.fund.prefix { $0 != "/" }))
    let funding = desk.bureau.setup.funding
    guard budget.fund.hasSuffix("/\(funding.fund)") else { return Bilingual(budget.fund) }
    return Bilingual(
      zh: "\(region.zh) \(funding.label.zh)", en: "\(region.en), \(funding.label.en)")
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
    try decide(request) { .confirm(proposal: $0) }
  }

  /// Refuses a proposal, or takes one's own back.
  func decline(_ request: SignedRequest) throws -> Response {
    try decide(request) { .decline(proposal: $0) }
  }

  private func decide(
    _ request: SignedRequest, _ act: (_ proposal: Int64) -> LedgerAct
  ) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.financeOfficer, .approver)
    let number = form.fields["proposal"].flatMap(Int64.init) ?? 0
    let proposal = try desk.bureau.office.read { connection in
      try ledger.openProposals(connection).first { $0.number == number }
    }
    if let proposal, !covers(signer, proposal.budget) { throw SignedRequest.notForYou }
    return try post(act(number), request, form, signer)
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
