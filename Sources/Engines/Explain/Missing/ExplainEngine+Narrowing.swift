import Determination
import FEEL
import Facts
import PolicyPlan

/// What open cases lack, narrowed down to what can still change them.
extension ExplainEngine {
  /// The findings of a plan with only what can still change them as missing, as long as that may be
  /// searched for; with all that open cases beside them ask for too where it may not.
  func narrowed(
    _ findings: [Finding], _ plan: Int, _ facts: FactBase, _ effort: SearchEffort
  ) -> [Finding] {
    var asked: AskedTogether?
    return findings.map { finding in
      guard finding.determination.outcome == .undetermined,
        let probe = probe(finding, plan, facts, effort)
      else { return finding }
      // Every item of a score sheet is worked out whatever the others come to, and counts by itself.
      if case .score = plans[plan].benefits[probe.benefit].payment { return finding }
      var narrowed = finding
      if effort.isSpent {
        // Open for what is wrong with a rule alone: nobody else's facts help.
        if finding.unknown?.needs.isEmpty != false { return finding }
        let together = asked ?? AskedTogether(findings, probe.prepared)
        asked = together
        narrowed.determination.needs = Unknown(needs: together.needs(beside: probe))
          .missingFacts(facts.vocabulary)
        return narrowed
      }
      var search = MissingFacts(probe, facts)
      let missing = search.find()
      if let defect = search.defect {
        narrowed.determination.open(for: defect)
      } else {
        narrowed.determination.needs = Unknown(needs: Set(missing)).missingFacts(facts.vocabulary)
      }
      return narrowed
    }
  }
}

/// What open cases ask for that bear on each other, or may: no stacking rule takes anything from a case
/// for one of another component.
private struct AskedTogether {
  private struct Key: Hashable {
    let component: Int
    /// `nil` where parties compete.
    let owner: String?
  }

  private var needs: [Key: Set<Need>] = [:]

  init(_ findings: [Finding], _ prepared: PreparedPlan) {
    let benefits = prepared.plan.benefits.enumerated().map { ($0.element.id, $0.offset) }
    let positions = Dictionary(benefits) { first, _ in first }
    let components = prepared.components
    for finding in findings {
      guard let unknown = finding.unknown, let position = positions[finding.determination.benefit]
      else { continue }
      let component = components.indices[position]
      let owner = components.shared.contains(component) ? nil : finding.owner
      needs[Key(component: component, owner: owner), default: []].formUnion(unknown.needs)
    }
  }

  func needs(beside probe: CaseProbe) -> Set<Need> {
    let component = probe.prepared.components.indices[probe.benefit]
    let owner = probe.isShared ? nil : probe.finding.owner
    return needs[Key(component: component, owner: owner)] ?? []
  }
}

extension Determination {
  /// Says that it is open for what is wrong with a rule, and that no fact is missing.
  fileprivate mutating func open(for defect: NullReason) {
    needs = []
    for place in because.indices where because[place].verdict == .unknown {
      because[place].note = because[place].note ?? defect.coded
    }
  }
}
