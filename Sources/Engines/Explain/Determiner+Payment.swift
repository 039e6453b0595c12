import Core
import Determination
import FEEL
import PolicyPlan

/// Gross, caps and months of one candidate.
extension Determiner {
  /// An undetermined candidate gets no amount, but its possible months are worked out, because
  /// stacking must know which months of others it could take.
  func pay(
    _ benefit: BenefitPlan, _ candidate: inout Candidate, _ evaluation: inout Evaluation
  ) {
    switch benefit.payment {
    case .inKind, .score: break
    case .once(let rule):
      guard candidate.outcome == .entitled else {
        if candidate.outcome == .undetermined { suppose(rule, benefit, &candidate, &evaluation) }
        return
      }
      evaluation.beginTrace()
      switch money(rule, evaluation.held(rule.node)) {
      case .failure(let unknown):
        fail(rule, unknown, &candidate, evaluation.trace)
        suppose(rule, benefit, &candidate, &evaluation)
      case .success(let gross):
        candidate.gross = gross
        candidate.amount = gross
        if explainer.isExplaining {
          candidate.reasons.append(amountReason(rule, gross, evaluation.trace))
          explainer.tell(of: evaluation.trace.figures, in: &candidate)
        }
        applyCaps(benefit, &candidate, &evaluation)
      }
    case .monthly(let monthly):
      payMonths(monthly, &candidate, &evaluation)
      applyCaps(benefit, &candidate, &evaluation)
    }
  }

  /// What an open case comes to if it is paid: a case that takes nothing from others whatever
  /// becomes of it leaves nobody else open.
  private func suppose(
    _ rule: RulePlan, _ benefit: BenefitPlan, _ candidate: inout Candidate,
    _ evaluation: inout Evaluation
  ) {
    guard plan.stacking.contains(where: { $0.over.contains(benefit.id) }) else { return }
    evaluation.beginTrace()
    candidate.supposed = try? money(rule, evaluation.held(rule.node)).get()
    candidate.most =
      candidate.supposed ?? evaluation.most(rule.node).flatMap { Money(yuan: $0) }
    for cap in benefit.caps {
      guard let limit = try? money(cap, evaluation.held(cap.node)).get() else { continue }
      candidate.cap = min(candidate.cap ?? limit, limit)
    }
  }

  /// A sum that cannot be paid: unknown, none, negative, or beyond what the ledger can hold.
  struct NotPayable: Error {
    let unknown: Unknown
  }

  /// A sum that is no amount of money.
  func notPayable(_ rule: RulePlan, _ yuan: String) -> Unknown {
    Unknown(
      defect: NullReason(
        "PLN-R04",
        Bilingual(
          zh: "“\(rule.id)”算出的 \(yuan) 元不是可以发放的金额",
          en: "“\(rule.id)” gives \(yuan) yuan, which is no amount that can be paid"),
        at: rule.place.range))
  }

  func money(_ rule: RulePlan, _ held: Held) -> Result<Money, NotPayable> {
    switch held {
    case .value(.number(let yuan)):
      if let money = Money(yuan: yuan), money >= .zero { return .success(money) }
      return .failure(NotPayable(unknown: notPayable(rule, yuan.description)))
    case .unknown(let unknown): return .failure(NotPayable(unknown: unknown))
    default:
      return .failure(
        NotPayable(
          unknown: Unknown(
            defect: NullReason(
              "PLN-R05",
              Bilingual(zh: "“\(rule.id)”没有算出金额", en: "“\(rule.id)” gives no amount"),
              at: rule.place.range))))
    }
  }

  private func fail(
    _ rule: RulePlan, _ failure: NotPayable, _ candidate: inout Candidate, _ trace: Trace
  ) {
    candidate.becomeUndetermined(failure.unknown)
    guard explainer.isExplaining else { return }
    candidate.reasons.append(
      Reason(
        kind: .amount, id: rule.id, label: rule.label, verdict: .unknown,
        note: failure.unknown.defects.first?.coded, facts: explainer.facts(trace),
        citation: explainer.citation(rule.place)))
  }

  private func amountReason(_ rule: RulePlan, _ gross: Money, _ trace: Trace) -> Reason {
    Reason(
      kind: .amount, id: rule.id, label: rule.label,
      value: Shown(
        .number(gross.yuan), Bilingual(zh: "\(gross) 元", en: "\(gross) yuan")),
      verdict: .applied,
      note: Bilingual(zh: "算式：\(rule.text)", en: "formula: \(rule.text)"),
      facts: explainer.facts(trace), citation: explainer.citation(rule.place))
  }

  private func applyCaps(
    _ benefit: BenefitPlan, _ candidate: inout Candidate, _ evaluation: inout Evaluation
  ) {
    for cap in benefit.caps {
      guard let amount = candidate.amount else { return }
      evaluation.beginTrace()
      switch money(cap, evaluation.held(cap.node)) {
      case .failure(let unknown): fail(cap, unknown, &candidate, evaluation.trace)
      case .success(let limit):
        candidate.amount = min(amount, limit)
        candidate.cap = min(candidate.cap ?? limit, limit)
        guard explainer.isExplaining else { continue }
        candidate.reasons.append(
          Reason(
            kind: .stacking, id: cap.id, label: cap.label,
            value: Shown(
              .number(amount.yuan), Bilingual(zh: "\(amount) 元", en: "\(amount) yuan")),
            needed: Bilingual(zh: "≤ \(limit) 元", en: "≤ \(limit) yuan"),
            verdict: amount <= limit ? .holds : .applied,
            note: amount <= limit
              ? nil : Bilingual(zh: "按上限 \(limit) 元计", en: "limited to \(limit) yuan"),
            facts: explainer.facts(evaluation.trace), left: amount <= limit ? nil : limit,
            citation: explainer.citation(cap.place)))
        explainer.tell(of: evaluation.trace.figures, in: &candidate)
      }
    }
  }
}
