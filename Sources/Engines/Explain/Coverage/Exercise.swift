import Core
import Determination
import FEEL
package import PolicyPlan

/// What determinations made the engine go through in one document: which of its lines took part,
/// and how they came out. Taken from the reasons that the engine gives, never worked out again.
package struct Exercise: Sendable {
  /// How something of a document came out.
  package enum Side: Hashable, Sendable {
    /// A condition held; a month counted; a limit was not reached; a stacking rule left everything.
    case holds
    /// A condition failed; a month did not count.
    case fails
    /// It took its effect: a row hit, a limit was reached, a stacking rule took something away, a
    /// figure was used, a sum was worked out.
    case applied
    /// An assumption was used with this value, as a literal.
    case value(String)
    /// A choice inside a formula went this way.
    case branch(Branch)
  }

  private let plan: Plan
  /// By line of the document's file.
  private var sides: [Int: Set<Side>] = [:]
  private var branches: Set<Branch> = []

  package init(_ plan: Plan) { self.plan = plan }

  /// Whether the element on a line came out so.
  package func shows(_ side: Side, ofLine line: Int) -> Bool {
    if case .branch(let branch) = side { return branches.contains(branch) }
    return sides[line]?.contains(side) ?? false
  }

  /// Takes in determinations, of this document or of others, which are passed over.
  package mutating func note(_ findings: [Finding]) {
    for finding in findings { note(finding) }
  }

  private mutating func note(_ finding: Finding) {
    let determination = finding.determination
    guard let benefit = plan.benefits.first(where: { $0.id == determination.benefit }) else {
      return
    }
    branches.formUnion(finding.branches)
    for reason in determination.because { note(reason) }
    if finding.refusesMonth, case .monthly(let monthly) = benefit.payment {
      note(.fails, monthly.counts.place.line)
    }
    guard determination.outcome == .entitled else { return }
    if let payment = benefit.payment.place { note(.applied, payment.line) }
    for rule in plan.stacking where rule.concerns(benefit.id) {
      let isTold = determination.because.contains {
        $0.id == rule.id && $0.citation.line == rule.place.line
      }
      if !isTold { note(.holds, rule.place.line) }
    }
  }

  private mutating func note(_ reason: Reason) {
    guard reason.citation.document == plan.id else { return }
    let line = reason.citation.line
    switch (reason.kind, reason.verdict) {
    case (_, .unknown): return
    case (.assumption, _): note(.value(reason.value?.value.literalText ?? ""), line)
    case (.quota, .fails), (.stacking, .fails): note(.applied, line)
    case (_, .holds): note(.holds, line)
    case (_, .fails): note(.fails, line)
    case (_, .applied): note(.applied, line)
    }
  }

  private mutating func note(_ side: Side, _ line: Int) {
    sides[line, default: []].insert(side)
  }
}

extension BenefitPlan.Payment {
  /// Where the sum stands; `nil` for what is not money.
  var place: Place? {
    switch self {
    case .once(let amount): amount.place
    case .monthly(let monthly): monthly.rate.place
    case .inKind, .score: nil
    }
  }
}

extension StackingRule {
  /// Whether the rule may take something from a benefit.
  func concerns(_ benefit: String) -> Bool {
    if case .blocks(let lower, _) = kind { return lower.contains(benefit) }
    return over.contains(benefit)
  }
}
