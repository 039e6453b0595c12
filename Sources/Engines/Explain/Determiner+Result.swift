import Core
import Determination
import PolicyPlan
import Vocabulary

extension Determiner {
  /// The determination a candidate has come to.
  func determination(_ candidate: Candidate) -> Determination {
    let benefit = plan.benefits[candidate.benefit]
    var isMonthly = false
    var inKind: [Determination.InKind] = []
    switch benefit.payment {
    case .once, .score: break
    case .monthly: isMonthly = true
    case .inKind(let given):
      inKind = given.map { Determination.InKind(key: $0.key, value: $0.value) }
    }
    let isEntitled = candidate.outcome == .entitled
    let reasons = candidate.reasons
    // What a cap cuts off is not paid in the last months.
    let paid = candidate.amount.map { candidate.months.limited(to: $0) } ?? candidate.months
    return Determination(
      benefit: benefit.id, label: benefit.label, party: candidate.receiver,
      subject: benefit.isOfParty ? nil : candidate.subjectID, outcome: candidate.outcome,
      amount: isEntitled ? candidate.amount : nil,
      monthly: isEntitled && isMonthly
        ? Monthly(months: paid.count, spans: paid.spans) : nil,
      gross: candidate.gross, granted: candidate.granted,
      inKind: isEntitled ? inKind : [], score: candidate.score,
      needs: candidate.outcome == .undetermined && explainer.isExplaining
        ? candidate.unknown?.missingFacts(world.vocabulary) ?? [] : [],
      because: reasons, cites: explainer.isExplaining ? citations(benefit, reasons) : [])
  }

  /// What claims say was granted to a party for a benefit and subject; `nil` when one does not say
  /// how much.
  func granted(
    _ benefit: String, _ subject: String?, to receiver: String, _ clock: inout Clock
  ) -> Money? {
    Claim.all(of: receiver, world, &clock)
      .filter { $0.benefit == benefit && $0.subject == subject }
      .reduce(Money?.some(.zero)) { sum, claim in
        claim.amount.flatMap { sum?.adding($0) }
      }
  }

  /// The benefit's own article, then the others the reasons rest on, each once.
  private func citations(_ benefit: BenefitPlan, _ reasons: [Reason]) -> [Citation] {
    var cited = [explainer.citation(benefit.place)]
    for citation in reasons.lazy.map(\.citation)
    where !cited.contains(where: { $0.names(citation) }) { cited.append(citation) }
    return cited
  }
}

extension Citation {
  /// Whether both name one article, or one place where there is none.
  fileprivate func names(_ other: Citation) -> Bool {
    document == other.document && (article?.zh ?? anchor) == (other.article?.zh ?? other.anchor)
  }
}
