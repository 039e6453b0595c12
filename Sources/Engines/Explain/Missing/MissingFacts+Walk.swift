import Core
import FEEL
import Determination
import Facts

/// Tells facts until a case is settled.
extension MissingFacts {
  /// How far facts were told, and what the case comes to then.
  struct End {
    var supposed: SupposedFacts
    var answer: Answer
    /// In its order.
    private(set) var told: [Told] = []
    /// All of that in words.
    private(set) var key = ""

    init(supposed: SupposedFacts, answer: Answer) {
      (self.supposed, self.answer) = (supposed, answer)
    }

    mutating func tell(_ one: Told, _ words: String) {
      supposed.tell(one.telling, one.need)
      told.append(one)
      key += words
    }
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
      guard let (next, tellings) = firstTellable(lacking, only, in: end.supposed) else { break }
      let tries =
        leaving != nil ? MissingFacts.tellings : only != nil ? MissingFacts.attempts : 1
      end = told(next, tellings, end, tries: tries) {
        let roots = $0.answer.needs.map($0.supposed.root)
        if let only { return roots.contains { !only.contains($0) } }
        return leaving.map(roots.contains) ?? true
      }
    }
    return end
  }

  /// The first that something can be told of, with what; `nil` where there is none.
  private func firstTellable(
    _ lacking: Set<Need>, _ only: Set<Need>?, in supposed: SupposedFacts
  ) -> (need: Need, groups: [[Telling]])? {
    for need in ordered(lacking) where only?.contains(supposed.root(need)) != false {
      let groups = possible.groups(of: need, in: supposed)
      if groups.contains(where: { !$0.isEmpty }) { return (need, groups) }
    }
    return nil
  }

  /// Tells a fact so that the case stays alive, and it is wanted where one of the first few ways is.
  private mutating func told(
    _ need: Need, _ groups: [[Telling]], _ end: End, tries: Int, where isWanted: (End) -> Bool
  ) -> End {
    var last = end
    var alive: End?
    for (place, telling) in sample(groups, MissingFacts.tellings).enumerated() {
      if place >= tries, let alive { return alive }
      last = adding(telling, of: need, to: end)
      guard last.answer.isAlive else { continue }
      if isWanted(last) { return last }
      // Where more is paid, more can be in the way of it.
      if let best = alive?.answer,
        best.isOpen || !last.answer.isOpen && last.answer.sum <= best.sum
      {
        continue
      }
      alive = last
    }
    return alive ?? last
  }

  /// Tells one thing after the other.
  mutating func telling(_ told: [Told]) -> End {
    var end = End(supposed: SupposedFacts(facts), answer: Answer())
    for one in told { end.tell(one, key(one)) }
    return asking(end)
  }

  /// Tells one thing more.
  mutating func adding(_ telling: Telling, of need: Need, to base: End) -> End {
    let told = Told(need: need, telling: telling)
    var end = base
    end.tell(told, key(told))
    return asking(end)
  }

  private func key(_ told: Told) -> String { "\(key(told.need))=\(told.telling.words);" }

  /// With what the engine says; of one way it is asked once.
  private mutating func asking(_ end: End) -> End {
    var end = end
    if let known = answers[end.key] {
      end.answer = known
    } else {
      end.answer = ask(end)
      answers[end.key] = end.answer
    }
    return end
  }

  /// What the engine says of the case.
  struct Answer {
    var text = "none"
    var needs: Set<Need> = []
    var isOpen = false
    /// Open for what is wrong with a rule, and what that is.
    var isDefect = false
    var defect: NullReason?
    var isAlive = false
    var sum = Money.zero
  }

  private mutating func ask(_ end: End) -> Answer {
    left -= 1
    if probe.effort.isSpent { left = min(left, 0) }
    return together.answer(of: SaidTogether.Case(probe.finding), told: end.key) {
      probe.findings(in: end.supposed.facts)
    }
  }
}

extension MissingFacts.Answer {
  init(_ found: Finding) {
    let one = found.determination
    needs = found.unknown?.needs ?? []
    text =
      "\(one.outcome.rawValue) \(one.amount?.description ?? "") "
      + (one.score?.total?.description ?? "")
    isOpen = one.outcome == .undetermined && !needs.isEmpty
    isDefect = one.outcome == .undetermined && needs.isEmpty
    defect = needs.isEmpty ? found.unknown?.defects.first : nil
    isAlive = one.outcome != .notEntitled
    sum = one.amount ?? .zero
  }
}
