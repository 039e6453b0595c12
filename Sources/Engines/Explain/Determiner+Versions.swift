import Core
import Determination
import Facts
import PolicyDocument
import PolicyPlan
import Vocabulary

/// Cases go by the text that holds on their day.
extension Determiner {
  /// A candidate under the version of the document that holds for its event and the day.
  mutating func versionedCandidate(
    _ index: Int, _ benefit: BenefitPlan, _ subject: Subject, _ clock: inout Clock
  ) -> Candidate? {
    if plan.versions.isEmpty { return candidate(index, benefit, subject, &clock) }
    for version in plan.versions {
      if let day = version.determinedFrom, world.on < day { clock.note(day) }
    }
    guard let date = eventDate(benefit, subject) else {
      var candidate = candidate(index, benefit, subject, &clock)
      openVersion(&candidate, subject)
      return candidate
    }
    if benefit.event == .determination {
      for day in plan.versions.compactMap(\.eventsFrom) where world.on < day { clock.note(day) }
    }
    guard let last = plan.versions.lastIndex(where: { $0.holds(event: date, on: world.on) }) else {
      return candidate(index, benefit, subject, &clock)
    }
    let version = plan.versions[last]
    if let repeal = version.repeal(of: benefit) {
      var candidate = candidate(index, benefit, subject, &clock)
      candidate?.becomeNotEntitled()
      candidate?.gross = nil
      candidate?.supposed = nil
      candidate?.reasons.insert(reason(repeal, .fails), at: 0)
      return candidate
    }
    guard let position = version.plan.position(of: benefit) else {
      return candidate(index, benefit, subject, &clock)
    }
    var amended = versions[last]
    var candidate = amended.candidate(
      position, version.plan.benefits[position], subject, &clock)
    candidate?.benefit = index
    candidate?.version = (last, position)
    if explainer.isExplaining {
      candidate?.reasons += version.changes.filter { concerns($0, index) }
        .map { reason($0, .holds) }
    }
    return candidate
  }

  /// The determination in the words of the version that the candidate goes by.
  func versionedDetermination(_ candidate: Candidate) -> Determination {
    guard let version = candidate.version else { return determination(candidate) }
    var own = candidate
    own.benefit = version.benefit
    return versions[version.index].determination(own)
  }

  /// The day by which the text is found; `nil` where it is the event's and nobody knows that.
  private func eventDate(_ benefit: BenefitPlan, _ subject: Subject) -> CivilDate? {
    if benefit.event == .determination { return world.on }
    if let date = world.event(of: subject.record) { return date }
    // Changes by the day of the determination ask for no other, and some records have none.
    let asksForEvent = plan.versions.contains { $0.eventsFrom != nil }
    return asksForEvent && world.eventField(ofType: subject.record.type) != nil ? nil : world.on
  }

  /// Without the day of the event nobody knows which text holds.
  private func openVersion(_ candidate: inout Candidate?, _ subject: Subject) {
    guard candidate?.outcome != .notEntitled,
      let field = world.eventField(ofType: subject.record.type)
    else { return }
    candidate?.becomeUndetermined(Unknown(world.need(field, of: subject.reference)))
    // Another text may give another sum.
    candidate?.supposed = nil
    candidate?.most = nil
  }

  /// Whether a change bears on a benefit: it is the benefit or its article, or something that its rules
  /// read.
  private func concerns(_ change: PlanVersion.Change, _ benefit: Int) -> Bool {
    switch change.amendment.target {
    case .benefit, .article: change.amendment.target.holds(plan.benefits[benefit], of: plan.id)
    case .parameter(let name), .assumption(let name), .row(let name, _):
      plan.names(usedBy: benefit).contains(name)
    case .stacking(let id):
      plan.stacking.contains { $0.id == id && $0.over.contains(plan.benefits[benefit].id) }
    case .target, .provision, .prose: false
    }
  }

  /// By which document the text was changed.
  private func reason(_ change: PlanVersion.Change, _ verdict: Reason.Verdict) -> Reason {
    let day = change.amendment.from
    let source = change.number ?? change.document
    let label =
      verdict == .holds
      ? Bilingual(zh: "按 \(source) 修改后的规定", en: "as amended by \(source)")
      : Bilingual(zh: "没有被 \(source) 废止", en: "not repealed by \(source)")
    return Reason(
      kind: .condition, id: change.amendment.id.text, label: label,
      needed: Bilingual(verdict == .holds ? "≥ \(day)" : "< \(day)"), verdict: verdict,
      citation: Citation(
        document: change.document, number: change.number, article: change.place.article,
        anchor: change.place.anchor, line: change.place.line))
  }
}

extension Plan {
  /// Names of the tables and parameters that the rules of a benefit use.
  fileprivate func names(usedBy benefit: Int) -> Set<String> {
    let rules = stacking.filter { $0.over.contains(benefits[benefit].id) }
    let assumed =
      benefits[benefit].assumes + rules.flatMap { $0.assumes + [$0.when].compactMap { $0 } }
    var names = Set(assumed.map { assumptions[$0].name })
    var seen: Set<NodeID> = []
    var waiting = benefits[benefit].rules.map(\.node)
    while let node = waiting.popLast() {
      guard seen.insert(node).inserted else { continue }
      let operation = nodes[node].operation
      switch operation {
      case .parameter(let index, _): names.insert(parameters[index].name)
      case .assumption(let index): names.insert(assumptions[index].name)
      case .table(let index):
        names.insert(tables[index].name)
        waiting += tables[index].inputs + tables[index].rows.map(\.value)
      default: break
      }
      waiting += operation.operands + [operation.loop?.loop.body].compactMap { $0 }
    }
    return names
  }
}
