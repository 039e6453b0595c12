import Core
import HTTP
import Pages
import PolicyDocument
import PolicyPlan

extension Router {
  /// Score sheets to fill in, and rankings of those who are up for selection.
  mutating func addScores(_ model: ServiceModel, _ desk: Desk?, _ path: LanguagePaths) {
    let language = path.language
    var sheets: [ScoreSheetLink] = []
    var rankings: [ScoreSheetLink] = []
    for plan in model.plans {
      for benefit in plan.benefits {
        let title = plan.document.front.title
        if case .score(let sheet) = benefit.payment {
          addSheet(model, plan, benefit, sheet, path)
          sheets.append(
            ScoreSheetLink(
              title: benefit.label, document: title, path: ScoreSheetForm.path(plan, benefit)))
        }
        if let ranking = benefit.ranking {
          let address = "scores/\(plan.id)/ranking"
          addRanking(model, desk, plan, benefit, ranking, address, path)
          rankings.append(ScoreSheetLink(title: benefit.label, document: title, path: address))
        }
      }
    }
    add(.get, path("scores/")) { [sheets, rankings] request in
      Response(
        scoreIndexPage(
          PageLocation(language, of: request), sheets: sheets, rankings: rankings))
    }
  }

  private mutating func addSheet(
    _ model: ServiceModel, _ plan: Plan, _ benefit: BenefitPlan, _ sheet: ScoreSheet,
    _ path: LanguagePaths
  ) {
    let routes = ScoreSheetRoutes(
      model: model, plan: plan, benefit: benefit, sheet: sheet, language: path.language)
    let pattern = path(ScoreSheetForm.path(plan, benefit))
    add(.get, pattern, throwing: { (request) throws(Refusal) in try routes.show(request) })
    add(.post, pattern, throwing: { (request) throws(Refusal) in try routes.answer(request) })
  }

  private mutating func addRanking(
    _ model: ServiceModel, _ desk: Desk?, _ plan: Plan, _ benefit: BenefitPlan,
    _ ranking: RankingPlan, _ address: String, _ path: LanguagePaths
  ) {
    let language = path.language
    guard let served = model.registry else {
      add(.get, path(address)) { request in
        Response(noRegistryPage(PageLocation(language, of: request), active: .scores))
      }
      return
    }
    let routes = RankingRoutes(
      served: served, plan: plan, benefit: benefit, ranking: ranking, today: model.today)
    guard let desk else {
      addReading(.get, path(address), served) { try routes.page($0, language) }
      return
    }
    // It names people.
    addSigned(.get, address, desk, path, roles: RegistrySight.roles) { visit in
      guard RegistrySight(visit.actor, served).covers(region: plan.region) else {
        throw SignedRequest.notForYou
      }
      try visit.note("registry.see-ranking", "benefit", benefit.id)
      return try served.reading { try routes.page(visit.request, language) }
    }
  }
}
