import Core
import Determination
import Facts
import PolicyPlan

/// Looks for what would turn one case: a number beyond a threshold, time, a spell that goes on; and two
/// of these together where none does it alone.
struct NextSteps {
  let probe: CaseProbe
  let facts: FactBase
  let possible: PossibleTellings
  /// How often the engine may still be asked.
  var left = NextSteps.most
  var one: Determination { probe.finding.determination }

  init(_ probe: CaseProbe, _ facts: FactBase) {
    self.probe = probe
    self.facts = facts
    possible = PossibleTellings(plan: probe.prepared.plan, landmarks: probe.prepared.landmarks)
  }

  /// How often the engine is asked about one case at most.
  static let most = 300
  /// How many conditions a case may fail in: one thing may turn each.
  private static let conditions = 2

  /// One way to turn a case.
  struct Turn {
    /// At most two; where there is one less, time does the rest.
    let acts: [Act]
    let on: CivilDate
    let then: Determination
  }

  /// - Returns: for each fact, or for time, the nearest that makes the case better; for two facts only
  ///   where no single one does.
  mutating func find() -> [NextStep] {
    switch one.outcome {
    case .undetermined: return []
    case .entitled:
      // More is due only where a number stands otherwise.
      let sums = one.because.filter { $0.kind == .amount }
      var steps: [NextStep] = []
      for sum in sums {
        steps += numbers(in: [sum]).compactMap { turn(with: $0, isExact: false) }
          .map { step($0, by: sum) }
      }
      for sum in sums where steps.isEmpty { steps = byTwoNumbers(sum, isExact: false) }
      return steps
    case .notEntitled:
      let failing = one.because.filter { $0.verdict == .fails }
      guard let first = failing.first, NextSteps.areTurnable(failing) else { return [] }
      let steps = turns(failing, from: facts, probe.finding).map { step($0, by: first) }
      return steps.isEmpty ? byTwo(failing) : steps
    }
  }

  /// Whether conditions are few enough for somebody to do something about; where parties are is none
  /// of them.
  static func areTurnable(_ failing: [Reason]) -> Bool {
    (1...conditions).contains(failing.count)
      && failing.allSatisfy { $0.kind == .condition && $0.id != "place" }
  }

  /// What alone makes the case better: a number that all of these conditions read, time, or a spell that
  /// one of them reads.
  ///
  /// - Parameters:
  ///   - reasons: the conditions that fail.
  ///   - base: the facts, with what is told already.
  ///   - finding: what the case comes to with them.
  ///   - besides: a number that is told already.
  /// - Returns: one for each fact, or for time.
  mutating func turns(
    _ reasons: [Reason], from base: FactBase, _ finding: Finding, besides: NumberLever? = nil
  ) -> [Turn] {
    var turns: [Turn] = []
    for number in numbers(inAll: reasons) where number.need != besides?.need {
      if let turn = turn(with: number, from: base, isExact: true) { turns.append(turn) }
    }
    if let waited = firstDay(base, from: finding.until) {
      return turns + [Turn(acts: [], on: waited.day, then: waited.then)]
    }
    for spell in spells(in: reasons) {
      let act = Act.resume(spell)
      guard let waited = firstDay(told(act, in: base), from: facts.on) else { continue }
      turns.append(Turn(acts: [act], on: waited.day, then: waited.then))
    }
    return turns
  }

  /// The nearest value of a number that makes the case better.
  private mutating func turn(
    with number: NumberLever, from base: FactBase? = nil, isExact: Bool
  ) -> Turn? {
    let before = one
    return nearest(number, in: base ?? facts, isExact: isExact) {
      before.isWorse(than: $0.determination)
    }.map { value, found in
      Turn(acts: [.number(number, value)], on: facts.on, then: found.determination)
    }
  }

  // MARK: Steps

  func step(_ turn: Turn, by reason: Reason, and second: Reason? = nil) -> NextStep {
    let (first, also) = (parts(turn.acts.first), parts(turn.acts.dropFirst().first))
    return NextStep(
      benefit: one.benefit, label: one.label, party: one.party, owner: probe.finding.owner,
      subject: one.subject, change: first.change, goingOn: first.goingOn,
      also: second.map {
        NextStep.Besides(
          change: also.change, goingOn: also.goingOn, reason: $0.label, citation: $0.citation)
      }, on: turn.on, outcome: one.outcome, before: one.amount, amount: turn.then.amount,
      reason: reason.label, citation: reason.citation)
  }

  private func parts(_ act: Act?) -> (change: NextStep.Change?, goingOn: FactUse?) {
    switch act {
    case .number(let number, let value): (number.change(to: value, facts.vocabulary), nil)
    case .resume(let spell): (nil, spell.use)
    case nil: (nil, nil)
    }
  }
}

extension Determination {
  /// Whether another outcome of the same case is better.
  func isWorse(than then: Determination) -> Bool {
    guard then.outcome == .entitled else { return false }
    if outcome != .entitled { return then.amount.map { $0 > .zero } ?? true }
    return (then.amount ?? .zero) > (amount ?? .zero)
  }
}
