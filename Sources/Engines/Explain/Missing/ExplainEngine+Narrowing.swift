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
    let said = SaidTogether.byComponent(findings, prepared[plan])
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
      let together = said[OwnComponent(finding, probe.benefit, probe.prepared)]
      var search = MissingFacts(probe, facts, together: together)
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
  private var needs: [OwnComponent: Set<Need>] = [:]

  init(_ findings: [Finding], _ prepared: PreparedPlan) {
    let positions = prepared.plan.benefitPositions
    for finding in findings {
      guard let unknown = finding.unknown, let position = positions[finding.determination.benefit]
      else { continue }
      needs[OwnComponent(finding, position, prepared), default: []].formUnion(unknown.needs)
    }
  }

  func needs(beside probe: CaseProbe) -> Set<Need> {
    needs[OwnComponent(probe.finding, probe.benefit, probe.prepared)] ?? []
  }
}

extension SaidTogether {
  /// For open cases that bear on each other; those that stand alone, and those for which parties compete,
  /// have none.
  fileprivate static func byComponent(
    _ findings: [Finding], _ prepared: PreparedPlan
  ) -> [OwnComponent: SaidTogether] {
    let positions = prepared.plan.benefitPositions
    var open: [OwnComponent: Set<Case>] = [:]
    for finding in findings where finding.determination.outcome == .undetermined {
      guard let position = positions[finding.determination.benefit] else { continue }
      let own = OwnComponent(finding, position, prepared)
      if own.owner != nil { open[own, default: []].insert(Case(finding)) }
    }
    return open.compactMapValues { $0.count > 1 ? SaidTogether($0) : nil }
  }
}

/// Benefits that bear on each other, and whose cases.
private struct OwnComponent: Hashable {
  let component: Int
  /// `nil` where parties compete.
  let owner: String?

  init(_ finding: Finding, _ benefit: Int, _ prepared: PreparedPlan) {
    let components = prepared.components
    component = components.indices[benefit]
    owner = components.shared.contains(component) ? nil : finding.owner
  }
}

extension Plan {
  /// Positions of the benefits by their ids.
  fileprivate var benefitPositions: [String: Int] {
    Dictionary(benefits.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
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
