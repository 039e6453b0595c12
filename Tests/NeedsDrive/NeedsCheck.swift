import Core
import Determination
import Explain
import Facts
import FactsSupport
import PolicyPlan
import Vocabulary

/// Holds what open cases say is missing to what telling it does.
struct NeedsCheck {
  let engine: ExplainEngine
  let vocabulary: Vocabulary
  /// Open cases and missing facts that were looked at.
  private(set) var cases = 0
  private(set) var needs = 0
  /// Cases that rest on a record that nobody describes: that cannot be told here.
  private(set) var left = 0
  /// All that is missing was told, and the case is still open.
  private(set) var unsettled: [String] = []
  /// Something that is not missing changed a case.
  private(set) var outside: [String] = []
  /// No way was met in which a missing fact makes a difference.
  private(set) var idle: [String] = []

  init(_ engine: ExplainEngine, _ vocabulary: Vocabulary) {
    self.engine = engine
    self.vocabulary = vocabulary
  }

  /// Prints what was looked at and what is wrong.
  func tell(_ name: String, of worlds: Int) {
    for line in unsettled { print("still open: \(line)") }
    for line in outside { print("not missing, and yet: \(line)") }
    for line in idle { print("makes no difference here: \(line)") }
    print(
      "needs of \(cases) open cases in \(worlds) \(name): \(needs) facts, \(left) cases left out; "
        + "\(unsettled.count) cases not settled by them, \(outside.count) changed by others, "
        + "\(idle.count) facts without a difference met")
  }

  /// The engine tries some ways to tell facts and not all, and so does this: what either does not meet by
  /// chance has to stay rare.
  var isFine: Bool {
    cases > 0 && unsettled.count * 300 <= max(cases, 300) && outside.count * 500 <= max(cases, 500)
      && idle.count * 50 <= max(needs, 50)
  }

  mutating func check(
    _ one: OpenCase, _ world: RandomFacts.World, _ random: inout RandomFacts
  ) {
    // Without any the case is open for what is wrong with a rule.
    if one.needs.isEmpty { return }
    let gaps = world.gaps(vocabulary, years: 2010...2027)
    if one.needs.contains(where: { gaps[$0] == nil }) {
      left += 1
      return
    }
    cases += 1
    needs += one.needs.count
    var trial = Trial(one, world, gaps)
    for attempt in 0..<60 where !trial.idle.isEmpty {
      trial.begin(&random)
      for step in 0..<25 where !trial.idle.isEmpty {
        let told = trial.told()
        let answer = one.answer(in: told, engine, vocabulary)
        if answer?.outcome == .undetermined {
          let rest = one.answer(in: told, engine, vocabulary, isExplaining: true)?.needs ?? []
          if !rest.isEmpty {
            unsettled.append("\(trial.words) leaves \(rest.map(\.id).joined(separator: ", "))")
            return
          }
          // What is told makes a rule give no value.
          break
        }
        if attempt < 2, step < 3 { tellOthers(trial, told, answer, &random) }
        for need in trial.idle.sorted() where differs(need, trial, answer, &random) {
          trial.idle.remove(need)
        }
        trial.move(where: one.answer(in: told, engine, vocabulary, isExplaining: true), &random)
      }
    }
    idle += trial.idle.sorted().map { "\(trial.words): \($0)" }
  }

  /// Tells facts that are not among the missing ones: nothing may come of it. Where a person works is
  /// left alone, for it says which region's documents there are (catalogue, reading 2).
  private mutating func tellOthers(
    _ trial: Trial, _ told: RandomFacts.World, _ answer: Determination?,
    _ random: inout RandomFacts
  ) {
    let others = trial.others.filter { !$0.id.hasPrefix("employment") }
    for _ in 0..<3 where !others.isEmpty {
      let other = others[random.index(below: others.count)]
      var more = told
      random.tell(other.gap, in: &more)
      let then = trial.one.answer(in: more, engine, vocabulary)
      if then.words != answer.words {
        outside.append("\(trial.words); \(other.id) makes \(then.words) of \(answer.words)")
      }
    }
  }

  /// Whether a fact told otherwise, or not told at all, changes the case.
  private func differs(
    _ need: String, _ trial: Trial, _ answer: Determination?, _ random: inout RandomFacts
  ) -> Bool {
    let other = trial.told(except: need, random.fork())
    if trial.one.answer(in: other, engine, vocabulary).words != answer.words { return true }
    let without = trial.told(except: need, nil)
    return trial.one.answer(in: without, engine, vocabulary)?.outcome == .undetermined
  }
}
