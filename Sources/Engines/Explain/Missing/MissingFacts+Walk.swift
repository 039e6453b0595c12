import Core
import Determination
import Facts

/// Tells facts until a case is settled.
extension MissingFacts {
  /// How far facts were told, and what the case comes to then.
  struct End {
    var supposed: SupposedFacts
    var answer: Answer
    /// In its order.
    var told: [(need: Need, telling: Telling)] = []
  }

  /// Tells what the engine lacks, one after the other, until nothing is left but what is to be left.
  ///
  /// - Parameters:
  ///   - start: what is told already; `nil` for nothing.
  ///   - only: the facts that may be told, with all that belongs to them; `nil` for all.
  ///   - leaving: a fact that is not told.
  ///   - met: what the engine lacks on the way is noted there.
  /// - Returns: where it ends.
  mutating func walk(
    from start: End? = nil, only: Set<Need>? = nil, leaving: Need? = nil, _ met: inout Set<Need>
  ) -> End {
    var end = start ?? telling([])
    var steps = 0
    while end.answer.isOpen, left > -100, steps < 80 {
      steps += 1
      let lacking = end.answer.needs.filter { end.supposed.root($0) != leaving }
      met.formUnion(lacking.map(end.supposed.root))
      let next = ordered(Set(lacking)).first {
        only?.contains(end.supposed.root($0)) != false
          && !possible.tellings(of: $0, in: end.supposed).isEmpty
      }
      guard let next else { break }
      end = told(next, end, isToStayOpen: only != nil)
    }
    return end
  }

  /// Tells a fact so that the case stays alive, or open too, where one of the first few ways does.
  private mutating func told(_ need: Need, _ end: End, isToStayOpen: Bool) -> End {
    var last = end
    var alive: End?
    for telling in sample(need, in: end.supposed).prefix(isToStayOpen ? 5 : 8) {
      last = adding(telling, of: need, to: end)
      guard last.answer.isAlive else { continue }
      if !isToStayOpen || last.answer.isOpen { return last }
      alive = alive ?? last
    }
    return alive ?? last
  }

  /// Tells one thing after the other.
  mutating func telling(_ told: [(need: Need, telling: Telling)]) -> End {
    var supposed = SupposedFacts(facts)
    for one in told { supposed.tell(one.telling, one.need) }
    return End(supposed: supposed, answer: ask(supposed), told: told)
  }

  /// Tells one thing more.
  mutating func adding(_ telling: Telling, of need: Need, to end: End) -> End {
    var supposed = end.supposed
    supposed.tell(telling, need)
    return End(supposed: supposed, answer: ask(supposed), told: end.told + [(need, telling)])
  }

  /// What the engine says of the case.
  struct Answer {
    var text = "none"
    var needs: Set<Need> = []
    var isOpen = false
    /// Open for what is wrong with a rule.
    var isDefect = false
    var isAlive = false
  }

  private mutating func ask(_ supposed: SupposedFacts) -> Answer {
    left -= 1
    if probe.effort.isSpent { left = min(left, 0) }
    guard let found = probe.finding(in: supposed.facts) else { return Answer() }
    let one = found.determination
    let needs = found.unknown?.needs ?? []
    return Answer(
      text: "\(one.outcome.rawValue) \(one.amount?.description ?? "") "
        + (one.score?.total?.description ?? ""),
      needs: needs, isOpen: one.outcome == .undetermined && !needs.isEmpty,
      isDefect: one.outcome == .undetermined && needs.isEmpty,
      isAlive: one.outcome != .notEntitled)
  }
}
