import Core
import Determination
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Looks for what would turn one case: a number beyond a threshold, time, a spell that goes on.
struct NextSteps {
  let probe: CaseProbe
  let facts: FactBase
  let possible: PossibleTellings
  private var one: Determination { probe.finding.determination }

  init(_ probe: CaseProbe, _ facts: FactBase) {
    self.probe = probe
    self.facts = facts
    possible = PossibleTellings(plan: probe.prepared.plan, landmarks: probe.prepared.landmarks)
  }

  /// How many days on which something changes are looked at, one after the other.
  private static let days = 24
  /// How many values of a number are tried, the nearest first.
  private static let values = 16

  /// - Returns: for each fact, or for time, the nearest that makes the case better.
  func find() -> [NextStep] {
    switch one.outcome {
    case .undetermined: return []
    case .entitled:
      // More is due only where a number stands otherwise.
      return one.because.filter { $0.kind == .amount }.flatMap(byNumbers)
    case .notEntitled:
      let failing = one.because.filter { $0.verdict == .fails }
      // Whoever fails in several things has no single step to take.
      guard failing.count == 1, let reason = failing.first, reason.kind == .condition,
        reason.id != "place"
      else { return [] }
      let waiting = byTime(reason, facts, goingOn: nil)
      return byNumbers(reason) + (waiting.map { [$0] } ?? byGoingOn(reason))
    }
  }

  // MARK: Numbers

  private func byNumbers(_ reason: Reason) -> [NextStep] {
    var seen: Set<String> = []
    return uses(of: reason).compactMap { use in
      guard seen.insert("\(use.record) \(use.type).\(use.field)").inserted else { return nil }
      return byNumber(use, reason)
    }
  }

  private func byNumber(_ use: FactUse, _ reason: Reason) -> NextStep? {
    guard use.isKnown, case .number(let now) = use.value.value,
      let (need, field) = place(of: use), field.isReached
    else { return nil }
    let values = possible.tellings(of: need, in: SupposedFacts(facts)).compactMap { telling in
      if case .value(.known(.number(let number))) = telling { number } else { nil }
    }
    let near = values.filter { $0 != now }.sorted {
      ($0.distance(to: now), $0) < ($1.distance(to: now), $1)
    }
    for value in near.prefix(NextSteps.values) where !probe.effort.isSpent {
      var supposed = SupposedFacts(facts)
      supposed.tell(.value(.known(.number(value))), need)
      guard let then = probe.finding(in: supposed.facts)?.determination, isBetter(then) else {
        continue
      }
      let display = Display(vocabulary: facts.vocabulary)
      let shown = display.shown(.value(.number(value)), field: field)
      return step(
        then, on: facts.on, reason,
        change: NextStep.Change(
          fact: use, value: shown ?? Shown(.number(value), Bilingual(value.description)),
          distance: value.subtracting(now)))
    }
    return nil
  }

  // MARK: Time

  /// The first day on which the case is better though nothing changes but the day.
  private func byTime(_ reason: Reason, _ facts: FactBase, goingOn: FactUse?) -> NextStep? {
    var facts = facts
    var next = goingOn == nil ? probe.finding.until : facts.on
    for _ in 0..<NextSteps.days {
      guard let day = next, day <= self.facts.on.adding(months: 120), !probe.effort.isSpent
      else { return nil }
      facts.on = day
      guard let found = probe.finding(in: facts) else { return nil }
      if isBetter(found.determination) {
        return step(found.determination, on: day, reason, goingOn: goingOn)
      }
      next = found.until
    }
    return nil
  }

  /// The same where a spell that ended is taken up again after the day.
  private func byGoingOn(_ reason: Reason) -> [NextStep] {
    var last: [Int: (use: FactUse, end: CivilDate, position: Int)] = [:]
    for use in uses(of: reason) where use.isKnown {
      guard let type = facts.vocabulary.typeIndex(use.type),
        let spell = facts.vocabulary.types[type].spell, spell.to == use.field,
        case .date(let end) = use.value.value,
        case .field(_, .record(let position), _)? = place(of: use)?.need
      else { continue }
      if let other = last[type], other.end >= end { continue }
      last[type] = (use, end, position)
    }
    return last.sorted { $0.key < $1.key }.compactMap { type, spell in
      resumed(spell.position, type).flatMap { byTime(reason, $0, goingOn: spell.use) }
    }
  }

  /// The facts with a spell like one that ended, from the next day or month on and without an end.
  private func resumed(_ position: Int, _ type: Int) -> FactBase? {
    let declared = facts.vocabulary.types[type]
    guard let spell = declared.spell, let from = declared.fieldIndex(spell.from),
      let to = declared.fieldIndex(spell.to)
    else { return nil }
    var values = facts.records[position].values
    let isMonthly = if case .month = declared.fields[from].type { true } else { false }
    let start =
      isMonthly ? CivilDate(monthNumber: facts.on.monthNumber + 1) : facts.on.next
    values[from] = .known(.date(start))
    values[to] = .none
    var facts = facts
    facts.add(
      record: Record(
        type: type, id: "?\(facts.records.count)", party: facts.records[position].party,
        values: values))
    return facts
  }

  // MARK: Parts

  private func isBetter(_ then: Determination) -> Bool {
    guard then.outcome == .entitled else { return false }
    if one.outcome != .entitled { return then.amount.map { $0 > .zero } ?? true }
    return (then.amount ?? .zero) > (one.amount ?? .zero)
  }

  private func step(
    _ then: Determination, on day: CivilDate, _ reason: Reason,
    change: NextStep.Change? = nil, goingOn: FactUse? = nil
  ) -> NextStep {
    NextStep(
      benefit: one.benefit, label: one.label, party: one.party, owner: probe.finding.owner,
      subject: one.subject,
      change: change, goingOn: goingOn, on: day, outcome: one.outcome, before: one.amount,
      amount: then.amount, reason: reason.label, citation: reason.citation)
  }

  private func uses(of reason: Reason) -> [FactUse] {
    reason.facts + reason.parts.flatMap { uses(of: $0) }
  }

  /// Where a fact that was read stands, if it is a field of a record or party.
  private func place(of use: FactUse) -> (need: Need, field: Field)? {
    guard let type = facts.vocabulary.typeIndex(use.type),
      let field = facts.vocabulary.types[type].fieldIndex(use.field)
    else { return nil }
    let declared = facts.vocabulary.types[type].fields[field]
    if let position = facts.positions(withID: use.record).first(where: {
      facts.records[$0].type == type
    }) {
      return (.field(field, of: .record(position), type: type), declared)
    }
    if use.record.hasPrefix("#"), let number = Int(use.record.dropFirst()) {
      let own = facts.positions(of: type, party: probe.finding.owner)
      guard own.indices.contains(number - 1) else { return nil }
      return (.field(field, of: .record(own[number - 1]), type: type), declared)
    }
    return nil
  }
}

extension Field {
  /// Whether its numbers are reached, and not just counted from a calendar: a year is none.
  fileprivate var isReached: Bool {
    guard case .number(let range, _, _) = type else { return false }
    return range.lowerBound < Decimal128(1900)
  }
}

extension Decimal128 {
  fileprivate func distance(to other: Decimal128) -> Decimal128 {
    let difference = subtracting(other) ?? .zero
    return difference < .zero ? difference.negated : difference
  }
}
