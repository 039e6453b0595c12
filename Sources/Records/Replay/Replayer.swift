import Comparison
import Determination
package import Determinations
import Core
import Explain
import PolicyPlan
import Registry
import Workbench

/// Works out determinations again, as of the day, the facts and the rules of then, and says what
/// differs by now.
package struct Replayer: Sendable {
  package let store: DeterminationStore
  /// The rules of today.
  package let rules: Rulebook
  private let cache = KeptRulesCache()

  package init(_ store: DeterminationStore, _ rules: Rulebook) {
    self.store = store
    self.rules = rules
  }

  /// Works out a stored determination again.
  ///
  /// - Parameter number: see `StoredDetermination.number`.
  /// - Returns: the answer that is kept, the one it comes to now with the reasons, and how they compare.
  /// - Throws: `ReplayProblem`, `DeterminationProblem.damagedText`, `RegistryProblem`, `StoreError`.
  package func replay(_ number: Int64) throws -> Replay {
    guard let kept = try store.stored(number: number) else {
      throw ReplayProblem.unknownNumber(number)
    }
    let subject = ReplayedSubject(kept)
    // A plan is known by its hash: texts that were kept later and give the same are as good.
    guard let set = try kept.rules ?? store.sets(ofPlan: kept.determination.plan).first else {
      throw ReplayProblem.textsNotKept(number: "\(number)", document: subject.document)
    }
    let old = try rules(of: subject, set)
    let answers = try subject.findings(old.rules, old.snapshot(kept.change)).map {
      (determination: $0.determination, answer: kept.replayed($0, plan: old.plan))
    }
    let bytes = kept.canonicalJSON
    // Two records without an id may come to the same: any that is the one kept will do.
    let found =
      answers.first { $0.answer.canonicalJSON == bytes }
      ?? answers.first { $0.answer.answerJSON == kept.answerJSON } ?? answers.first
    return Replay(
      number: "\(number)", subject: subject, keptJSON: bytes, json: found?.answer.canonicalJSON,
      hasSameAnswer: found?.answer.answerJSON == kept.answerJSON,
      determination: found?.determination, set: set, keptPlan: kept.determination.plan,
      plan: old.plan, program: kept.program,
      documents: ReplayedDocument.all(subject.document, old.rules),
      run: try store.run(kept.determination.run), change: kept.change,
      changed: try store.registry.change(kept.change))
  }

  /// Works out again what a case was opened with, its reasons and citations included.
  ///
  /// - Parameter kept: what the case keeps.
  /// - Returns: as for stored determinations.
  /// - Throws: `ReplayProblem`, `DeterminationProblem.damagedText`, `RegistryProblem`, `StoreError`.
  package func replay(_ kept: KeptCase) throws -> Replay {
    var last: Replay?
    // Sets of one plan differ in words alone: the one that the case was opened under gives its bytes.
    for set in try store.sets(ofPlan: kept.plan) {
      let old = try rules(of: kept.subject, set)
      let found = try kept.subject.findings(old.rules, old.snapshot(kept.change))
        .map(\.determination)
      let texts = found.map { Report(on: kept.subject.on, determinations: [$0]).json() }
      let position = texts.firstIndex(of: kept.json) ?? texts.indices.first
      let replay = Replay(
        number: kept.number, subject: kept.subject, keptJSON: kept.json,
        json: position.map { texts[$0] },
        hasSameAnswer: try position.map { try kept.hasSameAnswer(as: texts[$0]) } ?? false,
        determination: position.map { found[$0] }, set: set, keptPlan: kept.plan, plan: old.plan,
        program: nil, documents: ReplayedDocument.all(kept.subject.document, old.rules), run: nil,
        change: kept.change, changed: try store.registry.change(kept.change))
      if replay.isIdentical { return replay }
      last = last ?? replay
    }
    guard let last else {
      throw ReplayProblem.textsNotKept(number: kept.number, document: kept.subject.document)
    }
    return last
  }

  /// What a replayed determination would come to under today's rules, with today's facts, and with
  /// both, on the same day.
  ///
  /// - Parameter replay: made by this replayer.
  /// - Returns: the three comparisons, and which of them makes the difference.
  /// - Throws: `RegistryProblem`, `StoreError`.
  package func today(_ replay: Replay) throws -> ReplayToday {
    let subject = replay.subject
    let old = try rules(of: subject, replay.set)
    let before = try cache.snapshot(replay.change, of: store.registry, set: nil)
    let latest = try store.registry.snapshot()
    func compared(_ rules: Rulebook, _ snapshot: Snapshot) throws -> ComparedPair? {
      let found = try subject.findings(rules, snapshot).first?.determination
      return Comparison(
        [replay.determination].compactMap(\.self), [found].compactMap(\.self), matching: .order
      ).pairs.first
    }
    return ReplayToday(
      rules: try compared(rules, before),
      facts: try compared(old.rules, old.registry.snapshot()),
      both: try compared(rules, latest), change: latest.change,
      hasNewRules: rules.hash(of: subject.benefit) != replay.keptPlan,
      hasNewFacts: latest.change > replay.change)
  }

  /// The rules of a set as one benefit needs them.
  private struct Old {
    let rules: Rulebook
    let registry: Registry
    /// SM3 of the plan that gives the benefit.
    let plan: String
    let snapshot: @Sendable (_ change: Int64) throws -> Snapshot
  }

  private func rules(of subject: ReplayedSubject, _ set: Int64) throws -> Old {
    let kept = try cache.rules(of: set) { try compiled(set) }
    guard let plan = kept.rules.hash(of: subject.benefit) else {
      throw ReplayProblem.benefitGone(set: set, benefit: subject.benefit)
    }
    return Old(rules: kept.rules, registry: kept.registry, plan: plan) { [cache] change in
      try cache.snapshot(change, of: kept.registry, set: set)
    }
  }

  private func compiled(_ set: Int64) throws -> KeptRules {
    let texts = try store.texts(ofSet: set)
    do {
      let bench = try Workbench(
        vocabulary: texts.vocabulary, documents: texts.documents, counted: texts.counted
      ).sound().setting(nil, stored: texts.locals)
      return KeptRules(
        rules: try Rulebook(bench.plans), registry: try store.registry.read(by: bench.vocabulary))
    } catch let faults as FaultyTexts {
      let first = faults.texts.first
      throw ReplayProblem.notCompiled(
        set: set, name: first?.source.name ?? "",
        fault: first?.diagnostics.first?.message ?? Bilingual(""))
    } catch let fault as StoredValueProblem {
      throw ReplayProblem.notCompiled(set: set, name: "local.json", fault: fault.problem.message)
    }
  }
}
