import Bureau
import Casework
import Core
import HTTP
import Office
import Pages
import Procedures
import Store

/// In which parts a claw-back is to come in, as whoever decides on it enters them.
extension CaseRoutes {
  func instalments(
    _ record: CaseRecord, _ connection: borrowing Connection
  ) throws -> InstalmentsView {
    InstalmentsView(
      amount: record.money,
      parts: try desk.bureau.casework.instalments(of: record.number, connection).map {
        InstalmentsView.Part(day: "\($0.due)", amount: "\(Money(fen: $0.amount))")
      }, first: desk.bureau.clock.today.adding(months: 1))
  }

  /// Divides the amount alike, or keeps the parts as they are written.
  func divide(_ request: SignedRequest) throws -> Response {
    let form = try request.form()
    return try change(request, form) { number, connection in
      let detail = try desk.bureau.casework.detail(number, for: request.actor, connection)
      guard
        let role = detail.steps.first(where: { $0.transition.effects.contains(.demand) })?.role,
        let signer = Signer(request.actor, as: role)
      else { throw SignedRequest.notForYou }
      let parts =
        form.fields["act"] == "divide"
        ? try Self.alike(form, detail.record.amount) : try Self.written(form)
      try desk.bureau.casework.set(parts, of: number, by: signer, connection)
    }
  }

  private static func alike(
    _ form: Form, _ amount: Int64
  ) throws(CaseEntryProblem) -> [CaseInstalment] {
    guard let count = form.fields["count"].flatMap({ Int($0.trimmed) }),
      (1...InstalmentsView.most).contains(count),
      let first = form.fields["first"].flatMap({ CivilDate($0.trimmed) })
    else { throw .division }
    let parts = Casework.parts(of: amount, count: count, from: first)
    guard !parts.isEmpty else { throw .division }
    return parts
  }

  private static func written(_ form: Form) throws(CaseEntryProblem) -> [CaseInstalment] {
    var parts: [CaseInstalment] = []
    for number in 1...InstalmentsView.most {
      let text =
        form.fields[InstalmentsView.amountField(number)]?.filter { $0 != "," && $0 != " " } ?? ""
      guard !text.isEmpty else { continue }
      guard
        let due = form.fields[InstalmentsView.dayField(number)].flatMap({ CivilDate($0.trimmed) }),
        let yuan = Decimal128(text), let money = Money(yuan: yuan), money.yuan == yuan
      else { throw .part(number) }
      parts.append(CaseInstalment(due: due, amount: money.fen))
    }
    return parts
  }
}
