import Core
import Determination
import FEEL
import PolicyPlan

/// The points of one candidate.
extension Determiner {
  /// Works out every item, also for who is excluded: the points are facts all the same. An item that
  /// is unknown leaves the total unknown, and who is not excluded undetermined.
  func score(
    _ benefit: BenefitPlan, _ candidate: inout Candidate, _ evaluation: inout Evaluation,
    _ clock: inout Clock
  ) {
    guard case .score(let sheet) = benefit.payment else { return }
    evaluation.clock = Clock()
    var items: [Determination.Score.Item] = []
    var total: Decimal128? = .zero
    for item in sheet.items {
      evaluation.beginTrace()
      let points: Decimal128?
      var defect: NullReason?
      switch self.points(item, evaluation.held(item.rule.node)) {
      case .success(let known): points = known
      case .failure(let failure):
        points = nil
        defect = failure.unknown.defects.first
        if candidate.outcome != .notEntitled { candidate.becomeUndetermined(failure.unknown) }
      }
      total = points.flatMap { total?.adding($0) }
      items.append(Determination.Score.Item(id: item.rule.id, points: points))
      guard explainer.isExplaining else { continue }
      candidate.reasons.append(reason(item, points, defect, evaluation.trace))
      explainer.tell(of: evaluation.trace.figures, in: &candidate)
    }
    candidate.score = Determination.Score(total: total, items: items)
    clock.note(evaluation.clock)
  }

  /// The points of an item within its limits.
  private func points(
    _ item: ScoreSheet.Item, _ held: Held
  ) -> Result<Decimal128, NotPayable> {
    guard case .value(.number(let points)) = held else {
      let unknown =
        held.unknown ?? Unknown(defect: .noPoints(item.rule.id, at: item.rule.place.range))
      return .failure(NotPayable(unknown: unknown))
    }
    if let most = item.maximum { return .success(min(max(points, .zero), most)) }
    if points <= .zero { return .success(points) }
    let gain = NullReason.gain(of: item.rule.id, at: item.rule.place.range)
    return .failure(NotPayable(unknown: Unknown(defect: gain)))
  }

  private func reason(
    _ item: ScoreSheet.Item, _ points: Decimal128?, _ defect: NullReason?, _ trace: Trace
  ) -> Reason {
    let most = item.maximum
    let label = item.rule.label
    return Reason(
      kind: .score, id: item.rule.id,
      label: Bilingual(zh: item.rule.id + " " + label.zh, en: item.rule.id + " " + label.en),
      value: points.map { points in
        Shown(
          .number(points),
          Bilingual(
            zh: "\(points) 分" + (most.map { "，最高 \($0) 分" } ?? ""),
            en: "\(points)" + (most.map { " of \($0)" } ?? "") + " points"))
      },
      verdict: points == nil ? .unknown : .applied,
      note: defect?.coded
        ?? Bilingual(zh: "算式：\(item.rule.text)", en: "formula: \(item.rule.text)"),
      facts: explainer.facts(trace), citation: explainer.citation(item.rule.place))
  }
}

extension Explainer {
  /// What excludes, as a condition that it be not so.
  func judge(excluding rule: RulePlan, _ evaluation: inout Evaluation) -> Judged {
    let judged = judge(rule, &evaluation)
    let truth = judged.truth.map { !$0 }
    let reasons = judged.reasons.map { reason in
      Reason(
        kind: .condition, id: reason.id,
        label: Bilingual(zh: "没有否决：" + reason.label.zh, en: "not excluded: " + reason.label.en),
        value: judged.truth.map { Shown(.boolean($0), display.text(.boolean($0))) },
        needed: display.text(.boolean(false)),
        verdict: truth.map { $0 ? .holds : .fails } ?? .unknown, note: reason.note,
        facts: reason.facts, citation: reason.citation)
    }
    return Judged(
      truth: truth, unknown: judged.unknown, clock: judged.clock, reasons: reasons,
      figures: judged.figures)
  }
}
