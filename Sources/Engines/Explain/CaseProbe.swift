import Determination
import Facts
import PolicyPlan

/// Asks the engine again and again about one case, with other facts or on another day.
struct CaseProbe {
  let prepared: PreparedPlan
  /// Position of the case's benefit.
  let benefit: Int
  /// The case as it is; records that facts get later stand behind those that are there.
  let finding: Finding
  /// The cases of other documents that count under this one.
  let given: (FactBase) -> Determiner.Given

  /// Whether parties compete with each other, so that everybody has to be looked at.
  let isShared: Bool
  let effort: SearchEffort
  /// What asking takes of it.
  private let records: Int

  /// - Parameters:
  ///   - prepared: the plan.
  ///   - benefit: position of the case's benefit.
  ///   - finding: the case as it is.
  ///   - given: the cases of other documents that count under this one.
  ///   - facts: those that it was found with.
  ///   - effort: what may still be tried out.
  init(
    prepared: PreparedPlan, benefit: Int, finding: Finding,
    given: @escaping (FactBase) -> Determiner.Given, _ facts: FactBase, _ effort: SearchEffort
  ) {
    self.prepared = prepared
    self.benefit = benefit
    self.finding = finding
    self.given = given
    self.effort = effort
    isShared = prepared.components.shared.contains(prepared.components.indices[benefit])
    records = 1 + (isShared ? facts.records.count : facts.count(ofParty: finding.owner))
  }

  /// What the case comes to, with reasons where they are wanted; `nil` where there is no entry.
  func finding(in facts: FactBase, isExplaining: Bool = false) -> Finding? {
    findings(in: facts, isExplaining: isExplaining).first {
      $0.reference == finding.reference
        && $0.determination.benefit == finding.determination.benefit
    }
  }

  /// The same of all cases that bear on it, its own among them.
  func findings(in facts: FactBase, isExplaining: Bool = false) -> [Finding] {
    effort.spend(records)
    var determiner = Determiner(prepared, world: World(facts), isExplaining: isExplaining)
    let owners: Set<String>? = isShared ? nil : [finding.owner]
    return determiner.findings(
      of: Subjects(facts, of: owners), with: [benefit], counting: given(facts)
    ).findings
  }
}
