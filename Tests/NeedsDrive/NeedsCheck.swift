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
  /// Cases that rest on a record that nobody describes, which cannot be told here, and score sheets that
  /// are left out for time.
  private(set) var left = 0
  /// Cases that are open for what is wrong with a rule.
  private var defects = 0
  /// Score sheets there were.
  private var sheets = 0
  /// All that is missing was told, and the case is still open.
  private(set) var unsettled: [String] = []
  /// Something that is not missing changed a case.
  private(set) var outside: [String] = []
  /// The proof that a fact can change a case is wrong.
  private(set) var disproven: [String] = []
  /// There is no proof, for the engine had been asked too often.
  private(set) var unproven: [String] = []

  /// Every so many score sheets are looked at: it takes a second each.
  private let everySheet: Int

  init(_ engine: ExplainEngine, _ vocabulary: Vocabulary, everySheet: Int) {
    self.engine = engine
    self.vocabulary = vocabulary
    self.everySheet = everySheet
  }

  /// Prints what was looked at and what is wrong.
  func tell(_ name: String, of worlds: Int) {
    for line in unsettled { print("still open: \(line)") }
    for line in outside { print("not missing, and yet: \(line)") }
    for line in disproven { print("disproven: \(line)") }
    for line in unproven { print("without a proof: \(line)") }
    print(
      "needs of \(cases) open cases in \(worlds) \(name): \(needs) facts, \(left) cases left out; "
        + "\(unsettled.count) cases not settled by them, \(outside.count) changed by others, "
        + "\(disproven.count) proofs wrong, \(unproven.count) facts without a proof; "
        + "\(defects) cases open for a rule")
  }

  /// Whether everything holds: the engine tries some ways to tell facts and not all, so that one in 1,000
  /// may be missed, and none may be wrong.
  var isFine: Bool {
    cases > 0 && outside.isEmpty && disproven.isEmpty
      && unsettled.count * 1_000 <= cases && unproven.count * 1_000 <= needs
  }

  mutating func check(
    _ open: OpenCase, _ world: RandomFacts.World, _ random: inout RandomFacts
  ) {
    if open.isScored {
      sheets += 1
      if everySheet > 1, sheets % everySheet != 1 {
        left += 1
        return
      }
    }
    let facts = world.facts(vocabulary)
    let one = open.asked(in: facts, engine)
    let gaps = world.gaps(vocabulary, years: 2010...2027)
    if one.needs.isEmpty { return stays(one, Trial(one, world, gaps), &random) }
    if !one.isScored, one.needs.contains(where: { gaps[$0] == nil }) {
      left += 1
      return
    }
    cases += 1
    needs += one.needs.count
    let words = "\(one.name) lacks \(one.needs.joined(separator: ", "))"
    unproven += one.unproven.map { "\(words): \($0)" }
    let proofs = ProofCheck(engine: engine, vocabulary: vocabulary)
    disproven += one.proofs.compactMap { proof in
      proofs.fault(of: proof, one, in: facts).map { "\(words): \(proof.fact.id): \($0)" }
    }
    if one.isScored { return }
    settle(one, Trial(one, world, gaps), words, &random)
  }

  /// A case that lacks nothing is open for what is wrong with a rule, and stays so whatever is told.
  private mutating func stays(_ one: OpenCase, _ start: Trial, _ random: inout RandomFacts) {
    defects += 1
    if one.isScored { return }
    for _ in 0..<10 {
      let words = "\(one.name) lacks nothing"
      tellOthers(start, start.told(), one.finding.determination, words, &random)
    }
  }

  /// Tells all that is missing in some ways: the case is settled, whatever else is told.
  private mutating func settle(
    _ one: OpenCase, _ start: Trial, _ words: String, _ random: inout RandomFacts
  ) {
    var trial = start
    for attempt in 0..<20 {
      trial.begin(&random)
      for step in 0..<6 {
        let told = trial.told()
        let answer = one.answer(in: told, engine, vocabulary)
        if answer?.outcome == .undetermined {
          let rest = one.answer(in: told, engine, vocabulary, isExplaining: true)?.needs ?? []
          if !rest.isEmpty {
            unsettled.append("\(words) leaves \(rest.map(\.id).joined(separator: ", "))")
            return
          }
          // What is told makes a rule give no value.
          break
        }
        if attempt < 2, step < 3 { tellOthers(trial, told, answer, words, &random) }
        trial.move(where: one.answer(in: told, engine, vocabulary, isExplaining: true), &random)
      }
    }
  }

  /// Tells facts that are not among the missing ones: nothing may come of it. Left alone are where a
  /// person works, for it says which region's documents there are (catalogue, reading 2), as does where a
  /// party is, where there is no entry then; and a spell of one kind beside one of another, which makes
  /// them complete where any kind counts.
  private mutating func tellOthers(
    _ trial: Trial, _ told: RandomFacts.World, _ answer: Determination?, _ words: String,
    _ random: inout RandomFacts
  ) {
    let others = trial.others.filter { other in
      if case .value = other.gap { return false }
      return !other.id.hasPrefix("employment")
    }
    for _ in 0..<3 where !others.isEmpty {
      let other = others[random.index(below: others.count)]
      var more = told
      random.tell(other.gap, in: &more)
      let then = trial.one.answer(in: more, engine, vocabulary)
      if then != nil, then.words != answer.words {
        outside.append("\(words); \(other.id) makes \(then.words) of \(answer.words)")
      }
    }
  }
}
