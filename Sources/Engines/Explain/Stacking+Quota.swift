import Core
import Determination
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// The best of a year, at most a share of a population; a tie across the cut leaves all out.
extension Stacking {
  mutating func applyQuota(_ rule: StackingRule, _ quota: Quota, _ candidates: inout [Candidate]) {
    let positions = groups(rule, candidates).flatMap { $0 }
    var years: [Int: [Int]] = [:]
    var undated: [Int] = []
    for position in positions {
      if case .number(let number)? = read(quota.year, candidates[position]),
        let year = number.integer
      {
        years[year, default: []].append(position)
      } else {
        undated.append(position)
      }
    }
    for position in undated where !candidates[position].isForeign {
      candidates[position].becomeUndetermined(need(quota.year, candidates[position]))
    }
    let before = candidates
    var clock = Clock()
    defer { note(clock, rule) }
    for (year, ranked) in years.sorted(by: { $0.key < $1.key }) {
      let places = places(quota, in: year, &clock)
      let ranking = Ranking(
        ranked.map { entrant($0, quota, before) } + undated.map { entrant($0, quota, before) })
      let ties = plan.value(quota.ties, in: year)
      for position in ranked where !candidates[position].isForeign {
        let own = entrant(position, quota, before)
        note(rule, position, ranking.standing(of: own, ties), places, &candidates)
      }
    }
  }

  private func entrant(_ position: Int, _ quota: Quota, _ candidates: [Candidate])
    -> Ranking.Entrant
  {
    let candidate = candidates[position]
    guard case .number(let score)? = read(quota.rank, candidate) else {
      return Ranking.Entrant(
        score: nil, unknown: need(quota.rank, candidate).union(candidate.unknown))
    }
    return Ranking.Entrant(score: score, unknown: candidate.unknown)
  }

  /// How many places there are, at least and at most: records of the population whose filter or
  /// founding date is unknown may or may not count.
  fileprivate struct Places {
    var least: Int
    var most: Int
    var population: ClosedRange<Int>
    var share: Shown
    var unknown: Unknown?
    let rounding: Quota.Rounding
    let ties: Quota.Ties
  }

  private func places(_ quota: Quota, in year: Int, _ clock: inout Clock) -> Places {
    var sure = 0
    var possible = 0
    var unknown: Unknown?
    for (position, record) in world.facts.records.enumerated()
    where record.type == quota.population && world.exists(record, &clock) {
      let reference = RecordReference.record(position)
      var missing: Unknown?
      switch world.region(of: record.party ?? "", type: world.type(of: reference), &clock) {
      case .success(let region):
        if !region.isRegion(within: plan.region) { continue }
      case .failure(let failure): missing = failure.unknown
      }
      switch counts(quota, reference, in: year) {
      case .success(true): if missing == nil { sure += 1 }
      case .success(false): continue
      case .failure(let failure): missing = failure.unknown.union(missing)
      }
      if let missing {
        possible += 1
        unknown = missing.union(unknown)
      }
    }
    let share = plan.share(of: quota, in: year)
    let (rounding, ties) = (plan.value(quota.rounding, in: year), plan.value(quota.ties, in: year))
    guard let share else {
      return Places(
        least: 0, most: Int.max, population: sure...(sure + possible),
        share: Shown(.null, Display.unknown), unknown: Unknown(defect: noShare(quota.share, year)),
        rounding: rounding, ties: ties)
    }
    let (least, most) = (
      rounding.places(share, of: sure), rounding.places(share, of: sure + possible)
    )
    let percent = share.multiplied(by: Decimal128(100))?.description ?? "?"
    return Places(
      least: least, most: most, population: sure...(sure + possible),
      share: Shown(.number(share), Bilingual("\(percent) %")),
      unknown: least == most ? nil : unknown, rounding: rounding, ties: ties)
  }

  private func noShare(_ share: Figure, _ year: Int) -> NullReason {
    let name =
      switch share {
      case .assumption(let index): plan.assumptions[index].name
      case .parameter(let index): plan.parameters[index].name
      }
    return .noValue(of: name, on: "\(year)-12-31")
  }

  private struct Uncounted: Error {
    let unknown: Unknown
  }

  private func counts(
    _ quota: Quota, _ reference: RecordReference, in year: Int
  ) -> Result<Bool, Uncounted> {
    var unknown: Unknown?
    for filter in quota.filters {
      guard let value = world.read(filter.field, of: reference) else {
        unknown = Unknown(world.need(filter.field, of: reference)).union(unknown)
        continue
      }
      if !value.equals(filter.value) { return .success(false) }
    }
    switch world.read(quota.founded, of: reference) {
    case .date(let date)?: if date.year > year { return .success(false) }
    case nil: unknown = Unknown(world.need(quota.founded, of: reference)).union(unknown)
    default: return .success(false)
    }
    return unknown.map { .failure(Uncounted(unknown: $0)) } ?? .success(true)
  }

  private func note(
    _ rule: StackingRule, _ position: Int, _ standing: Ranking.Standing, _ places: Places,
    _ candidates: inout [Candidate]
  ) {
    let verdict: Reason.Verdict
    if standing.range.lowerBound > places.most {
      verdict = .fails
      candidates[position].becomeNotEntitled()
    } else if standing.range.upperBound <= places.least {
      verdict = .holds
    } else {
      verdict = .unknown
      // Where only one place in the order is possible, nothing that is missing can move it.
      let isOpen = standing.range.lowerBound < standing.range.upperBound
      candidates[position].becomeUndetermined(
        (isOpen ? standing.unknown : Unknown()).union(places.unknown))
    }
    let shown = Shown(
      .number(Decimal128(standing.range.lowerBound)),
      places.ties == .out
        ? Bilingual(
          zh: "得分不低于本项的共 \(Stacking.span(standing.range)) 个",
          en: "\(Stacking.span(standing.range)) score as high or higher")
        : Bilingual(
          zh: "名次为第 \(Stacking.span(standing.range)) 位",
          en: "in place \(Stacking.span(standing.range))"))
    candidates[position].reasons += reasons(
      rule, candidates[position], value: shown,
      needed: Bilingual(
        zh: "≤ \(Stacking.span(places.least...places.most)) 个名额",
        en: "≤ \(Stacking.span(places.least...places.most)) place(s)"),
      verdict: verdict,
      note: places.note,
      others: [], kind: .quota)
  }

  fileprivate static func span(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? String(range.lowerBound) : "\(range.lowerBound)–\(range.upperBound)"
  }
}

extension Stacking.Places {
  /// How many places there are and what a tie means.
  fileprivate var note: Bilingual {
    let number = Stacking.span(population)
    let rounded =
      rounding == .down
      ? Bilingual(zh: "向下取整", en: "rounded down") : Bilingual(zh: "四舍五入", en: "rounded")
    let tied =
      ties == .out
      ? Bilingual(zh: "跨线并列的都不列入", en: "a tie across the cut leaves all of the tied out")
      : Bilingual(zh: "跨线并列的都列入", en: "a tie across the cut takes all of the tied")
    return Bilingual(
      zh: "名额 = 总数 \(number) × \(share.text.zh)，\(rounded.zh)；\(tied.zh)",
      en: "places = \(number) × \(share.text.en), \(rounded.en); \(tied.en)")
  }
}
