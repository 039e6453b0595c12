import Core
import Determination
import FEEL
import PolicyPlan

/// In the order of ties, until the sum or the number is used up; what is over is cut off.
extension Stacking {
  mutating func applyCap(
    _ rule: StackingRule, _ cap: Cap, _ candidates: inout [Candidate]
  ) {
    for group in groups(rule, candidates) {
      let members = group.filter { !candidates[$0].isForgone }.filter {
        isCounted(candidates[$0], rule, cap) != false
      }
      let undated = members.filter { candidates[$0].hasUnknownDate }
      let late = ledger(undated, rule, cap, candidates)
      var ledger = CapLedger()
      for day in days(members, candidates) {
        let open = day.filter { candidates[$0].hasOpenGross }
        // Nobody knows how those of unknown gross stand among the others of their day.
        let others =
          open.isEmpty ? late : self.ledger(undated + open, rule, cap, candidates)
        for position in day where !candidates[position].hasOpenGross {
          settle(position, CapCase(rule, cap, ledger, others), &candidates)
          for entry in entries(position, rule, cap, candidates) { ledger.add(entry) }
        }
        for position in open {
          for entry in entries(position, rule, cap, candidates) { ledger.add(entry) }
        }
      }
      for position in undated {
        settle(
          position,
          CapCase(
            rule, cap, ledger, late, doubt: dateNeed(candidates[position]), isAmongOthers: true),
          &candidates)
      }
    }
  }

  /// A cap, and what counts before a case.
  private struct CapCase {
    let rule: StackingRule
    let cap: Cap
    let ledger: CapLedger
    /// Cases of which nobody knows whether they come first.
    let others: CapLedger?
    let doubt: Unknown?
    let isAmongOthers: Bool

    init(
      _ rule: StackingRule, _ cap: Cap, _ ledger: CapLedger, _ others: CapLedger?,
      doubt: Unknown? = nil, isAmongOthers: Bool = false
    ) {
      self.rule = rule
      self.cap = cap
      self.ledger = ledger
      self.others = others
      self.doubt = doubt
      self.isAmongOthers = isAmongOthers
    }
  }

  private func ledger(
    _ positions: [Int], _ rule: StackingRule, _ cap: Cap, _ candidates: [Candidate]
  ) -> CapLedger? {
    if positions.isEmpty { return nil }
    var ledger = CapLedger()
    for position in positions {
      let candidate = candidates[position]
      let order = candidate.hasUnknownDate ? dateNeed(candidate) : Unknown()
      for entry in entries(position, rule, cap, candidates, order: order) { ledger.add(entry) }
    }
    return ledger
  }

  private func entries(
    _ position: Int, _ rule: StackingRule, _ cap: Cap, _ candidates: [Candidate],
    order: Unknown? = nil
  ) -> [CapLedger.Entry] {
    let candidate = candidates[position]
    if candidate.outcome == .notEntitled { return [] }
    var unknown = candidate.outcome == .entitled ? nil : candidate.unknown ?? Unknown()
    if let order { unknown = order.union(unknown) }
    if let doubt = doubtOfCounting(candidate, cap) { unknown = doubt.union(unknown) }
    return parts(candidate, rule, cap).map { part in
      CapLedger.Entry(
        key: part.key, fen: part.fen, subject: candidate.subjectID, unknown: unknown)
    }
  }

  private mutating func settle(
    _ position: Int, _ one: CapCase, _ candidates: inout [Candidate]
  ) {
    let candidate = candidates[position]
    guard candidate.outcome == .entitled, !candidate.isForeign else { return }
    let limits = parts(candidate, one.rule, one.cap)
    if one.cap.limit.isAmount, candidate.amount == nil { return }
    var left: [(part: CapPart, fen: Int64)] = []
    var sure: [String] = []
    var words: [String] = []
    for part in limits {
      let own =
        one.isAmongOthers
        ? CapLedger.Entry(
          key: part.key, fen: part.fen, subject: candidate.subjectID, unknown: Unknown()) : nil
      let use = one.ledger.use(of: part.key, doubt: one.doubt, with: one.others, besides: own)
      switch room(part, use, one, candidate) {
      case .success(let room):
        guard room.most == room.least else {
          leaveOpen(
            one.rule, position, names: use.doubtful, use.unknown.union(one.doubt), &candidates)
          return
        }
        left.append((part, room.most))
        if room.most < (part.fen ?? 1) {
          sure += use.sure.filter { !sure.contains($0) }
          if !words.contains(room.text) { words.append(room.text) }
        }
      case .failure(let open):
        candidates[position].becomeUndetermined(open.unknown)
        candidates[position].reasons += reasons(
          one.rule, candidates[position], verdict: .unknown,
          note: open.unknown.defects.first?.coded
            ?? Bilingual(zh: "上限取决于还不知道的事实", en: "the limit depends on facts not known"),
          others: [])
        return
      }
    }
    if candidate.event == nil { note(change(one.cap.limit), one.rule) }
    guard left.contains(where: { $0.fen < ($0.part.fen ?? 1) }) else { return }
    if let doubt = doubtOfCounting(candidate, one.cap) {
      leaveOpen(one.rule, position, [], doubt, &candidates)
      return
    }
    cut(position, left, &candidates)
    let rest = candidates[position].amount ?? .zero
    let limit = words.joined(separator: "、")
    candidates[position].reasons += reasons(
      one.rule, candidates[position],
      value: Shown(.number(rest.yuan), Bilingual(zh: "\(rest) 元", en: "\(rest) yuan")),
      needed: Bilingual("≤ \(limit)"), verdict: .applied,
      note: Bilingual(zh: "合计不超过 \(limit)", en: "no more than \(limit) in all"), others: sure,
      left: candidates[position].amount)
  }

  /// Takes away what is over, of a monthly benefit from its months too.
  private func cut(
    _ position: Int, _ left: [(part: CapPart, fen: Int64)], _ candidates: inout [Candidate]
  ) {
    let total = left.reduce(Int64(0)) { $0.saturating(adding: $1.fen) }
    if total == 0 { return candidates[position].loseAll() }
    guard candidates[position].amount != nil else { return }
    candidates[position].amount = Money(fen: total)
    if candidates[position].months.isEmpty { return }
    candidates[position].months = left.flatMap { $0.part.months.limited(to: Money(fen: $0.fen)) }
      .sorted { $0.month < $1.month }
  }

  private struct Room {
    /// 分 that are left for certain, and at most.
    let least: Int64
    let most: Int64
    /// The limit in words.
    let text: String
  }

  private func room(
    _ part: CapPart, _ use: CapLedger.Use, _ one: CapCase, _ candidate: Candidate
  ) -> Result<Room, Locality.Open> {
    let day = part.day ?? world.on
    if let need = part.missingDay, changes(one.cap.limit) {
      return .failure(Locality.Open(unknown: need))
    }
    switch amount(of: one.cap.limit, candidate, on: day) {
    case .failure(let open): return .failure(open)
    case .success(nil):
      return .failure(Locality.Open(unknown: Unknown(defect: noTotal(one.rule, day))))
    case .success(let number?):
      // What is not money either fits in or does not.
      let own = part.fen ?? 1
      if one.cap.limit.isAmount {
        guard let total = Money(yuan: number) else {
          return .failure(Locality.Open(unknown: Unknown(defect: noTotal(one.rule, day))))
        }
        return .success(
          Room(
            least: use.most.map { max(0, min(own, total.fen.subtracting(saturating: $0))) } ?? 0,
            most: max(0, min(own, total.fen - use.least)), text: total.description))
      }
      let count = number.integer ?? 0
      return .success(
        Room(
          least: use.sureCount + use.doubtfulCount < count ? own : 0,
          most: use.sureCount < count ? own : 0, text: String(count)))
    }
  }

  /// Whether the limit is another one on other days.
  private func changes(_ limit: StackingRule.Limit) -> Bool {
    guard case .parameter(let index)? = limit.figure else { return false }
    let parameter = plan.parameters[index]
    return parameter.values.count > 1 || !parameter.locals.isEmpty
  }

  /// When the limit is another one by the day of the determination.
  private func change(_ limit: StackingRule.Limit) -> Clock {
    var clock = Clock()
    switch limit.figure {
    case .parameter(let index)?: clock.note(plan.parameters[index].change(after: world.on))
    case .assumption(let index)?:
      clock.note(plan.assumptions[index].locals.change(after: world.on))
    case nil: break
    }
    return clock
  }

  /// Yuan or cases that are not exceeded.
  func amount(
    of limit: StackingRule.Limit, _ candidate: Candidate, on day: CivilDate
  ) -> Result<Decimal128?, Locality.Open> {
    switch limit {
    case .count(let count): return .success(Decimal128(count))
    case .amount(let money): return .success(money.yuan)
    case .figure(let figure), .countFigure(let figure):
      return candidate.locality.value(of: figure, plan, on: day, determined: world.on).map {
        if case .number(let number)? = $0 { number } else { nil }
      }
    }
  }

  private func noTotal(_ rule: StackingRule, _ day: CivilDate) -> NullReason {
    NullReason(
      "PLN-R01",
      Bilingual(
        zh: "“\(rule.label.zh)”的上限在 \(day) 没有取值",
        en: "the limit of “\(rule.label.en)” has no value on \(day)"))
  }
}

extension Int64 {
  /// The difference, at least the smallest number.
  fileprivate func subtracting(saturating other: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? (other > 0 ? .min : .max) : difference
  }
}
