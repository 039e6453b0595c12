import Core
import Determination
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Determines every benefit of one plan for every subject of a world.
struct Determiner {
  let plan: Plan
  let world: World
  let explainer: Explainer

  init(plan: Plan, world: World) {
    self.plan = plan
    self.world = world
    explainer = Explainer(plan: plan, world: world)
  }

  /// In the order of the document's benefits, then of the facts.
  func determinations() -> [Determination] {
    var candidates: [Candidate] = []
    for (index, benefit) in plan.benefits.enumerated() {
      for (position, record) in world.facts.records.enumerated()
      where record.type == benefit.subject && world.exists(record) {
        if let candidate = candidate(index, benefit, position, record) {
          candidates.append(candidate)
        }
      }
    }
    var stacking = Stacking(plan: plan, world: world, explainer: explainer)
    stacking.apply(to: &candidates)
    return candidates.map(determination)
  }

  private func candidate(
    _ index: Int, _ benefit: BenefitPlan, _ position: Int, _ record: Record
  ) -> Candidate? {
    let owner = record.party ?? ""
    let reference = RecordReference.record(position)
    let receiver = receiver(benefit, reference, owner)
    guard let place = place(benefit, owner, receiver) else { return nil }
    var evaluation = Evaluation(
      plan: plan, world: world, subject: reference,
      party: world.party(owner, type: benefit.party))
    var judged = [place, inForce(benefit, reference)].compactMap { $0 }
    for condition in benefit.conditions {
      judged.append(explainer.judge(condition, &evaluation))
    }
    var candidate = Candidate(
      benefit: index, benefitID: benefit.id, subject: position,
      subjectID: record.id ?? subjectNumber(position, record),
      owner: owner, receiver: receiver.id ?? owner, event: world.event(of: record),
      hasUnknownDate: world.hasUnknownEvent(record),
      outcome: .entitled,
      reasons: (judged.flatMap(\.reasons)
        + benefit.assumes.map { explainer.reason(plan.assumptions[$0]) }).uniqued())
    if judged.contains(where: { $0.truth == false }) {
      candidate.outcome = .notEntitled
      return candidate
    }
    for unknown in judged.map(\.unknown) + [receiver.unknown] {
      if let unknown { candidate.becomeUndetermined(unknown) }
    }
    pay(benefit, &candidate, &evaluation)
    return candidate
  }

  private func subjectNumber(_ position: Int, _ record: Record) -> String {
    let all = world.facts.positions(of: record.type, party: record.party ?? "")
    return "#\((all.firstIndex(of: position) ?? 0) + 1)"
  }

  /// Who receives: the party that the subject's field names, else the record's own.
  private struct Receiver {
    /// `nil` when there is none, or when it is unknown.
    var id: String?
    var type: Int
    var unknown: Unknown?
  }

  private func receiver(
    _ benefit: BenefitPlan, _ subject: RecordReference, _ owner: String
  ) -> Receiver {
    guard let field = benefit.receiver,
      case .reference(let types) = world.vocabulary.types[benefit.subject].fields[field].type
    else { return Receiver(id: owner, type: benefit.party) }
    var receiver = Receiver(type: types.first.flatMap(world.vocabulary.typeIndex) ?? benefit.party)
    switch world.read(field, of: subject) {
    case .string(let id)?: receiver.id = id
    case nil: receiver.unknown = Unknown(world.need(field, of: subject))
    default: break
    }
    return receiver
  }

  /// Whether the subject's party or the receiver lies in the document's region: `nil` when both
  /// are known to be elsewhere, for then the document gives no entry at all.
  private func place(
    _ benefit: BenefitPlan, _ owner: String, _ receiver: Receiver
  ) -> Explainer.Judged? {
    var missing = receiver.unknown
    var found: String?
    var parties = [(id: owner, type: benefit.party)]
    if let id = receiver.id, id != owner { parties.append((id, receiver.type)) }
    for party in parties {
      switch world.region(of: party.id, type: party.type) {
      case .success(let region):
        if found == nil, region.isRegion(within: plan.region) { found = region }
      case .failure(let failure): missing = failure.unknown.union(missing)
      }
    }
    if found == nil, missing == nil { return nil }
    if found != nil { missing = nil }
    let region = plan.region
    let reason = Reason(
      kind: .condition, id: "place",
      label: Bilingual(zh: "在本文件适用区域内", en: "within the document's region"),
      value: found.map { Shown(.string($0), Bilingual($0)) },
      needed: Bilingual(zh: "\(region) 辖区", en: "within \(region)"),
      verdict: found == nil ? .unknown : .holds, citation: explainer.citation(benefit.place))
    return Explainer.Judged(truth: found == nil ? nil : true, unknown: missing, reasons: [reason])
  }

  /// The date held against the start of application, when the document or benefit has one.
  private func inForce(
    _ benefit: BenefitPlan, _ subject: RecordReference
  ) -> Explainer.Judged? {
    guard let start = benefit.eventsFrom else { return nil }
    var date: CivilDate?
    var unknown: Unknown?
    var trace = Trace()
    switch benefit.event {
    case .determination: date = world.on
    case .ofSubject:
      guard let field = world.eventField(ofType: benefit.subject),
        let record = world.record(subject)
      else { return nil }
      trace.note(field, of: subject)
      date = world.event(of: record)
      if world.hasUnknownEvent(record) { unknown = Unknown(world.need(field, of: subject)) }
    }
    let truth = unknown == nil ? date.map { $0 >= start } ?? false : nil
    let reason = Reason(
      kind: .condition, id: "in-force",
      label: Bilingual(zh: "在本文件适用的时间内", en: "within the time the document applies to"),
      value: date.map { Shown(.date($0), Bilingual($0.description)) },
      needed: Bilingual("≥ \(start)"),
      verdict: truth.map { $0 ? .holds : .fails } ?? .unknown, facts: explainer.facts(trace),
      citation: explainer.citation(benefit.place))
    return Explainer.Judged(truth: truth, unknown: unknown, reasons: [reason])
  }
}

extension [Reason] {
  /// Without repetitions of figures that several rules used.
  func uniqued() -> [Reason] {
    // A determination has a handful of figures: comparing beats hashing their Chinese words.
    reduce(into: []) { kept, reason in
      if !kept.contains(where: { $0.repeats(reason) }) { kept.append(reason) }
    }
  }
}

extension Reason {
  /// Whether both tell of one figure, with one value and one note.
  fileprivate func repeats(_ other: Reason) -> Bool {
    kind == other.kind && kind != .condition && kind != .stacking && id == other.id
      && note?.zh == other.note?.zh && value?.text.zh == other.value?.text.zh
  }
}
