import Core
import FEEL
import PolicyPlan

/// What a case counts as under a cap.
struct CapPart {
  let key: StackingGroupKey
  /// 分; `nil` for what is not money, or while it may be any sum.
  let fen: Int64?
  /// The day that a limit which changes is asked about; `nil` for that of the determination.
  let day: CivilDate?
  /// The day is one that nobody has told.
  let missingDay: Unknown?
  /// Of a monthly benefit.
  let months: [Candidate.PaidMonth]
}

extension Stacking {
  /// A case as a whole; where sums are counted by year or month, a monthly benefit by its months.
  func parts(
    _ candidate: Candidate, _ rule: StackingRule, _ cap: Cap
  ) -> [CapPart] {
    let missing = candidate.hasUnknownDate ? dateNeed(candidate) : nil
    let paid = candidate.amount ?? candidate.gross
    guard cap.limit.isAmount, let period = cap.period, !candidate.months.isEmpty else {
      return [
        CapPart(
          key: key(candidate, rule, cap.per, cap.period),
          fen: (paid ?? candidate.mostPaid).map(\.fen)
            ?? (cap.limit.isAmount && !candidate.hasOpenGross ? 0 : nil),
          day: candidate.event, missingDay: missing, months: candidate.months)
      ]
    }
    let base = key(candidate, rule, cap.per, nil)
    let months = paid.map { candidate.months.limited(to: $0) } ?? candidate.months
    let groups = Dictionary(grouping: months) {
      period.value(of: CivilDate(monthNumber: $0.month)).literalText
    }
    return groups.values.compactMap { months -> CapPart? in
      guard let first = months.first.map({ CivilDate(monthNumber: $0.month) }) else { return nil }
      return CapPart(
        key: StackingGroupKey(
          parts: base.parts + [period.value(of: first)], unknown: base.unknown),
        fen: months.total?.fen, day: first, missingDay: nil, months: months)
    }.sorted { ($0.day?.dayNumber ?? 0) < ($1.day?.dayNumber ?? 0) }
  }

  /// Whether a case counts under a cap that counts only some; `nil` while nobody can say.
  func isCounted(
    _ candidate: Candidate, _ rule: StackingRule, _ cap: Cap
  ) -> Bool? {
    guard let filter = cap.filter else { return true }
    return candidate.definitions[filter.definition]?.truth.map { $0 == filter.isWanted }
  }

  /// What is missing to say whether a case counts.
  func doubtOfCounting(_ candidate: Candidate, _ cap: Cap) -> Unknown? {
    cap.filter.flatMap { candidate.definitions[$0.definition]?.unknown }
  }
}

extension [Candidate.PaidMonth] {
  /// The sum of the rates; `nil` when one is unknown or the sum is out of range.
  var total: Money? {
    reduce(Money?.some(.zero)) { sum, month in
      month.rate.flatMap { rate in sum.flatMap { $0.adding(rate) } }
    }
  }

  /// The earliest months, as many as a sum pays for; the last of them perhaps in part.
  func limited(to sum: Money) -> [Candidate.PaidMonth] {
    var rest = sum.fen
    var kept: [Candidate.PaidMonth] = []
    for month in self {
      guard let rate = month.rate else {
        kept.append(month)
        continue
      }
      if rest <= 0 { break }
      kept.append(
        Candidate.PaidMonth(month: month.month, rate: Money(fen: Swift.min(rest, rate.fen))))
      rest -= rate.fen
    }
    return kept
  }
}
