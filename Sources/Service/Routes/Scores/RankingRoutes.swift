import Core
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

  func page(_ request: Request, _ language: Language) throws -> Response {
    let all = try served.selections(ranking)
    let years = Set(all.map(\.year)).sorted(by: >)
    let year = request.query["year"].flatMap { Int($0) } ?? years.first ?? today().year
    guard (1900...2200).contains(year), let end = CivilDate(year: year, month: 12, day: 31) else {
      throw Refusal.notFound
    }
    let facts = try served.registry.files(
      of: Set(all.map(\.party)).sorted(), types: [], on: today(), known: .latest)
    var entrants = Entrants(
      round: RankingRound(plan, benefit, ranking, on: year == today().year ? today() : end))
    var earlier: [SelectionRecord] = []
    for record in all {
      guard let region = region(of: record.party, facts), region.isRegion(within: plan.region)
      else { continue }
      if record.year < year { earlier.append(record) }
      if record.year == year { try entrants.add(record, in: region) }
    }
    entrants.bars = try entrants.round.bars(of: entrants.records.keys.sorted(), in: served)
    let places = try quota(ranking.places, \.pass, entrants, earlier.filter { isSelected($0) })
    let excellent = try quota(
      ranking.excellent, \.cut, entrants, earlier.filter { $0.result == upperGrade })
    let view = RankingView(
      title: benefit.label, document: plan.document.front.title,
      documentPath: "policies/" + plan.id, path: path, year: year, years: years, places: places,
      excellent: excellent,
      lines: entrants.order(places: places.left, excellent: excellent.left, rejected: rejected)
        .map { line($0, entrants, facts) })
    return Response(rankingPage(PageLocation(language, of: request), view))
  }

  /// Those of one year, with what holds for each.
  private struct Entrants {
    let round: RankingRound
    var records: [String: SelectionRecord] = [:]
    var marks: [String: SelectionRanking.Marks] = [:]
    var bars: [String: RankingRound.Bar] = [:]

    mutating func add(_ record: SelectionRecord, in region: String) throws {
      records[record.party] = record
      marks[record.party] = try round.marks(in: region)
    }

    func order(places: Int, excellent: Int, rejected: String?) -> [SelectionRanking.Place] {
      let entrants = marks.map { id, marks in
        let record = records[id]
        let isRejected = record?.result != nil && record?.result == rejected
        return SelectionRanking.Entrant(
          id: id, score: record?.score, marks: marks, isBarred: isRejected || bars[id] != nil)
      }
      return SelectionRanking(entrants, places: places, excellent: excellent).order
    }
  }

  private func region(of party: String, _ facts: FactBase) -> String? {
    guard let record = facts.party(party),
      let field = served.vocabulary.types[record.type].regionField
    else { return nil }
    return record.text(field)
  }

  private var results: [EnumerationValue] {
    let field = served.vocabulary.types[ranking.type].fields[ranking.result]
    if case .enumeration(let values) = field.type { return values }
    return []
  }

  /// Results by their place in the vocabulary: selected, the upper grade, rejected.
  private var upperGrade: String? { results.count > 1 ? results[1].id : nil }
  private var rejected: String? { results.last?.id }

  private func isSelected(_ record: SelectionRecord) -> Bool {
    record.result != nil && record.result != rejected
  }

  private func quota(
    _ target: RankingPlan.Target, _ mark: KeyPath<SelectionRanking.Marks, Decimal128>,
    _ entrants: Entrants, _ earlier: [SelectionRecord]
  ) throws -> RankingView.Quota {
    let here = try entrants.round.marks(in: plan.region)
    let found = entrants.marks.isEmpty ? [here] : Array(entrants.marks.values)
    return RankingView.Quota(
      label: target.label, target: target.count, taken: Set(earlier.map(\.party)).count,
      marks: Set(found.map { $0[keyPath: mark] }).sorted().map(\.description),
      own: try entrants.round.ownMarks[keyPath: mark].description)
  }

  private func line(
    _ place: SelectionRanking.Place, _ entrants: Entrants, _ facts: FactBase
  ) -> RankingView.Line {
    let record = entrants.records[place.id]
    let bar = entrants.bars[place.id]
    var line = RankingView.Line(
      link: served.link(to: place.id, in: facts), rank: place.rank, isTied: place.isTied,
      review: record?.score?.description ?? "", own: record?.own?.description ?? "",
      result: record?.result.flatMap { id in results.first { $0.id == id }?.name },
      proposal: place.proposal)
    if let sheet = plan.benefits.first(where: \.isScored) {
      line.sheetPath =
        ScoreSheetForm.path(plan, sheet) + "?party=" + PercentEncoding.encode(place.id)
        + (record.map { "&year=\($0.year)" } ?? "")
    }
    // Whom the record itself tells of as rejected needs no words beside it.
    if let bar, record?.result != rejected || record?.result == nil {
      line.proposal = bar.isVeto ? .vetoed : .barred
      line.reasons = bar.reasons
    } else if place.proposal == .below, let mark = entrants.marks[place.id]?.pass {
      line.reasons = [Bilingual(zh: "及格线 \(mark) 分", en: "pass mark \(mark) points")]
    }
    return line
  }
}

extension BenefitPlan {
  fileprivate var isScored: Bool { if case .score = payment { true } else { false } }
}
