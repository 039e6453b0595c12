import Bureau
import Casework
import Core
import HTTP
import Office
import Pages
import Store

/// What later determinations give otherwise, and what is decided about it.
struct DifferenceRoutes: Sendable {
  let desk: Desk
  let words: CaseWords

  init(_ desk: Desk) {
    self.desk = desk
    words = CaseWords(desk.bureau)
  }

  func page(_ request: SignedRequest) throws -> Response { try page(request, told: nil) }

  private func page(_ request: SignedRequest, told: Bilingual?) throws -> Response {
    let signer = try DeskRoutes.looker(request)
    try request.note("case.list", "desk", "differences")
    let lines = try desk.bureau.office.read { connection in
      let differences = try desk.bureau.casework.differences(for: signer, connection)
      let records = try desk.bureau.casework.records(differences.map(\.number), connection)
      return differences.compactMap { difference -> DifferenceLine? in
        guard let record = records[difference.number] else { return nil }
        return DifferenceLine(
          key: difference.key, number: difference.number, name: record.partyName,
          benefit: words.benefit(record.entitlement.benefit), paid: record.money,
          amount: Money(fen: difference.amount), day: difference.basis.on)
      }
    }
    return Response(
      differencesPage(
        request.place, lines, request.form(), told: told.map { request.place($0) },
        isProblem: told != nil), status: told == nil ? .ok : .unprocessableContent)
  }

  func decide(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    let signer = try request.signer(.clerk)
    let key = form.fields["difference"].flatMap(Int64.init) ?? 0
    let reason = form.fields["reason"]?.trimmed ?? ""
    do {
      let number = try desk.bureau.office.write { connection -> String? in
        if form.fields["act"] == "follow" {
          return try desk.bureau.casework.follow(key, reason: reason, by: signer, connection).number
        }
        try desk.bureau.casework.dismiss(key, reason: reason, by: signer, connection)
        return nil
      }
      return .seeOther(
        request.place.link(number.map { "desk/cases/\($0)" } ?? "desk/differences/"))
    } catch let problem as any WordedProblem {
      return try page(request, told: problem.sentence)
    }
  }
}
