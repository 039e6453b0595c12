import Core
import Determination
import FEEL
import Facts

/// Looks for what a case still lacks when all that was found is told.
extension MissingFacts {
  /// With what the case still lacks when all that was found is told: a difference that was not met.
  mutating func settling(_ found: Set<Need>) -> Set<Need> {
    var found = found
    var settled = 0
    while settled < (found.count < 2 ? 2 : MissingFacts.checks), left > 0 {
      var met: Set<Need> = []
      let end = walk(only: found, &met)
      if adds(end, to: &found)
        || settled < min(found.count, MissingFacts.sweeps) && sweep(end, &found)
      {
        settled = 0
      } else {
        settled += 1
      }
    }
    return found
  }

  /// Adds what a case lacks where it is open though all was told that was found.
  private mutating func adds(_ end: End, to found: inout Set<Need>) -> Bool {
    let lacking = ordered(Set(end.answer.needs.map(end.supposed.root)).subtracting(found))
    guard end.answer.isOpen, !lacking.isEmpty else { return false }
    var apart: Set<Need> = []
    var others: Set<Need> = []
    for need in lacking {
      switch openness(without: need, from: end) {
      case .open: apart.insert(need)
      case .settledByOthers: others.insert(need)
      case .defect: break
      }
    }
    // Where any of them settles it, so do they all.
    found.formUnion(apart.isEmpty ? others : apart)
    return !apart.isEmpty || !others.isEmpty
  }

  /// What a case comes to without one fact.
  private enum Openness {
    /// It is open until that is told.
    case open
    case settledByOthers
    /// It is open for what is wrong with a rule in all ways that were tried, whatever is told of it.
    case defect
  }

  private mutating func openness(without need: Need, from end: End) -> Openness {
    var met: Set<Need> = []
    var (isEverDefect, isEverOther) = (false, false)
    for _ in 0..<MissingFacts.starts where left > 0 {
      let base = walk(from: end, leaving: need, &met)
      guard base.answer.isOpen else {
        if base.answer.isDefect { isEverDefect = true } else { isEverOther = true }
        continue
      }
      for telling in sample(need, in: base.supposed) where left > 0 {
        let end = walk(from: adding(telling, of: need, to: base), &met)
        if end.answer.isDefect { isEverDefect = true } else { isEverOther = true }
        if end.answer.isOpen || end.answer.isDefect { continue }
        // What was told after it may settle the case by itself.
        let rest = self.telling(ToldApart(end.told, of: need, facts).common)
        if !rest.answer.isOpen { continue }
        differences[need] = (rest.told, end.told)
        return .open
      }
    }
    // What could not be looked at is nobody's defect.
    return isEverDefect && !isEverOther && left > 0 ? .defect : .settledByOthers
  }

  /// Tells each fact of a way in many other ways: does the case then lack something that was not found?
  private mutating func sweep(_ end: End, _ found: inout Set<Need>) -> Bool {
    for need in ordered(Set(end.told.map { end.supposed.root($0.need) })) {
      let rest = telling(ToldApart(end.told, of: need, facts).common)
      for telling in sample(need, in: rest.supposed, MissingFacts.many) where left > 0 {
        if lacks(telling, of: need, rest, &found) == nil { return true }
      }
      if case .field = need, search(need, rest, &found) { return true }
    }
    return false
  }

  /// Looks at days or numbers between those with which the case comes to something else: only there can
  /// be some with which it lacks something.
  private mutating func search(_ need: Need, _ rest: End, _ found: inout Set<Need>) -> Bool {
    let line = possible.line(of: need, in: rest.supposed)
    if line.count <= MissingFacts.many { return false }
    var kinds: [Int: String] = [:]
    func place(_ step: Int) -> Int { step * (line.count - 1) / MissingFacts.steps }
    for step in 0...MissingFacts.steps where left > 0 {
      guard let kind = lacks(line[place(step)], of: need, rest, &found) else { return true }
      kinds[place(step)] = kind
    }
    var between = (0..<MissingFacts.steps).map { (place($0), place($0 + 1)) }
    while let (low, high) = between.popLast(), left > 0 {
      if kinds[low] == kinds[high] || high - low < 2 { continue }
      let middle = (low + high) / 2
      guard let kind = lacks(line[middle], of: need, rest, &found) else { return true }
      kinds[middle] = kind
      between += [(low, middle), (middle, high)]
    }
    return false
  }

  /// What the case comes to, without sums; `nil` where it lacks something that was not found, which is
  /// added.
  private mutating func lacks(
    _ telling: Telling, of need: Need, _ rest: End, _ found: inout Set<Need>
  ) -> String? {
    var met: Set<Need> = []
    let then = adding(telling, of: need, to: rest)
    if then.answer.isOpen, adds(walk(from: then, only: found, &met), to: &found) { return nil }
    return then.answer.isOpen
      ? ordered(then.answer.needs).map(key).joined(separator: "&")
      : String(then.answer.text.prefix { $0 != " " })
  }
}
