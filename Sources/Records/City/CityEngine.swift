import Columns
import Core
import Determinations
import Explain
import PolicyPlan
import Registry

/// What parts of the rules come to over everybody: columns settle those of whom all is known that a
/// rule goes by, the explain engine answers for the others.
struct CityEngine: Sendable {
  let rules: Rulebook
  let snapshot: CitySnapshot
  /// The day of the determinations.
  let on: CivilDate
  let progress: @Sendable (_ done: Int, _ total: Int) throws -> Void

  /// What was found, and how.
  struct Answer: Sendable {
    /// By part, then the place of the benefit in it.
    var sums: CityAsking.Sums
    /// How many parties the explain engine was asked about.
    var asked = 0
    /// By part, how many of them.
    var askedOf: [Int]
    /// How long the columns ran, and how long asking took.
    var running = Duration.zero
    var waiting = Duration.zero
  }

  /// - Parameter parts: what is wanted.
  /// - Returns: what they come to.
  /// - Throws: `StoreError`, `RegistryProblem`, `CityProblem`, and what `progress` throws.
  func sums(of parts: [CityPart]) throws -> Answer {
    let began = ContinuousClock.now
    let store = snapshot.facts.on(on)
    let engine = ColumnEngine(rules.plans, store, only: parts.benefits(of: rules))
    let behind = Set(snapshot.behind.compactMap { snapshot.facts.number(ofKey: $0) })
    let totals = engine.totals(except: behind)
    var asking = Asking(
      sums: parts.map { Array(repeating: CitySum(), count: $0.benefits.count) })
    for (place, part) in parts.enumerated() {
      let component = engine.compiled.components.firstIndex {
        $0.plan == part.plan && $0.benefits == part.benefits
      }
      if let component, !part.isContested || behind.isEmpty && totals.asked[component].isEmpty {
        asking.take(place, part, totals, component)
        for party in totals.asked[component] { asking.ask(store.key(of: party), place) }
      } else {
        if part.isContested { asking.competing.insert(place) }
        for benefit in part.benefits {
          for party in store.candidates(rules.plans[part.plan].benefits[benefit]) {
            if !behind.contains(party) { asking.ask(store.key(of: party), place) }
          }
        }
      }
      for key in snapshot.behind { asking.ask(key, place) }
    }
    let explain = CityAsking(
      rules: rules, parts: parts, state: snapshot.state, on: on, progress: progress)
    var answer = Answer(
      sums: asking.sums, asked: asking.parties.count, askedOf: parts.map { _ in 0 })
    for places in asking.parties.values { for place in places { answer.askedOf[place] += 1 } }
    let ran = ContinuousClock.now
    answer.running = ran - began
    let found = try explain.sums(asking.parties, competing: asking.competing)
    answer.waiting = ContinuousClock.now - ran
    for (place, sums) in found.enumerated() {
      for (benefit, sum) in sums.enumerated() {
        answer.sums[place][benefit] = try answer.sums[place][benefit].adding(sum)
      }
    }
    return answer
  }

  /// Whom to ask, and what is settled.
  private struct Asking {
    var sums: CityAsking.Sums
    var parties: [Int64: Set<Int>] = [:]
    var competing: Set<Int> = []

    mutating func ask(_ key: Int64, _ place: Int) { parties[key, default: []].insert(place) }

    mutating func take(
      _ place: Int, _ part: CityPart, _ totals: ColumnTotals, _ component: Int
    ) {
      for (index, benefit) in part.benefits.enumerated() {
        let sum = totals.benefits[part.plan][benefit]
        sums[place][index].entitled = sum.entitled
        sums[place][index].notEntitled = sum.notEntitled
        sums[place][index].amount = Money(fen: sum.amount)
      }
    }
  }
}
