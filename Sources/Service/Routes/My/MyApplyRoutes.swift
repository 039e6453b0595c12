import Bureau
import Casework
import Core
import Determination
import Facts
import HTTP
import Office
import Pages
import Registry
import Store

/// What can be applied for, and the beginning of an application.
struct MyApplyRoutes: Sendable {
  let desk: Desk

  func page(_ request: SignedRequest) throws -> Response {
    try desk.choosing(request) { try page(request, $0) }
  }

  private func page(_ request: SignedRequest, _ party: MyParty) throws -> Response {
    try request.note("case.openings", "party", party.id, party: party.id)
    let (openings, steps) = try desk.bureau.prospects(for: party.id)
    let subject = try subjects(of: openings.map(\.owner) + [party.id], party)
    let lines = openings.map { opening in
      let determination = opening.determination
      return MyOpening(
        determination: determination, owner: opening.owner,
        subject: subject(opening.owner, determination.benefit, determination.subject),
        standing: MyApplyRoutes.standing(opening.standing))
    }
    let context = ResultContext(
      request.place, desk.model.vocabulary,
      subject: { determination in
        lines.first { line in
          line.determination.benefit == determination.benefit
            && line.determination.subject == determination.subject
        }?.subject
      })
    return Response(
      myApplyPage(
        request.place, try desk.frame(party, request), party: party.id, lines,
        steps: steps?.map { MyNextStep($0, subject: subject($0.owner, $0.benefit, $0.subject)) },
        context
      ) { request.form() })
  }

  private static func standing(_ standing: Opening.Standing) -> MyOpening.Standing {
    switch standing {
    case .free: .free
    case .begun(let number): .begun(number)
    case .granted: .granted
    case .notDue: .notDue
    }
  }

  /// What something is about: whose record, where it is another's, and which.
  private func subjects(
    of owners: [String], _ party: MyParty
  ) throws -> (_ owner: String, _ benefit: String, _ subject: String?) -> Bilingual? {
    guard let served = desk.model.registry else { return { _, _, _ in nil } }
    let facts = try served.registry.files(
      of: Set(owners).sorted(), on: desk.bureau.clock.today)
    let routes = PartyRoutes(served: served, model: desk.model)
    return { owner, benefit, subject in
      let subject = routes.subjectName(facts, owner: owner)(benefit, subject)
      guard owner != party.id else { return subject }
      let name = served.name(of: owner, in: facts)
      guard let subject else { return Bilingual(name) }
      return Bilingual(zh: "\(name) \(subject.zh)", en: "\(name) \(subject.en)")
    }
  }

  func begin(_ request: SignedRequest) throws -> Response {
    let fields = try request.form().fields
    guard let party = request.parties.first(where: { $0.id == fields[MyApplyField.party] }) else {
      throw Refusal.notFound
    }
    let subject = fields[MyApplyField.subject] ?? ""
    do {
      let record = try desk.bureau.apply(
        for: party.id, benefit: fields[MyApplyField.benefit] ?? "",
        owner: fields[MyApplyField.owner] ?? "", subject: subject.isEmpty ? nil : subject,
        key: fields[SignedForm.request] ?? SignedRequest.newKey(), by: party.signer)
      return .seeOther(request.place.link("my/cases/\(record.number)"))
    } catch CaseworkProblem.alreadyOpen(let number) {
      return .seeOther(request.place.link("my/cases/\(number)"))
    }
  }
}
