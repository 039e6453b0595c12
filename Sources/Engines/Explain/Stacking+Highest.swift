import Core
import Determination
import FEEL
import PolicyPlan

/// Awards in order of time: a new one is paid what it exceeds the highest earlier one by.
extension Stacking {
  func applyHighest(_ rule: StackingRule, _ highest: Highest, _ candidates: inout [Candidate]) {
    for group in groups(rule, candidates) {
      let type = type(of: candidates[group[0]])
      let claims = claimsWithoutRecord(rule, owner: candidates[group[0]].owner).map {
        award($0, series: series($0.benefit, rule), type: type)
      }
      let awards = group.map { award(candidates[$0], rule, highest) }
      for (place, position) in group.enumerated()
      where candidates[position].outcome == .entitled && !candidates[position].isForeign {
        let before =
          claims.compactMap { $0.before(awards[place]) }
          + group.indices.filter { $0 != place }.compactMap {
            earlier(awards[$0], group[$0], than: position, candidates)
          }
        decide(rule, highest, position, awards[place], before, &candidates)
      }
    }
  }

  /// An award as one that counts, or may count, before another; `nil` when it certainly comes later.
  private func earlier(
    _ award: EarlierAward, _ rival: Int, than position: Int, _ candidates: [Candidate]
  ) -> EarlierAward? {
    let (own, theirs) = (candidates[position], candidates[rival])
    if own.certainlyPrecedesAsAward(theirs) { return nil }
    if theirs.certainlyPrecedesAsAward(own) { return award }
    var doubtful = award
    var order = theirs.unknown ?? Unknown()
    for candidate in [own, theirs] where candidate.hasUnknownDate {
      order.formUnion(dateNeed(candidate))
    }
    doubtful.unknown = order.union(award.unknown)
    return doubtful
  }

  private func series(_ benefit: String, _ rule: StackingRule) -> Int {
    rule.over.firstIndex(of: benefit) ?? rule.over.count
  }

  /// A candidate as an award that later ones are measured against.
  private func award(
    _ candidate: Candidate, _ rule: StackingRule, _ highest: Highest
  ) -> EarlierAward {
    let series = rank(rule, candidate)
    var award = EarlierAward(
      id: candidate.subjectID, series: series, on: candidate.event, gross: candidate.likelyGross,
      unknown: candidate.outcome == .entitled ? nil : candidate.unknown ?? Unknown())
    award.most = candidate.most
    if candidate.hasUnknownDate { award.missingDate = dateNeed(candidate) }
    if let afterwards = highest.afterwards {
      let level = read(afterwards.level[series], candidate)
      if case .string(let name)? = level { award.level = afterwards.order.firstIndex(of: name) }
      if level == nil { award.missingLevel = need(afterwards.level[series], candidate) }
      award.achievement = read(afterwards.achievement[series], candidate)
      if award.achievement == nil {
        award.missingAchievement = need(afterwards.achievement[series], candidate)
      }
    }
    return award
  }

  /// A claim whose own record is not among the facts: its sum and day may be known, not its level.
  private func award(_ claim: Claim, series: Int, type: Int) -> EarlierAward {
    var award = EarlierAward(
      id: claim.subject ?? claim.benefit, series: series, on: claim.on, gross: claim.amount,
      unknown: claim.amount == nil ? need("amount", of: claim) : nil)
    if claim.on == nil { award.missingDate = need("on", of: claim) }
    award.missingLevel = Unknown(.record(type: type))
    award.missingAchievement = Unknown(.record(type: type))
    return award
  }

  /// Tries with no and with all of the undetermined earlier awards, and keeps what both agree on.
  private func decide(
    _ rule: StackingRule, _ highest: Highest, _ position: Int, _ award: EarlierAward,
    _ before: [EarlierAward], _ candidates: inout [Candidate]
  ) {
    guard let gross = candidates[position].amount else { return }
    let terms: Highest.Terms
    switch self.terms(highest, for: candidates[position]) {
    case .success(let found): terms = found
    case .failure(let open):
      if !before.isEmpty { leaveOpen(rule, position, [], open.unknown, &candidates) }
      return
    }
    let sure = before.filter { $0.unknown == nil }
    let least = highest.remaining(gross, of: award, after: sure, terms)
    let most = highest.remaining(gross, of: award, after: before, terms)
    if let left = least.amount, left == most.amount {
      candidates[position].amount = left
      guard !before.isEmpty else { return }
      candidates[position].reasons += reasons(
        rule, candidates[position],
        value: Shown(.number(left.yuan), Bilingual(zh: "\(left) 元", en: "\(left) yuan")),
        verdict: left == gross ? .holds : .applied, note: least.note,
        others: least.against, left: left == gross ? nil : left)
      return
    }
    var unknown = least.unknown?.union(most.unknown) ?? most.unknown ?? Unknown()
    for other in before where other.unknown != nil {
      // What one of them changes it changes beside what is certain: the highest counts.
      let left = highest.remaining(gross, of: award, after: sure + [other], terms).amount
      if left == nil || left != least.amount { unknown.formUnion(other.unknown) }
    }
    candidates[position].becomeUndetermined(unknown)
    candidates[position].reasons += reasons(
      rule, candidates[position], verdict: .unknown,
      note: Bilingual(
        zh: "以前的奖项（\(before.map(\.id).joined(separator: "、"))）还不能确定，影响本项金额",
        en:
          "earlier awards (\(before.map(\.id).joined(separator: ", "))) are not settled and bear on this one"
      ),
      others: before.map(\.id))
  }
}

/// An award that counts, or may count, before another.
struct EarlierAward {
  let id: String
  /// Awards of one benefit are one series.
  let series: Int
  let on: CivilDate?
  /// `nil` when the sum is unknown.
  let gross: Money?
  /// At most, while the sum is unknown; `nil` when that may be anything.
  var most: Money?
  /// Why it is not certain that the award counts, or for how much.
  var unknown: Unknown?
  var missingDate: Unknown?
  /// Position in the order of levels.
  var level: Int?
  var missingLevel: Unknown?
  var achievement: Value?
  var missingAchievement: Unknown?

  init(id: String, series: Int, on: CivilDate?, gross: Money?, unknown: Unknown?) {
    self.id = id
    self.series = series
    self.on = on
    self.gross = gross
    self.unknown = unknown
  }

  /// This claim as one that counts before an award; `nil` when it is of a later day.
  fileprivate func before(_ award: EarlierAward) -> EarlierAward? {
    if let on, let day = award.on { return on <= day ? self : nil }
    var doubtful = self
    doubtful.unknown = (missingDate ?? Unknown()).union(award.missingDate).union(unknown)
    return doubtful
  }
}
