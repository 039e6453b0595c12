import Core
import Determination
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// Determines every benefit of one plan for the subjects of a world.
struct Determiner {
  private let prepared: PreparedPlan
  let world: World
  let explainer: Explainer
  /// What later documents make of the plan, in the order of `Plan.versions`.
  let versions: [Determiner]
  private let regions: PartyRegions

  var plan: Plan { prepared.plan }

  /// Under one document alone.
  init(_ prepared: PreparedPlan, world: World, isExplaining: Bool = true) {
    self.init(prepared, in: PartyRegions(world), isExplaining: isExplaining)
  }

  /// Under one of several documents, for all of which the parties are where they are.
  init(_ prepared: PreparedPlan, in regions: PartyRegions, isExplaining: Bool) {
    self.prepared = prepared
    self.regions = regions
    world = regions.world
    explainer = Explainer(prepared: prepared, world: world, isExplaining: isExplaining)
    versions = prepared.versions.map {
      Determiner($0, in: regions, isExplaining: isExplaining)
    }
  }

  /// In the order of the document's benefits, then of the facts.
  ///
  /// - Parameter benefit: position of a benefit, to determine only it and those that bear on it;
  ///   `nil` for all.
  /// - Returns: one determination per benefit and subject.
  mutating func determinations(with benefit: Int? = nil) -> [Determination] {
    findings(of: Subjects(world.facts), with: benefit.map { [$0] }).findings
      .map(\.determination)
  }

  /// What each subject comes to, and when the findings of a party may change by themselves.
  ///
  /// - Parameters:
  ///   - subjects: the records that may give rise to a benefit.
  ///   - except: parties that are left out where parties compete with each other.
  ///   - isCompetition: whether to look only at that.
  ///   - benefits: positions of benefits, to look only at them and those that bear on them; `nil` for
  ///     all.
  ///   - given: cases of other documents that rules count.
  /// - Returns: the findings in the order of the document's benefits, and the days by party.
  mutating func findings(
    of subjects: Subjects, except: Set<String> = [], isCompetition: Bool = false,
    with benefits: Set<Int>? = nil, counting given: Given = Given()
  ) -> (findings: [Finding], due: [String: CivilDate]) {
    let (candidates, clocks) = settled(
      of: subjects, except: except, isCompetition: isCompetition, with: benefits, counting: given)
    let findings = candidates.map { candidate in
      Finding(
        owner: candidate.owner,
        until: clocks.until(candidate.owner, benefit: candidate.benefit),
        determination: versionedDetermination(candidate), refusesMonth: candidate.refusesMonth,
        branches: candidate.version == nil ? candidate.branches : [],
        reference: candidate.subject, unknown: candidate.unknown)
    }
    return (findings, clocks.due(candidates))
  }

  /// What this document's benefits come to by its own rules, for the rules of another that count them.
  ///
  /// - Parameters:
  ///   - subjects: the records that may give rise to a benefit.
  ///   - wanted: ids of the benefits.
  /// - Returns: the cases, and when those of a party may change by themselves.
  mutating func given(of subjects: Subjects, _ wanted: Set<String>) -> Given {
    let benefits = Set(plan.benefits.indices.filter { wanted.contains(plan.benefits[$0].id) })
    let (candidates, clocks) = settled(
      of: subjects, except: [], isCompetition: false, with: benefits, counting: nil)
    return Given(
      candidates: candidates.filter { wanted.contains($0.benefitID) }.map { candidate in
        var foreign = candidate
        foreign.isForeign = true
        return foreign
      }, due: clocks.due(candidates))
  }

  /// Cases of other documents that count under this one's rules.
  struct Given {
    var candidates: [Candidate] = []
    /// By party.
    var due: [String: CivilDate] = [:]

    mutating func add(_ other: Given) {
      candidates += other.candidates
      due.merge(other.due) { min($0, $1) }
    }
  }

  // The cases as the rules leave them; without those of other documents (`nil`) the rules that count
  // such are left out.
  private mutating func settled(
    of subjects: Subjects, except: Set<String>, isCompetition: Bool,
    with benefits: Set<Int>?, counting given: Given?
  ) -> (candidates: [Candidate], clocks: PartyClocks) {
    var candidates: [Candidate] = []
    let components = prepared.components
    var clocks = PartyClocks(components)
    let wanted = benefits.map { Set($0.map { components.indices[$0] }) }
    for (index, benefit) in plan.benefits.enumerated()
    where wanted?.contains(components.indices[index]) != false {
      let isShared = components.shared.contains(components.indices[index])
      if isCompetition, !isShared { continue }
      for subject in subjects.cases(of: benefit) {
        let owner = subject.owner
        if isShared, except.contains(owner) { continue }
        var clock = Clock()
        if exists(subject, benefit, &clock),
          let candidate = versionedCandidate(index, benefit, subject, &clock)
        {
          candidates.append(candidate)
        }
        clocks.note(clock, owner, benefit: index)
      }
    }
    var stacking = Stacking(self, prepared)
    stacking.countsForeign = given != nil
    candidates += given?.candidates ?? []
    stacking.apply(to: &candidates)
    for (component, clock) in stacking.clocks { clocks.note(clock, component: component) }
    for (party, day) in given?.due ?? [:] {
      var clock = Clock()
      clock.note(day)
      for benefit in plan.benefitsBesideForeign { clocks.note(clock, party, benefit: benefit) }
    }
    candidates.removeAll(where: \.isForeign)
    return (candidates, clocks)
  }

  mutating func candidate(
    _ index: Int, _ benefit: BenefitPlan, _ subject: Subject, _ clock: inout Clock
  ) -> Candidate? {
    let (owner, record, reference) = (subject.owner, subject.record, subject.reference)
    let receiver = receiver(benefit, reference, owner)
    guard let place = place(benefit, owner, receiver, &clock) else { return nil }
    let locality = Locality(place, benefit, reference, world)
    var evaluation = Evaluation(
      prepared, world: world, subject: reference,
      party: world.party(owner, type: benefit.party), locality: locality,
      isTraced: explainer.isExplaining)
    var judged = [place.judged, inForce(benefit, reference, &evaluation)].compactMap { $0 }
    for condition in benefit.conditions {
      // Once one fails the others change nothing but the explanation.
      if !explainer.isExplaining, judged.contains(where: { $0.truth == false }) { break }
      judged.append(explainer.judge(condition, &evaluation))
    }
    if case .score(let sheet) = benefit.payment {
      judged += sheet.vetoes.map { explainer.judge(excluding: $0.rule, &evaluation) }
    }
    for rule in benefit.exclusions {
      let one = explainer.judge(excluding: rule, &evaluation)
      // What is not known to exclude stands in nobody's way.
      if one.truth == nil { clock.note(one.clock) } else { judged.append(one) }
    }
    let name = record.id ?? subjectNumber(reference, record)
    var candidate = Candidate(
      benefit: index, benefitID: benefit.id, subject: reference, subjectID: name,
      owner: owner, receiver: receiver.id ?? owner, locality: locality,
      event: world.event(of: record),
      hasUnknownDate: world.hasUnknownEvent(record),
      granted: granted(
        benefit.id, benefit.isOfParty ? nil : name, to: receiver.id ?? owner, &clock),
      outcome: .entitled)
    if explainer.isExplaining {
      for condition in judged {
        candidate.reasons += condition.reasons
        explainer.tell(of: condition.figures, in: &candidate)
      }
      explainer.tell(
        of: benefit.assumes.map { explainer.figure(ofAssumption: $0, locality) }, in: &candidate)
    }
    // Stacking counts the claims of the owner.
    if receiver.id != owner { _ = Claim.all(of: owner, world, &clock) }
    if let failure = judged.firstIndex(where: { $0.truth == false }) {
      candidate.outcome = .notEntitled
      // As long as the conditions through the first that fails come out as they do, it stays so.
      for condition in judged[...failure] { clock.note(condition.clock) }
      score(benefit, &candidate, &evaluation, &clock)
      candidate.branches = evaluation.branches
      return candidate
    }
    for unknown in judged.map(\.unknown) + [receiver.unknown] {
      if let unknown { candidate.becomeUndetermined(unknown) }
    }
    for condition in judged { clock.note(condition.clock) }
    evaluation.clock = Clock()
    evaluation.beginTrace()
    for rule in benefit.stacked {
      candidate.definitions[rule.id] = evaluation.held(rule.node)
    }
    explainer.tell(of: evaluation.trace.figures, in: &candidate)
    pay(benefit, &candidate, &evaluation)
    clock.note(evaluation.clock)
    score(benefit, &candidate, &evaluation, &clock)
    candidate.branches = evaluation.branches
    return candidate
  }

  private func subjectNumber(_ reference: RecordReference, _ record: Record) -> String {
    guard case .record(let position) = reference else { return record.id ?? "" }
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

  /// Where a document applies to a subject, and the condition that it does.
  struct Place {
    /// The code of the region; `nil` while it is unknown.
    let region: String?
    let judged: Explainer.Judged
  }

  /// Whether the receiver lies in the document's region: `nil` when both the receiver and the
  /// subject's party are known to be elsewhere, for then the document gives no entry at all.
  private func place(
    _ benefit: BenefitPlan, _ owner: String, _ receiver: Receiver, _ clock: inout Clock
  ) -> Place? {
    var (found, missing) = (String?.none, receiver.unknown)
    if let id = receiver.id {
      switch regions.region(of: id, type: id == owner ? benefit.party : receiver.type, &clock) {
      case .success(let region): found = region
      case .failure(let failure): missing = failure.unknown
      }
    }
    let truth = found?.isRegion(within: prepared.region)
    if truth != true, receiver.id != owner {
      // A record of somebody here gets its entry, though nobody here would receive anything.
      switch regions.region(of: owner, type: benefit.party, &clock) {
      case .success(let region):
        if truth == false, !region.isRegion(within: prepared.region) { return nil }
      case .failure: break
      }
    } else if truth == false {
      return nil
    }
    guard explainer.isExplaining else {
      return Place(
        region: found,
        judged: Explainer.Judged(truth: truth, unknown: missing, clock: Clock(), reasons: []))
    }
    let region = prepared.region
    let reason = Reason(
      kind: .condition, id: "place",
      label: Bilingual(zh: "在本文件适用区域内", en: "within the document's region"),
      value: found.map { Shown(.string($0), Bilingual($0)) },
      needed: Bilingual(zh: "\(region) 辖区", en: "within \(region)"),
      verdict: truth.map { $0 ? .holds : .fails } ?? .unknown,
      citation: explainer.citation(benefit.place))
    return Place(
      region: found,
      judged: Explainer.Judged(truth: truth, unknown: missing, clock: Clock(), reasons: [reason]))
  }
}
