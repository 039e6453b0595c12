import Core
import Determination
import Facts

/// Two things together where none does it alone.
extension NextSteps {
  /// How many numbers that one reason reads are put together, and how many values of each are tried.
  private static let together = 3
  private static let valuesTogether = 6

  /// What fails in a case: a condition, or one part of it.
  private struct Leaf: Hashable {
    let condition: String
    let part: Int?
  }

  private static func leaves(_ failing: [Reason]) -> Set<Leaf> {
    Set(
      failing.flatMap { reason -> [Leaf] in
        let parts = reason.parts.indices.filter { reason.parts[$0].verdict == .fails }
        return parts.isEmpty
          ? [Leaf(condition: reason.id, part: nil)]
          : parts.map { Leaf(condition: reason.id, part: $0) }
      })
  }

  /// One thing for each of two conditions, or two for one.
  mutating func byTwo(_ failing: [Reason]) -> [NextStep] {
    let open = NextSteps.leaves(failing)
    guard open.count == 2 else {
      return failing.count == 1 ? failing.flatMap { byTwoNumbers($0, isExact: true) } : []
    }
    var steps: [NextStep] = []
    var seen: Set<Set<Need>> = []
    for number in numbers(in: failing) {
      // It turns one of the two.
      guard
        let (value, found) = nearest(
          number, in: facts, isExact: true, isExplaining: true,
          {
            let rest = NextSteps.failing($0)
            return NextSteps.areTurnable(rest)
              && NextSteps.leaves(rest).isStrictSubset(of: open)
          })
      else { continue }
      let act = Act.number(number, value)
      let rest = NextSteps.failing(found)
      guard let second = rest.first else { continue }
      let first = failing.first { $0.id != second.id } ?? second
      for turn in turns(rest, from: told(act, in: facts), found, besides: number) {
        let both = Turn(acts: [act] + turn.acts, on: turn.on, then: turn.then)
        guard seen.insert(Set(both.acts.map(\.target))).inserted, isNeeded(both) else { continue }
        steps.append(step(both, by: first, and: second))
      }
    }
    return steps + bySpells(failing)
  }

  /// Two spells that are taken up again.
  private mutating func bySpells(_ failing: [Reason]) -> [NextStep] {
    guard let first = failing.first, let second = failing.last else { return [] }
    var steps: [NextStep] = []
    for (one, other) in spells(in: failing).couples {
      let acts = [Act.resume(one), .resume(other)]
      let base = acts.reduce(facts) { told($1, in: $0) }
      guard let waited = firstDay(base, from: facts.on) else { continue }
      let both = Turn(acts: acts, on: waited.day, then: waited.then)
      if isNeeded(both) { steps.append(step(both, by: first, and: second)) }
    }
    return steps
  }

  /// Two numbers that one reason reads, the nearest of those that are tried; then each brought as near
  /// as the other allows.
  mutating func byTwoNumbers(_ reason: Reason, isExact: Bool) -> [NextStep] {
    var steps: [NextStep] = []
    for (one, other) in Array(numbers(in: [reason]).prefix(NextSteps.together)).couples {
      guard var turn = crossing(one, other, isExact: isExact) else { continue }
      if isExact {
        turn = nearer(turn, 0)
        turn = nearer(turn, 1)
      }
      if isNeeded(turn) { steps.append(step(turn, by: reason, and: reason)) }
    }
    return steps
  }

  private mutating func crossing(
    _ one: NumberLever, _ other: NumberLever, isExact: Bool
  ) -> Turn? {
    let values = [one, other].map { $0.values.spread(NextSteps.valuesTogether, isExact) }
    let sums = values[0].count + values[1].count
    for sum in 0..<max(sums, 1) {
      for place in 0...sum {
        guard values[0].indices.contains(place), values[1].indices.contains(sum - place)
        else { continue }
        let acts = [Act.number(one, values[0][place]), .number(other, values[1][sum - place])]
        guard let found = ask(acts.reduce(facts) { told($1, in: $0) }) else { continue }
        if self.one.isWorse(than: found.determination) {
          return Turn(acts: acts, on: facts.on, then: found.determination)
        }
      }
    }
    return nil
  }

  /// The same with one number as near as the other allows.
  private mutating func nearer(_ turn: Turn, _ place: Int) -> Turn {
    guard case .number(let number, _) = turn.acts[place] else { return turn }
    let before = one
    let rest = told(turn.acts[1 - place], in: facts)
    let near = nearest(number, in: rest, isExact: true) { before.isWorse(than: $0.determination) }
    guard let near else { return turn }
    var acts = turn.acts
    acts[place] = .number(number, near.value)
    return Turn(acts: acts, on: turn.on, then: near.found.determination)
  }

  /// Whether without any part of it the case comes to less on its day; not so where that can no longer
  /// be asked.
  private mutating func isNeeded(_ turn: Turn) -> Bool {
    for place in turn.acts.indices {
      var rest = turn.acts
      rest.remove(at: place)
      var base = rest.reduce(facts) { told($1, in: $0) }
      base.on = turn.on
      guard left > 0 else { return false }
      guard let alone = ask(base)?.determination else { continue }
      if one.isWorse(than: alone), !alone.isWorse(than: turn.then) { return false }
    }
    return true
  }

  private static func failing(_ found: Finding) -> [Reason] {
    found.determination.because.filter { $0.verdict == .fails }
  }
}

extension Array {
  /// Every two of them, in their order.
  fileprivate var couples: [(Element, Element)] {
    indices.flatMap { first in self[(first + 1)...].map { (self[first], $0) } }
  }

  /// So many of them: the first, or the first few and then ever farther ones.
  fileprivate func spread(_ count: Int, _ isFar: Bool) -> [Element] {
    isFar
      ? (0..<count).map { $0 < 2 ? $0 : 1 << ($0 - 1) }.filter(indices.contains).map { self[$0] }
      : Array(prefix(count))
  }
}
