import Core
import HTTP
import Pages
import PolicyPlan

/// A score sheet on pages: empty, or with what the registry has of an enterprise; then what it comes to.
struct ScoreSheetRoutes: Sendable {
  let model: ServiceModel
  let plan: Plan
  let benefit: BenefitPlan
  let sheet: ScoreSheet
  let language: Language

  func show(_ request: Request) throws(Refusal) -> Response {
    var form = form(FormFields())
    if let party = request.query["party"] {
      guard let recorded = try recorded(of: party, request.query["year"]) else {
        throw .notFound
      }
      form.fields = FormFields(recorded.pairs)
      form.recorded = recorded
    }
    return Response(scoreSheetPage(PageLocation(language, of: request), form.view()))
      .allowingScripts
  }

  func answer(_ request: Request) throws(Refusal) -> Response {
    let place = PageLocation(language, ScoreSheetForm.path(plan, benefit))
    let fields = try request.form().fields
    var filled = form(fields)
    if let party = fields["party"] {
      filled.recorded = try recorded(of: party, fields["year"])
    }
    if let list = fields["more"] {
      filled.growing = list
      return Response(scoreSheetPage(place, filled.view())).allowingScripts
    }
    let view = filled.assess()
    guard view.errors.isEmpty else {
      return Response(scoreSheetPage(place, view), status: .unprocessableContent).allowingScripts
    }
    if fields["do"] == "result" { return Response(scoreResultPage(place, view)) }
    return Response(scoreSheetPage(place, view)).allowingScripts
  }

  private func form(_ fields: FormFields) -> ScoreSheetForm {
    ScoreSheetForm(
      plan: plan, benefit: benefit, sheet: sheet, language: language, today: model.today(),
      fields: fields)
  }

  /// What the registry has; `nil` without a registry, and where it does not know the party.
  private func recorded(
    of party: String, _ year: String?
  ) throws(Refusal) -> RecordedSheet? {
    guard let served = model.registry else { return nil }
    let year = year.flatMap { Int($0.trimmed) } ?? model.today().year
    return try served.reading { try served.sheet(of: party, year: year, on: model.today()) }
  }
}
