import Core
import Determination
import FEEL
import PolicyDocument
import PolicyPlan

/// Whether a case lies within the time that a document applies to.
extension Determiner {
  /// The date held against the start of application, when the document or benefit has one.
  func inForce(
    _ benefit: BenefitPlan, _ subject: RecordReference, _ evaluation: inout Evaluation
  ) -> Explainer.Judged? {
    guard let own = benefit.eventsFrom else { return nil }
    var date: CivilDate?
    var trace = Trace(isKept: explainer.isExplaining)
    evaluation.clock = Clock()
    let event = event(benefit, &evaluation)
    let held = benefit.start.map { evaluation.assumption($0) } ?? .value(.date(own))
    var clock = evaluation.clock
    evaluation.clock = Clock()
    guard case .success(let event) = event, case .value(.date(let start)) = held else {
      var unknown = held.unknown ?? Unknown()
      if case .failure(let open) = event { unknown.formUnion(open.unknown) }
      return open(benefit, unknown, clock)
    }
    var unknown: Unknown?
    switch event {
    case .determination:
      date = world.on
      if world.on < start { clock.note(start) }
    case .ofSubject:
      guard let field = world.eventField(ofType: benefit.subject),
        let record = world.record(subject)
      else { return nil }
      trace.note(field, of: subject)
      date = world.event(of: record)
      if world.hasUnknownEvent(record) { unknown = Unknown(world.need(field, of: subject)) }
    }
    let truth = unknown == nil ? date.map { $0 >= start } ?? false : nil
    guard explainer.isExplaining else {
      return Explainer.Judged(truth: truth, unknown: unknown, clock: clock, reasons: [])
    }
    let reason = Reason(
      kind: .condition, id: "in-force",
      label: Determiner.inForceLabel,
      value: date.map { Shown(.date($0), Bilingual($0.description)) },
      needed: Bilingual("≥ \(start)"),
      verdict: truth.map { $0 ? .holds : .fails } ?? .unknown, facts: explainer.facts(trace),
      citation: explainer.citation(benefit.place))
    return Explainer.Judged(truth: truth, unknown: unknown, clock: clock, reasons: [reason])
  }

  /// Which day is held against the start.
  private func event(
    _ benefit: BenefitPlan, _ evaluation: inout Evaluation
  ) -> Result<BenefitPlan.EventDate, Locality.Open> {
    guard let index = benefit.startsBy.assumption else {
      return .success(benefit.startsBy.value(where: true) == .on ? .determination : benefit.event)
    }
    let held = evaluation.assumption(index)
    guard let truth = held.truth else {
      return .failure(Locality.Open(unknown: held.unknown ?? Unknown()))
    }
    return .success(
      benefit.startsBy.value(where: truth) == .on ? .determination : benefit.event)
  }

  /// As long as nobody can say what a region has set.
  private func open(
    _ benefit: BenefitPlan, _ unknown: Unknown, _ clock: Clock
  ) -> Explainer.Judged {
    let reason = Reason(
      kind: .condition, id: "in-force", label: Determiner.inForceLabel, verdict: .unknown,
      citation: explainer.citation(benefit.place))
    return Explainer.Judged(
      truth: nil, unknown: unknown, clock: clock,
      reasons: explainer.isExplaining ? [reason] : [])
  }

  private static let inForceLabel = Bilingual(
    zh: "在本文件适用的时间内", en: "within the time the document applies to")
}
