import Core
import Explain
import FEEL
import Facts
import HTTP
import Pages
import PolicyDocument
import PolicyPlan
import Registry
import Vocabulary

/// The ranking of those who are up for selection, from the registry's records.
struct RankingRoutes: Sendable {
  let served: ServedRegistry
  let plan: Plan
  let benefit: BenefitPlan
  let ranking: RankingPlan
  let today: @Sendable () -> CivilDate

  var path: String { "scores/\(plan.id)/ranking" }

  /// A record of a selection, as far as the ranking goes by it.
  private struct Selection {
    let party: String
    let year: Int
    let score: Decimal128?
    let own: Decimal128?
    let result: String?
  }

  func page(_ request: Request, _ language: Language) throws -> Response {
    let all = try selections()
    let years = Set(all.map(\.year)).sorted(by: >)
    let year = request.query["year"].flatMap { Int($0) } ?? years.first ?? today().year
    let facts = try served.registry.files(
      of: Set(all.map(\.party)).sorted(), types: [], on: today(), known: .latest)
    let local = all.filter { isLocal($0.party, facts) }
    let view = RankingView(
      title: benefit.label, document: plan.document.front.title,
      documentPath: "policies/" + plan.id, path: path, year: year, years: years,
      places: quota(ranking.places, ranking.pass, local, before: year) { $0 != nil },
      excellent: quota(ranking.excellent, ranking.cut, local, before: year) { $0 == upperGrade },
      lines: lines(local.filter { $0.year == year }, local, year, facts))
    return Response(rankingPage(PageLocation(language, of: request), view))
  }

  private func selections() throws -> [Selection] {
    let type = served.vocabulary.types[ranking.type]
    let own = type.fieldIndex("selfScore")
    var found: [Selection] = []
    _ = try served.registry.eachRecord(ofType: ranking.type) { record in
      guard let event = type.eventField, case .known(.number(let number)) = record.values[event],
        let year = number.integer, let party = record.party
      else { return }
      found.append(
        Selection(
          party: party, year: year, score: record.number(ranking.score),
          own: own.flatMap { record.number($0) }, result: record.text(ranking.result)))
    }
    return found
  }

  private func isLocal(_ party: String, _ facts: FactBase) -> Bool {
    guard let record = facts.party(party),
      let field = served.vocabulary.types[record.type].regionField,
      case .known(.string(let region)) = record.values[field]
    else { return false }
    return region.isRegion(within: plan.region)
  }

  private var results: [EnumerationValue] {
    if case .enumeration(let values) = served.vocabulary.types[ranking.type].fields[ranking.result]
      .type
    {
      return values
    }
    return []
  }

  /// Results by their place in the vocabulary: selected, the upper grade, rejected.
  private var upperGrade: String? { results.count > 1 ? results[1].id : nil }
  private var rejected: String? { results.last?.id }

  private func quota(
    _ target: RankingPlan.Target, _ mark: Int, _ all: [Selection], before year: Int,
    _ counts: (String?) -> Bool
  ) -> RankingView.Quota {
    let taken = all.filter {
      $0.year < year && $0.result != nil && $0.result != rejected && counts($0.result)
    }
    return RankingView.Quota(
      label: target.label, target: target.count, taken: Set(taken.map(\.party)).count,
      mark: points(mark)?.description ?? "?")
  }

  private func points(_ assumption: Int) -> Decimal128? {
    if case .number(let points) = plan.assumptions[assumption].value { points } else { nil }
  }

  private func lines(
    _ selections: [Selection], _ all: [Selection], _ year: Int, _ facts: FactBase
  ) -> [RankingView.Line] {
    let places = quota(ranking.places, ranking.pass, all, before: year) { $0 != nil }
    let excellent = quota(ranking.excellent, ranking.cut, all, before: year) { $0 == upperGrade }
    let order = SelectionRanking(
      selections.map { SelectionRanking.Entrant(id: $0.party, score: $0.score) },
      places: SelectionRanking.Places(count: places.left, mark: points(ranking.pass) ?? .zero),
      excellent: SelectionRanking.Places(
        count: excellent.left, mark: points(ranking.cut) ?? .zero)
    ).order
    let records = Dictionary(selections.map { ($0.party, $0) }, uniquingKeysWith: { $1 })
    return order.map { place in
      let record = records[place.id]
      return RankingView.Line(
        link: served.link(to: place.id, in: facts), rank: place.rank, isTied: place.isTied,
        review: record?.score?.description ?? "", own: record?.own?.description ?? "",
        result: record?.result.flatMap { id in results.first { $0.id == id }?.name },
        proposal: place.proposal)
    }
  }
}

extension Record {
  /// The number in a field; `nil` when there is none.
  fileprivate func number(_ field: Int) -> Decimal128? {
    if case .known(.number(let number)) = values[field] { number } else { nil }
  }

  fileprivate func text(_ field: Int) -> String? {
    if case .known(.string(let text)) = values[field] { text } else { nil }
  }
}
