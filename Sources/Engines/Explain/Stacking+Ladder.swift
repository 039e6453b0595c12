import Core
import Determination
import FEEL
import PolicyPlan

/// After a higher level has been paid no lower one is: of one key, in the order of events.
extension Stacking {
  func applyLadder(_ rule: StackingRule, _ ladder: Ladder, _ candidates: inout [Candidate]) {
    for group in groups(rule, candidates) {
      var rungs = Rungs(isSmallerHigher: ladder.isSmallerHigher)
      let owner = candidates[group[0]].owner
      for claim in claimsWithoutRecord(rule, owner: owner) {
        let type = type(of: candidates[group[0]])
        rungs.add(
          key(claim, ladder.per, nil, type: type), level: nil, claim.subject ?? claim.benefit,
          unknown: Unknown(.record(type: type)))
      }
      let undated = group.filter { candidates[$0].hasUnknownDate }
      for position in undated { add(position, rule, ladder, candidates, &rungs) }
      for day in days(group, candidates) {
        for position in day { add(position, rule, ladder, candidates, &rungs) }
        for position in day { settle(position, rule, ladder, rungs, &candidates) }
      }
      // One of unknown day may come after any other.
      for position in undated { settle(position, rule, ladder, rungs, &candidates) }
    }
  }

  private func add(
    _ position: Int, _ rule: StackingRule, _ ladder: Ladder, _ candidates: [Candidate],
    _ rungs: inout Rungs
  ) {
    let candidate = candidates[position]
    if candidate.outcome == .notEntitled { return }
    var unknown = candidate.outcome == .entitled ? nil : candidate.unknown ?? Unknown()
    if candidate.hasUnknownDate { unknown = dateNeed(candidate).union(unknown) }
    let level = level(candidate, rule, ladder)
    if level == nil { unknown = need(field(candidate, rule, ladder), candidate).union(unknown) }
    rungs.add(
      key(candidate, rule, ladder.per, nil), level: level, candidate.subjectID, unknown: unknown)
  }

  private func field(_ candidate: Candidate, _ rule: StackingRule, _ ladder: Ladder) -> Int {
    ladder.level[min(rank(rule, candidate), ladder.level.count - 1)]
  }

  private func level(
    _ candidate: Candidate, _ rule: StackingRule, _ ladder: Ladder
  ) -> Decimal128? {
    guard case .number(let level)? = read(field(candidate, rule, ladder), candidate) else {
      return nil
    }
    return level
  }

  private func settle(
    _ position: Int, _ rule: StackingRule, _ ladder: Ladder, _ rungs: Rungs,
    _ candidates: inout [Candidate]
  ) {
    let candidate = candidates[position]
    if candidate.outcome == .notEntitled || candidate.isForeign { return }
    let own = key(candidate, rule, ladder.per, nil)
    guard let level = level(candidate, rule, ladder) else {
      let others = rungs.others(than: candidate.subjectID, own)
      if others.isEmpty { return }
      let missing = need(field(candidate, rule, ladder), candidate)
      leaveOpen(rule, position, names: others, missing, &candidates)
      return
    }
    if !candidate.hasUnknownDate, let sure = rungs.sure(above: level, own) {
      candidates[position].becomeNotEntitled()
      candidates[position].reasons += reasons(
        rule, candidates[position], verdict: .fails,
        note: Bilingual(
          zh: "已有更高等级的（\(sure)），不再享受较低等级的",
          en: "a higher level is there already (\(sure)), and a lower one gets nothing"),
        others: [sure])
      return
    }
    guard let doubt = rungs.doubt(above: level, own, besides: candidate.subjectID) else { return }
    let order = candidate.hasUnknownDate ? dateNeed(candidate) : Unknown()
    leaveOpen(rule, position, names: doubt.names, order.union(doubt.unknown), &candidates)
  }
}

/// The levels that were met, by key: the highest that is certain, and what may be higher.
private struct Rungs {
  let isSmallerHigher: Bool
  private var certain: [String: (key: StackingGroupKey, level: Decimal128, subject: String)] = [:]
  private var doubtful: [Doubtful] = []

  private struct Doubtful {
    let key: StackingGroupKey
    let level: Decimal128?
    let subject: String
    let unknown: Unknown
  }

  init(isSmallerHigher: Bool) { self.isSmallerHigher = isSmallerHigher }

  private func isHigher(_ one: Decimal128, _ other: Decimal128) -> Bool {
    isSmallerHigher ? one < other : one > other
  }

  mutating func add(
    _ key: StackingGroupKey, level: Decimal128?, _ subject: String, unknown: Unknown?
  ) {
    guard let level, key.unknown == nil, unknown == nil else {
      doubtful.append(
        Doubtful(
          key: key, level: level, subject: subject,
          unknown: (unknown ?? Unknown()).union(key.unknown)))
      return
    }
    if let known = certain[key.text], !isHigher(level, known.level) { return }
    certain[key.text] = (key, level, subject)
  }

  /// The subject of a higher level that is certain.
  func sure(above level: Decimal128, _ key: StackingGroupKey) -> String? {
    guard key.unknown == nil, let known = certain[key.text], isHigher(known.level, level) else {
      return nil
    }
    return known.subject
  }

  /// What may be of a higher level; `nil` when nothing is.
  func doubt(
    above level: Decimal128, _ key: StackingGroupKey, besides subject: String
  ) -> (names: [String], unknown: Unknown)? {
    var names: [String] = []
    var unknown = Unknown()
    for one in doubtful where one.subject != subject && one.key.mayEqual(key) {
      if let known = one.level, !isHigher(known, level) { continue }
      names.append(one.subject)
      unknown.formUnion(one.unknown.union(key.unknown))
    }
    let possible =
      key.unknown == nil
      ? certain[key.text].map { [$0] } ?? []
      : certain.sorted { $0.key < $1.key }.map(\.value)
    for one in possible
    where one.subject != subject && isHigher(one.level, level)
      && one.key.mayEqual(key)
    {
      names.append(one.subject)
      unknown.formUnion(key.unknown)
    }
    return names.isEmpty ? nil : (Array(names.prefix(20)), unknown)
  }

  /// Subjects that may have the same key.
  func others(than subject: String, _ key: StackingGroupKey) -> [String] {
    let names =
      certain.values.filter { $0.key.mayEqual(key) }.map(\.subject)
      + doubtful.filter { $0.key.mayEqual(key) }.map(\.subject)
    return Array(names.filter { $0 != subject }.sorted().prefix(20))
  }
}
