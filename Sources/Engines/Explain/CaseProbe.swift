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

  /// What asking takes of `effort`.
  let records: Int
  let effort: SearchEffort

  /// Whether parties compete with each other, so that everybody has to be looked at.
  var isShared: Bool {
    prepared.components.shared.contains(prepared.components.indices[benefit])
  }

  /// What the case comes to, with reasons where they are wanted; `nil` where there is no entry.
  func finding(in facts: FactBase, isExplaining: Bool = false) -> Finding? {
    effort.spend(records)
    var determiner = Determiner(prepared, world: World(facts), isExplaining: isExplaining)
    let owners: Set<String>? = isShared ? nil : [finding.owner]
    return determiner.findings(
      of: Subjects(facts, of: owners), with: [benefit], counting: given(facts)
    ).findings.first {
      $0.reference == finding.reference
        && $0.determination.benefit == finding.determination.benefit
    }
  }
}
