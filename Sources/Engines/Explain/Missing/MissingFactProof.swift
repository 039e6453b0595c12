package import Determination
package import Facts

/// That a fact is missing: facts in which all else is told that matters, and two ways to tell that one
/// alone, with which the case comes to something else.
package struct MissingFactProof: Sendable {
  package let fact: MissingFact
  /// With all else told; what `one` and `other` add stands behind it.
  package let common: FactBase
  /// The same as `common` where the case is open without it.
  package let one: FactBase
  package let other: FactBase
}

extension ExplainEngine {
  /// Proves that what an open case lacks can change it.
  ///
  /// - Parameters:
  ///   - finding: the open case.
  ///   - plan: position of its plan.
  ///   - facts: those that it was found with.
  ///   - limit: how often the engine may be asked; `nil` for as often as when it is determined.
  /// - Returns: the missing facts with a proof, and those without: nothing can be told about them, or the
  ///   engine had been asked too often.
  package func missingFacts(
    of finding: Finding, _ plan: Int, _ facts: FactBase, limit: Int? = nil
  ) -> (proven: [MissingFactProof], unproven: [MissingFact]) {
    guard let probe = probe(finding, plan, facts, SearchEffort(nil)) else { return ([], []) }
    var search = MissingFacts(probe, facts, limit: limit)
    var proven: [MissingFactProof] = []
    var unproven: [MissingFact] = []
    for need in search.find() {
      let fact = need.missingFact(facts.vocabulary)
      guard let difference = search.differences[need] else {
        unproven.append(fact)
        continue
      }
      let other = ToldApart(difference.other, of: need, facts)
      let one = ToldApart(difference.one, of: need, facts, after: other.common)
      func told(_ own: [Told]) -> FactBase {
        var supposed = SupposedFacts(facts)
        for one in one.common + own { supposed.tell(one.telling, one.need) }
        return supposed.facts
      }
      proven.append(
        MissingFactProof(
          fact: fact, common: told([]), one: told(one.own), other: told(other.own)))
    }
    return (proven, unproven)
  }
}
