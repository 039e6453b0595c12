import Core
import Determination
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Finds the facts that can still change an open case: every one for which there are values of the
/// others with which it alone makes a difference, and no other.
///
/// The engine itself is asked, with facts told that nobody knows: one after the other that it says it
/// lacks, in ways that keep the case from being turned down, until it is settled; then each told
/// otherwise. What is told comes from the values that the document's rules tell apart.
struct MissingFacts {
  private let probe: CaseProbe
  private let facts: FactBase
  private let possible: PossibleTellings
  private var random = FixedRandom()
  /// How often the engine may still be asked.
  private var left: Int

  /// How often the engine is asked about one case at most.
  private static let most = 250
  /// The same where parties compete, and each time everybody is looked at.
  private static let mostOfAll = 80
  /// How many ways to settle the case are looked at for everything that differs near them.
  private static let ends = 2
  /// In how many other ways a fact is looked at that made no difference.
  private static let tries = 3
  /// In how many ways all that was found is told, to see that nothing else is lacking.
  private static let checks = 4
  /// How many things are told about it in each of these.
  private static let tellings = 8

  /// - Parameters:
  ///   - probe: of the open case.
  ///   - facts: all of them.
  init(_ probe: CaseProbe, _ facts: FactBase) {
    self.probe = probe
    self.facts = facts
    left = probe.isShared ? MissingFacts.mostOfAll : MissingFacts.most
    possible = PossibleTellings(plan: probe.prepared.plan, landmarks: probe.prepared.landmarks)
  }

  /// - Returns: the facts, in a fixed order.
  mutating func find() -> [Need] {
    var open = Set(probe.finding.unknown?.needs ?? [])
    var relevant: Set<Need> = []
    var seen = open
    // What nobody can tell is left as it is.
    func isTellable(_ need: Need) -> Bool {
      !possible.tellings(of: need, in: SupposedFacts(facts)).isEmpty
    }
    for need in open where !isTellable(need) {
      relevant.insert(need)
      open.remove(need)
    }
    func note(_ met: Set<Need>) {
      for need in met where seen.insert(need).inserted {
        if isTellable(need) { open.insert(need) } else { relevant.insert(need) }
      }
    }
    for _ in 0..<MissingFacts.ends where !open.isEmpty && left > 0 {
      let (found, met) = changesAtAnEnd()
      note(met)
      relevant.formUnion(found)
      open.subtract(found)
    }
    for _ in 0..<MissingFacts.tries where !open.isEmpty && left > 0 {
      for need in ordered(open) {
        let (differs, met) = changes(need)
        note(met)
        if differs {
          relevant.insert(need)
          open.remove(need)
        }
      }
    }
    // What could not be looked at in full stays.
    if left <= 0 { return ordered(relevant.union(open)) }
    return ordered(settling(relevant))
  }

  /// With what the case still lacks when all that was found is told: a difference that was not met.
  private mutating func settling(_ found: Set<Need>) -> Set<Need> {
    var found = found
    var settled = 0
    while settled < (found.count < 2 ? 2 : MissingFacts.checks) {
      var met: Set<Need> = []
      let end = walk(from: SupposedFacts(facts), only: found, leaving: nil, &met)
      let lacking = Set(end.answer.needs.map(end.supposed.root)).subtracting(found)
      if end.answer.isOpen, !lacking.isEmpty {
        found.formUnion(lacking)
        settled = 0
      } else {
        settled += 1
      }
    }
    return found
  }

  /// Settles the case in one way, and tells each fact of it otherwise.
  private mutating func changesAtAnEnd() -> (found: Set<Need>, met: Set<Need>) {
    var met: Set<Need> = []
    var found: Set<Need> = []
    let end = walk(from: SupposedFacts(facts), leaving: nil, &met)
    guard !end.answer.isOpen, !end.answer.isDefect else { return ([], met) }
    for (place, told) in end.told.enumerated() where !found.contains(end.supposed.root(told.need)) {
      // Records that are supposed have their places in what is told after them.
      guard case .value(let value) = told.telling else { continue }
      for case .value(let other) in sample(told.need, in: end.supposed) where !other.is(value) {
        var supposed = SupposedFacts(facts)
        for (index, one) in end.told.enumerated() {
          supposed.tell(index == place ? .value(other) : one.telling, one.need)
        }
        let answer = walk(from: supposed, leaving: nil, &met).answer
        if left <= 0 { return (found, met) }
        if !answer.isOpen, !answer.isDefect, answer.text != end.answer.text {
          found.insert(end.supposed.root(told.need))
          break
        }
      }
    }
    return (found, met)
  }

  /// Whether a fact alone makes a difference, in one way to tell the others.
  private mutating func changes(_ need: Need) -> (differs: Bool, met: Set<Need>) {
    var met: Set<Need> = []
    let base = walk(from: SupposedFacts(facts), leaving: need, &met)
    guard base.answer.isOpen else { return (false, met) }
    var answers: Set<String> = []
    for telling in sample(need, in: base.supposed) {
      var supposed = base.supposed
      supposed.tell(telling, need)
      let end = walk(from: supposed, leaving: nil, &met)
      if end.answer.isOpen || end.answer.isDefect { continue }
      answers.insert(end.answer.text)
      if answers.count > 1 { return (true, met) }
      if left <= 0 { break }
    }
    return (false, met)
  }

  private struct End {
    var supposed: SupposedFacts
    var answer: Answer
    /// In its order.
    var told: [(need: Need, telling: Telling)] = []
  }

  /// Tells what the engine lacks, one after the other, until nothing is left but what is to be left.
  private mutating func walk(
    from start: SupposedFacts, only: Set<Need>? = nil, leaving: Need?, _ met: inout Set<Need>
  ) -> End {
    var end = End(supposed: start, answer: ask(start))
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
      var supposed = end.supposed
      supposed.tell(telling, need)
      last = End(
        supposed: supposed, answer: ask(supposed), told: end.told + [(need, telling)])
      guard last.answer.isAlive else { continue }
      if !isToStayOpen || last.answer.isOpen { return last }
      alive = alive ?? last
    }
    return alive ?? last
  }

  /// What the engine says of the case.
  private struct Answer {
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

  // MARK: Order

  /// Some of what may be told, in a mixed order.
  private mutating func sample(_ need: Need, in supposed: SupposedFacts) -> [Telling] {
    let all = possible.tellings(of: need, in: supposed).shuffled(using: &random)
    return Array(all.prefix(MissingFacts.tellings))
  }

  /// By what is missing of whom, however the facts are arranged.
  private func ordered(_ needs: Set<Need>) -> [Need] {
    if needs.count < 2 { return Array(needs) }
    return needs.map { (key: key($0), need: $0) }.sorted { $0.key < $1.key }.map(\.need)
  }

  private func key(_ need: Need) -> String {
    let id = need.missingFact(facts.vocabulary).id
    return switch need {
    case .field(_, let reference, _): id + "|" + key(reference)
    case .records(_, let party): id + "|" + (party ?? "")
    case .value(_, _, let text, let party): "\(id)|\(party)|\(text)"
    case .record: id
    case .edition(_, let region, let entry):
      "\(id)|\(region)|\(entry.year ?? 0)|"
        + entry.keys.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined()
    }
  }

  private func key(_ reference: RecordReference) -> String {
    switch reference {
    case .record(let position):
      guard facts.records.indices.contains(position) else { return "~\(position)" }
      let record = facts.records[position]
      return "\(record.party ?? "")|\(record.id ?? "\(record.values)")"
    case .party(let position):
      return facts.parties.indices.contains(position)
        ? facts.parties[position].id ?? "" : "~\(position)"
    case .absent(_, let id): return id
    case .supposed(_, _, let text, let party): return party + "|" + text
    case .ofYear(let records): return "\(records.party)|\(records.year)"
    case .child(let child): return "\(key(.record(child.position)))|\(child.place)"
    }
  }
}

/// The same numbers every time: an answer does not depend on chance. SplitMix64.
private struct FixedRandom: RandomNumberGenerator {
  private var state: UInt64 = 20_260_101

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
