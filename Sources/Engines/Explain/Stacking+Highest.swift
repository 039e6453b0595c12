import Core
import Determination
import FEEL
import PolicyPlan

/// Awards in order of time: a new one is paid what it exceeds the highest earlier one by.
extension Stacking {
  func applyHighest(_ rule: StackingRule, _ highest: Highest, _ candidates: inout [Candidate]) {
    for group in groups(rule, candidates) {
      var earlier = claimsWithoutRecord(rule, owner: candidates[group[0]].owner)
        .map {
          EarlierAward($0, series: series($0.benefit, rule), type: type(of: candidates[group[0]]))
        }
      for position in group {
        let award = award(candidates[position], rule, highest)
        let before = earlier.filter { $0.mayPrecede(award) }
        if candidates[position].outcome == .entitled {
          decide(rule, highest, position, award, before, &candidates)
        }
        earlier.append(award)
      }
    }
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
      id: candidate.subjectID, series: series, on: candidate.event, gross: candidate.gross,
      unknown: candidate.outcome == .entitled ? nil : candidate.unknown ?? Unknown())
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

  /// Tries with no and with all of the undetermined earlier awards, and keeps what both agree on.
  private func decide(
    _ rule: StackingRule, _ highest: Highest, _ position: Int, _ award: EarlierAward,
    _ before: [EarlierAward], _ candidates: inout [Candidate]
  ) {
    let gross = candidates[position].amount ?? .zero
    let sure = before.filter { $0.unknown == nil }
    let least = highest.remaining(gross, of: award, after: sure)
    let most = highest.remaining(gross, of: award, after: before)
    if let left = least.amount, left == most.amount {
      candidates[position].amount = left
      guard !before.isEmpty else { return }
      candidates[position].reasons += reasons(
        rule,
        value: Shown(.number(left.yuan), Bilingual(zh: "\(left) 元", en: "\(left) yuan")),
        verdict: left == gross ? .holds : .applied, note: least.note,
        others: least.against)
      return
    }
    var unknown = least.unknown?.union(most.unknown) ?? most.unknown ?? Unknown()
    for other in before { unknown.formUnion(other.unknown) }
    candidates[position].becomeUndetermined(unknown)
    candidates[position].reasons += reasons(
      rule, verdict: .unknown,
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
  /// Why it is not certain that the award counts.
  let unknown: Unknown?
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

  /// A claim whose own record is not among the facts: its sum and day are known, not its level.
  init(_ claim: Claim, series: Int, type: Int) {
    self.init(
      id: claim.subject ?? claim.benefit, series: series, on: claim.on, gross: claim.amount,
      unknown: nil)
    missingLevel = Unknown(.type(type))
    missingAchievement = Unknown(.type(type))
  }

  func mayPrecede(_ other: EarlierAward) -> Bool {
    guard let on, let date = other.on else { return true }
    return on <= date
  }
}
