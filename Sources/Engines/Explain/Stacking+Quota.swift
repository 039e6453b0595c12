import Core
import Determination
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// The best of a year, at most a share of a population; a tie across the cut leaves all out.
extension Stacking {
  func applyQuota(_ rule: StackingRule, _ quota: Quota, _ candidates: inout [Candidate]) {
    let positions = groups(rule, candidates).flatMap { $0 }
    var years: [Int: [Int]] = [:]
    for position in positions {
      guard case .number(let number)? = read(quota.year, candidates[position]),
        let year = number.integer
      else {
        candidates[position].becomeUndetermined(need(quota.year, candidates[position]))
        continue
      }
      years[year, default: []].append(position)
    }
    let before = candidates
    for (year, ranked) in years.sorted(by: { $0.key < $1.key }) {
      let places = places(quota, in: year)
      for position in ranked { rank(rule, quota, position, ranked, places, before, &candidates) }
    }
  }

  /// How many places there are, at least and at most: records of the population whose filter or
  /// founding date is unknown may or may not count.
  private struct Places {
    var least: Int
    var most: Int
    var population: ClosedRange<Int>
    var share: Shown
    var unknown: Unknown?
  }

  private func places(_ quota: Quota, in year: Int) -> Places {
    var sure = 0
    var possible = 0
    var unknown: Unknown?
    for (position, record) in world.facts.records.enumerated()
    where record.type == quota.population && world.exists(record) {
      let reference = RecordReference.record(position)
      guard let region = try? world.region(of: record.party ?? "").get(),
        region.isRegion(within: plan.region)
      else { continue }
      switch counts(quota, reference, in: year) {
      case .success(true): sure += 1
      case .success(false): break
      case .failure(let missing):
        possible += 1
        unknown = missing.unknown.union(unknown)
      }
    }
    let share = share(quota.share, in: year)
    func floor(_ number: Int) -> Int {
      share.number?.multiplied(by: Decimal128(number))?.rounded(scale: 0, .floor)?.integer ?? 0
    }
    return Places(
      least: floor(sure), most: floor(sure + possible), population: sure...(sure + possible),
      share: share.shown, unknown: unknown)
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

  private func share(_ share: Quota.Share, in year: Int) -> (number: Decimal128?, shown: Shown) {
    let value: Value? =
      switch share {
      case .assumption(let index): plan.assumptions[index].value
      case .parameter(let index):
        CivilDate(year: year, month: 12, day: 31)
          .flatMap { plan.parameters[index].value(on: $0)?.value }
      }
    guard case .number(let number)? = value else { return (nil, Shown(.null, Display.unknown)) }
    let percent = number.multiplied(by: Decimal128(100))?.description ?? "?"
    return (number, Shown(.number(number), Bilingual("\(percent) %")))
  }

  /// In when all that score as high fit into the quota: counted with and without the unknown.
  private func rank(
    _ rule: StackingRule, _ quota: Quota, _ position: Int, _ ranked: [Int], _ places: Places,
    _ before: [Candidate], _ candidates: inout [Candidate]
  ) {
    func score(_ position: Int) -> Decimal128? {
      guard case .number(let score)? = read(quota.rank, before[position]) else { return nil }
      return score
    }
    var unknown = places.least == places.most ? nil : places.unknown
    var least = 0
    var most = 0
    if let own = score(position) {
      for other in ranked {
        guard let theirs = score(other) else {
          most += 1
          unknown = need(quota.rank, before[other]).union(unknown)
          continue
        }
        guard theirs >= own else { continue }
        most += 1
        if other == position || before[other].outcome == .entitled {
          least += 1
        } else {
          unknown = before[other].unknown?.union(unknown) ?? unknown
        }
      }
    } else {
      least = 1
      most = Int.max
      unknown = need(quota.rank, before[position]).union(unknown)
    }
    note(rule, position, least...max(least, most), places, unknown, &candidates)
  }

  /// - Parameter standing: how many score at least as high, this one included.
  private func note(
    _ rule: StackingRule, _ position: Int, _ standing: ClosedRange<Int>, _ places: Places,
    _ unknown: Unknown?, _ candidates: inout [Candidate]
  ) {
    let verdict: Reason.Verdict
    if standing.lowerBound > places.most {
      verdict = .fails
      candidates[position].becomeNotEntitled()
    } else if standing.upperBound <= places.least {
      verdict = .holds
    } else {
      verdict = .unknown
      candidates[position].becomeUndetermined(unknown ?? Unknown())
    }
    let shown: Shown? =
      standing.upperBound == Int.max
      ? nil
      : Shown(
        .number(Decimal128(standing.lowerBound)),
        Bilingual(
          zh: "得分不低于本项的共 \(Stacking.span(standing)) 个",
          en: "\(Stacking.span(standing)) score as high or higher"))
    candidates[position].reasons += reasons(
      rule, value: shown,
      needed: Bilingual(
        zh: "≤ \(Stacking.span(places.least...places.most)) 个名额",
        en: "≤ \(Stacking.span(places.least...places.most)) place(s)"),
      verdict: verdict,
      note: Bilingual(
        zh:
          "名额 = 总数 \(Stacking.span(places.population)) × \(places.share.text.zh)，向下取整；跨线并列的都不列入",
        en:
          "places = \(Stacking.span(places.population)) × \(places.share.text.en), rounded down; a tie across the cut leaves all of the tied out"
      ),
      others: [], kind: .quota)
  }

  private static func span(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? String(range.lowerBound) : "\(range.lowerBound)–\(range.upperBound)"
  }
}
