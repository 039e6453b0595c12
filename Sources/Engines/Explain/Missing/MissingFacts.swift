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
  let probe: CaseProbe
  let facts: FactBase
  let possible: PossibleTellings
  var random = FixedRandom()
  /// How often the engine may still be asked.
  var left: Int

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
  /// How often others are told anew where what was told of them settles the case without it.
  private static let starts = 4
  /// How many things are told about it in each of these.
  static let tellings = 8

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
      let end = walk(only: found, &met)
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
    let end = walk(&met)
    return (changes(at: end, &met), met)
  }

  /// The facts that make a difference when one thing of a way that settles the case is told otherwise.
  ///
  /// - Parameters:
  ///   - end: of the way.
  ///   - need: the only one to look at; `nil` for all.
  ///   - met: what the engine lacks on the way is noted there.
  /// - Returns: the missing facts that what was told belongs to.
  private mutating func changes(
    at end: End, of need: Need? = nil, _ met: inout Set<Need>
  ) -> Set<Need> {
    var found: Set<Need> = []
    guard !end.answer.isOpen, !end.answer.isDefect else { return [] }
    for (place, told) in end.told.enumerated() {
      let root = end.supposed.root(told.need)
      if found.contains(root) || need.map({ $0 != root }) == true { continue }
      // Records that are supposed have their places in what is told after them.
      guard case .value(let value) = told.telling else { continue }
      for case .value(let other) in sample(told.need, in: end.supposed) where !other.is(value) {
        var otherwise = end.told
        otherwise[place].telling = .value(other)
        let answer = walk(from: telling(otherwise), &met).answer
        if left <= 0 { return found }
        if !answer.isOpen, !answer.isDefect, answer.text != end.answer.text {
          found.insert(root)
          break
        }
      }
    }
    return found
  }

  /// Whether a fact alone makes a difference, in one way to tell the others that leaves the case open.
  private mutating func changes(_ need: Need) -> (differs: Bool, met: Set<Need>) {
    var met: Set<Need> = []
    var base = walk(leaving: need, &met)
    for _ in 1..<MissingFacts.starts where !base.answer.isOpen && left > 0 {
      base = walk(leaving: need, &met)
    }
    guard base.answer.isOpen else { return (false, met) }
    var answers: Set<String> = []
    var settled: End?
    for telling in sample(need, in: base.supposed) {
      let end = walk(from: adding(telling, of: need, to: base), &met)
      if end.answer.isOpen || end.answer.isDefect { continue }
      answers.insert(end.answer.text)
      if answers.count > 1 { return (true, met) }
      if settled == nil || end.answer.isAlive { settled = end }
      if left <= 0 { return (false, met) }
    }
    // What is told of somebody whom the fact names belongs to it too.
    return (settled.map { !changes(at: $0, of: need, &met).isEmpty } ?? false, met)
  }
}
