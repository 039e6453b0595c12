import Core
import Determination
import FEEL
import PolicyDocument
import PolicyPlan

/// Monthly benefits: which months count, and what each pays.
extension Determiner {
  func payMonths(
    _ monthly: MonthlyPlan, _ candidate: inout Candidate, _ evaluation: inout Evaluation
  ) {
    evaluation.beginTrace()
    let first = evaluation.held(monthly.first.node)
    guard case .value(.date(let start)) = first else {
      let unknown = first.unknown ?? Unknown(defect: .noDate(at: monthly.first.place.range))
      candidate.anyMonth = .init(
        month: 0, rate: nil, most: evaluation.most(monthly.rate.node).flatMap { Money(yuan: $0) })
      candidate.becomeUndetermined(unknown)
      if explainer.isExplaining {
        candidate.reasons.append(openReason(monthly.first, unknown, evaluation.trace))
      }
      return
    }
    var unknown: Unknown?
    var sure = 0
    let way = counted(monthly, &evaluation, &unknown)
    for month in window(monthly, way, from: start.monthNumber) {
      if way == .paid, sure >= monthly.atMost { break }
      evaluation.month = CivilDate(monthNumber: month)
      let counts = evaluation.held(monthly.counts.node)
      if counts.truth == false {
        candidate.refusesMonth = true
        continue
      }
      if counts.truth == true { sure += 1 }
      if let missing = counts.unknown { unknown = missing.union(unknown) }
      switch money(monthly.rate, evaluation.held(monthly.rate.node)) {
      case .success(let rate): candidate.months.append(.init(month: month, rate: rate))
      case .failure(let failure):
        unknown = failure.unknown.union(unknown)
        let most = evaluation.most(monthly.rate.node).flatMap { Money(yuan: $0) }
        candidate.months.append(.init(month: month, rate: nil, most: most))
      }
    }
    evaluation.month = nil
    if way == .window || sure < monthly.atMost {
      evaluation.clock.note(nextMonth(monthly, way, from: start.monthNumber, evaluation))
    }
    if explainer.isExplaining {
      candidate.reasons.append(
        unknown.map { openReason(monthly.counts, $0, evaluation.trace) }
          ?? monthsReason(monthly, candidate, start, evaluation.trace))
      explainer.tell(of: evaluation.trace.figures, in: &candidate)
    }
    if candidate.months.isEmpty {
      candidate.becomeNotEntitled()
      return
    }
    if let unknown { candidate.becomeUndetermined(unknown) }
    if candidate.outcome == .undetermined { return }
    guard let total = candidate.monthsTotal else {
      candidate.becomeUndetermined(notPayable(monthly.rate, "∞"))
      return
    }
    candidate.gross = total
    candidate.amount = total
  }

  /// How months are counted. While that is unknown, the way that may take more is looked at.
  private func counted(
    _ monthly: MonthlyPlan, _ evaluation: inout Evaluation, _ unknown: inout Unknown?
  ) -> Benefit.Months.Counted {
    guard let index = monthly.counted.assumption else {
      return monthly.counted.value(where: true)
    }
    let held = evaluation.assumption(index)
    if let truth = held.truth { return monthly.counted.value(where: truth) }
    unknown = held.unknown ?? Unknown()
    return .paid
  }

  /// The first day on which a month that is still to come counts, or may count.
  ///
  /// Each month is looked at as its first day sees it; whatever would change that later is noted.
  private func nextMonth(
    _ monthly: MonthlyPlan, _ way: Benefit.Months.Counted, from first: Int,
    _ evaluation: Evaluation
  ) -> CivilDate? {
    let next = max(first, world.on.monthNumber + 1)
    // A window without an end is looked through in stretches counted from its first month. That of
    // the day's own month counts, so that every day of a stretch names the same end of it.
    let stretch = Determiner.monthsAhead
    let seen = max(first, world.on.monthNumber)
    let end =
      way == .window
      ? first + monthly.atMost : first + ((seen - first) / stretch + 1) * stretch
    guard next < end else {
      return way == .paid ? CivilDate(monthNumber: end) : nil
    }
    var clock = evaluation.clock
    for month in next..<end {
      let day = CivilDate(monthNumber: month)
      if let known = clock.next, known <= day { return known }
      var then = evaluation.on(day)
      then.month = day
      if then.held(monthly.counts.node).truth != false { return day }
      clock.note(then.clock)
    }
    if way == .paid { clock.note(CivilDate(monthNumber: end)) }
    return clock.next
  }

  /// How far to look at most for a month that counts where the window has no end.
  private static let monthsAhead = 24

  private func openReason(_ rule: RulePlan, _ unknown: Unknown, _ trace: Trace) -> Reason {
    Reason(
      kind: .months, id: rule.id, label: rule.label, verdict: .unknown,
      note: unknown.defects.first?.coded, facts: explainer.facts(trace),
      citation: explainer.citation(rule.place))
  }

  /// The months to look at: from the first one through the month of the day, within the window.
  private func window(
    _ monthly: MonthlyPlan, _ way: Benefit.Months.Counted, from first: Int
  ) -> Range<Int> {
    let last = world.on.monthNumber
    let end = way == .window ? min(last, first + monthly.atMost - 1) : last
    return first..<max(first, end + 1)
  }

  private func monthsReason(
    _ monthly: MonthlyPlan, _ candidate: Candidate, _ start: CivilDate, _ trace: Trace
  ) -> Reason {
    let count = candidate.months.count
    let spans = candidate.monthSpans
    return Reason(
      kind: .months, id: monthly.counts.id, label: monthly.counts.label,
      value: Shown(
        .number(Decimal128(count)), Bilingual(zh: "\(count) 个月", en: "\(count) month(s)")),
      needed: Bilingual(
        zh: "自 \(start.monthText) 起至多 \(monthly.atMost) 个月",
        en: "at most \(monthly.atMost) months from \(start.monthText)"),
      verdict: count == 0 ? .fails : .holds,
      note: Bilingual(
        zh: spans.map { "\($0.from.monthText) 至 \($0.to.monthText) 每月 \($0.rate) 元" }
          .joined(separator: "；"),
        en: spans.map { "\($0.from.monthText) to \($0.to.monthText): \($0.rate) yuan a month" }
          .joined(separator: "; ")),
      facts: explainer.facts(trace), citation: explainer.citation(monthly.counts.place))
  }
}

extension Candidate {
  /// The sum of all months' rates; `nil` when one is unknown or the sum is out of range.
  var monthsTotal: Money? {
    months.reduce(Money.zero) { sum, month in
      month.rate.flatMap { rate in sum.flatMap { $0.adding(rate) } }
    }
  }

  var monthSpans: [Monthly.Span] { months.spans }
}

extension [Candidate.PaidMonth] {
  /// Consecutive months with one rate, joined; months of unknown rate are left out.
  var spans: [Monthly.Span] {
    var spans: [Monthly.Span] = []
    var lastMonth = Int.min
    for paid in self {
      guard let rate = paid.rate else { continue }
      let date = CivilDate(monthNumber: paid.month)
      if let last = spans.last, last.rate == rate, paid.month == lastMonth + 1 {
        spans[spans.count - 1] = Monthly.Span(from: last.from, to: date, rate: rate)
      } else {
        spans.append(Monthly.Span(from: date, to: date, rate: rate))
      }
      lastMonth = paid.month
    }
    return spans
  }
}
