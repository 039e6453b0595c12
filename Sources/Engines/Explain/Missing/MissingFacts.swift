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
  /// Shared with the searches about the cases beside it.
  let together: SaidTogether
  var random = FixedRandom()
  /// How often the engine may still be asked.
  var left: Int
  /// What the engine said, by what was told.
  var answers: [String: Answer] = [:]
  /// Of what was found, two ways to tell everything that differ in it alone, and in what the case comes to.
  var differences: [Need: (one: [Told], other: [Told])] = [:]

  /// How often the engine is asked about one case until only what was begun is ended.
  private static let most = 800
  /// The same where parties compete, and each time everybody is looked at.
  private static let mostOfAll = 500
  /// How many ways to settle the case are looked at for everything that differs near them.
  private static let ends = 2
  /// In how many other ways a fact is looked at that made no difference.
  private static let tries = 8
  /// In how many ways all that was found is told, to see that nothing else is lacking.
  static let checks = 4
  /// In how many of them each fact is told in many ways, and in how many.
  static let sweeps = 2
  static let many = 16
  /// Into how many parts days or numbers are divided at first.
  static let steps = 8
  /// How often others are told anew where what was told of them settles the case without it.
  static let starts = 4
  /// How many ways to tell a fact are tried in search of one with which the case lacks what was not found.
  static let attempts = 3
  /// How many things are told about it in each of these.
  static let tellings = 8

  /// - Parameters:
  ///   - probe: of the open case.
  ///   - facts: all of them.
  ///   - together: what the engine said of the cases beside it; `nil` where nobody asked about any.
  ///   - limit: how often the engine may be asked; `nil` for `most` or `mostOfAll`.
  init(
    _ probe: CaseProbe, _ facts: FactBase, together: SaidTogether? = nil, limit: Int? = nil
  ) {
    self.together = together ?? SaidTogether([SaidTogether.Case(probe.finding)])
    self.probe = probe
    self.facts = facts
    left = limit ?? (probe.isShared ? MissingFacts.mostOfAll : MissingFacts.most)
    possible = PossibleTellings(plan: probe.prepared.plan, landmarks: probe.prepared.landmarks)
  }

  /// Whether the case waits for something that nobody can tell.
  private var waitsForUntellable = false

  /// What is wrong with a rule where the case is open for that in all ways that were tried; then nothing is
  /// missing.
  var defect: NullReason? {
    let ends = answers.values.filter { !$0.isOpen }
    guard left > 0, !waitsForUntellable, ends.allSatisfy(\.isDefect) else { return nil }
    return ends.compactMap(\.defect).min {
      ($0.code, $0.message.zh) < ($1.code, $1.message.zh)
    }
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
      waitsForUntellable = true
      relevant.insert(need)
      open.remove(need)
    }
    func note(_ met: Set<Need>) {
      for need in met where seen.insert(need).inserted {
        if isTellable(need) {
          open.insert(need)
        } else {
          waitsForUntellable = true
          relevant.insert(need)
        }
      }
    }
    for _ in 0..<MissingFacts.ends where !open.isEmpty && left > 0 {
      let (found, met) = changesAtAnEnd()
      note(met)
      relevant.formUnion(found)
      open.subtract(found)
    }
    // Some is kept for seeing that nothing else is lacking.
    let reserve = left / 2
    for _ in 0..<MissingFacts.tries where !open.isEmpty && left > reserve {
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
    // Facts of which no difference was met are among them where the case is open without them.
    return ordered(settling(relevant))
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
        let then = walk(from: telling(otherwise), &met)
        if left <= 0 { return found }
        if !then.answer.isOpen, !then.answer.isDefect, then.answer.text != end.answer.text {
          found.insert(root)
          differences[root] = (end.told, then.told)
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
    var first: End?
    var settled: End?
    for telling in sample(need, in: base.supposed) {
      let end = walk(from: adding(telling, of: need, to: base), &met)
      if end.answer.isOpen || end.answer.isDefect { continue }
      if let first, first.answer.text != end.answer.text {
        differences[need] = (first.told, end.told)
        return (true, met)
      }
      if first == nil {
        first = end
        // What else the first way needed is told in the others too.
        let common = ToldApart(end.told, of: need, facts).common
        if common.count > base.told.count { base = self.telling(common) }
        if !base.answer.isOpen { break }
      }
      if settled == nil || end.answer.isAlive { settled = end }
      if left <= 0 { return (false, met) }
    }
    // What is told of somebody whom the fact names belongs to it too.
    return (settled.map { !changes(at: $0, of: need, &met).isEmpty } ?? false, met)
  }
}
