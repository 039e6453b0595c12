import Core
import FEEL
import PolicyPlan

/// Finds what bears on the choice of a party.
extension Stacking {
  /// The real conflicts between the candidates of each party that choices are about: lists of
  /// several benefits with one key, and caps for which there are too many.
  func choiceProblems(_ candidates: [Candidate]) -> [ChoiceProblem] {
    if !rules.contains(where: \.rule.isChosen) { return [] }
    var problems: [String: ChoiceProblem] = [:]
    for scoped in rules {
      guard case .choice(let per, let period) = scoped.rule.kind else { continue }
      let stacking = by(scoped)
      let candidates = marked(candidates, scoped)
      for group in stacking.groups(scoped.rule, candidates) {
        let owner = candidates[group[0]].owner
        problems[owner, default: ChoiceProblem()].exclusions += stacking.exclusions(
          scoped, per, period, group, candidates)
      }
    }
    for scoped in rules {
      guard case .cap(let cap) = scoped.rule.kind else { continue }
      let stacking = by(scoped)
      let candidates = marked(candidates, scoped)
      for group in stacking.groups(scoped.rule, candidates) {
        let owner = candidates[group[0]].owner
        let (limits, isPartial) = stacking.limits(scoped, cap, group, candidates)
        if cap.keep == .best || problems[owner] != nil {
          problems[owner, default: ChoiceProblem()].limits += limits
          if isPartial { problems[owner]?.isPartial = true }
        }
      }
    }
    return problems.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The same, those that a rule does not cut marked.
  private func marked(_ candidates: [Candidate], _ scoped: ScopedRule) -> [Candidate] {
    if scoped.scope == nil { return candidates }
    return candidates.map { candidate in
      var candidate = candidate
      if !isCut(candidate, by: scoped) { candidate.isForeign = true }
      return candidate
    }
  }

  private func exclusions(
    _ scoped: ScopedRule, _ per: [StackingKey], _ period: StackingRule.Period?, _ group: [Int],
    _ candidates: [Candidate]
  ) -> [ChoiceProblem.Exclusion] {
    let rule = scoped.rule
    return sameKey(group) { key(candidates[$0], rule, per, period) }.flatMap { members, doubt in
      let bound = members.filter { !candidates[$0].isForeign }
      let doubt = orderDoubt(of: members, besides: bound, candidates)?.union(doubt) ?? doubt
      let parts = Dictionary(grouping: bound) { rank(rule, candidates[$0]) }
      let among = ChoiceProblem.Exclusion(
        rule: scoped, parts: parts.sorted { $0.key < $1.key }.map(\.value), doubt: doubt)
      return (parts.count > 1 ? [among] : [])
        + earlier(than: bound, of: members, candidates).compactMap { earlier, later in
          guard rank(rule, candidates[earlier]) != rank(rule, candidates[later]) else { return nil }
          return ChoiceProblem.Exclusion(
            rule: scoped, parts: [[earlier], [later]],
            standing: isChosen(candidates[earlier], by: rule.id) ? [] : [earlier], doubt: doubt)
        }
    }
  }

  /// Whether the text that a case goes by has a rule, though perhaps otherwise: what a later document
  /// changes of a choice leaves it one choice, among cases on both sides of the day.
  private func isChosen(_ candidate: Candidate, by id: String) -> Bool {
    rules.contains { scoped in
      scoped.rule.id == id && scoped.rule.isChosen
        && scoped.rule.over.contains(candidate.benefitID) && isCut(candidate, by: scoped)
    }
  }

  /// Pairs of a case that goes by a text without a rule, and one behind it that goes by a text with it.
  private func earlier(
    than bound: [Int], of members: [Int], _ candidates: [Candidate]
  ) -> [(earlier: Int, later: Int)] {
    let others = Set(members).subtracting(bound).sorted()
    return bound.flatMap { later in
      others.filter { Candidate.precedes(candidates[$0], candidates[later]) }
        .map { (earlier: $0, later: later) }
    }
  }

  /// What is missing to say which of the members a rule cuts, and which of the others come first; `nil`
  /// where it cuts them all.
  private func orderDoubt(
    of members: [Int], besides bound: [Int], _ candidates: [Candidate]
  ) -> Unknown? {
    if members.count == bound.count { return nil }
    var doubt: Unknown?
    for member in members where candidates[member].hasUnknownDate {
      doubt = dateNeed(candidates[member]).union(doubt)
    }
    return doubt
  }

  private func limits(
    _ scoped: ScopedRule, _ cap: Cap, _ group: [Int], _ candidates: [Candidate]
  ) -> (limits: [ChoiceProblem.Limit], isPartial: Bool) {
    let rule = scoped.rule
    let counted = group.filter { isCounted(candidates[$0], rule, cap) != false }
    // Sums by the year or month of each payment are followed by the cap itself only.
    let isPartial =
      cap.limit.isAmount && cap.period != nil
      && counted.contains { !candidates[$0].months.isEmpty }
    if isPartial { return ([], true) }
    let groups = sameKey(counted) { key(candidates[$0], rule, cap.per, cap.period) }
    return (
      groups.compactMap { members, doubt in
        let bound = members.filter { !candidates[$0].isForeign }
        if bound.isEmpty { return nil }
        var doubt = orderDoubt(of: members, besides: bound, candidates)?.union(doubt) ?? doubt
        var most: Int64?
        var isOpen = false
        for member in members {
          doubt = doubtOfCounting(candidates[member], cap)?.union(doubt) ?? doubt
          // In the order of time an unknown day may stand anywhere.
          if cap.keep == .earliest, candidates[member].hasUnknownDate {
            doubt = dateNeed(candidates[member]).union(doubt)
          }
        }
        for member in bound {
          switch self.most(cap.limit, candidates[member]) {
          case .success(let found): most = min(most ?? found, found)
          case .failure(let open):
            isOpen = true
            doubt = open.unknown.union(doubt)
          }
        }
        // What cannot bind, though all should count, bears on nothing.
        if let most, !isOpen {
          let all = members.reduce(Int64(0)) { sum, member in
            sum.saturating(
              adding: cap.limit.isAmount ? worth(candidates[member]) : 1)
          }
          if all <= most { return nil }
        }
        let spared = Set(members).subtracting(bound)
        return ChoiceProblem.Limit(
          rule: scoped, cap: cap, members: members, spared: spared,
          standing: spared.filter { !isChosen(candidates[$0], by: rule.id) }, most: most,
          doubt: doubt)
      }, false
    )
  }

  /// 分 or cases that a limit allows a candidate.
  private func most(
    _ limit: StackingRule.Limit, _ candidate: Candidate
  ) -> Result<Int64, Locality.Open> {
    if candidate.hasUnknownDate, case .parameter? = limit.figure {
      return .failure(Locality.Open(unknown: dateNeed(candidate)))
    }
    switch amount(of: limit, candidate, on: candidate.event ?? world.on) {
    case .failure(let open): return .failure(open)
    case .success(let number):
      let units = number.flatMap {
        limit.isAmount ? Money(yuan: $0)?.fen : $0.integer.map(Int64.init)
      }
      return units.map { .success($0) } ?? .failure(Locality.Open(unknown: Unknown()))
    }
  }

  /// 分 that a candidate may come to; more than any sum while that is not known.
  func worth(_ candidate: Candidate) -> Int64 {
    if let paid = candidate.amount ?? candidate.gross { return paid.fen }
    return candidate.mostPaid?.fen ?? (candidate.hasOpenGross ? Stacking.anySum : 0)
  }

  /// Beyond every sum that anybody is paid.
  static let anySum: Int64 = 1 << 52

  /// Members with the same key. One of which a part is unknown may be the same as any other.
  private func sameKey(
    _ all: [Int], _ key: (Int) -> StackingGroupKey
  ) -> [(members: [Int], doubt: Unknown?)] {
    var exact: [String: [Int]] = [:]
    var vague: [(member: Int, key: StackingGroupKey)] = []
    var keys: [String: StackingGroupKey] = [:]
    for member in all {
      let key = key(member)
      if key.unknown == nil {
        exact[key.text, default: []].append(member)
        keys[key.text] = key
      } else {
        vague.append((member, key))
      }
    }
    var groups: [(members: [Int], doubt: Unknown?)] = exact.sorted { $0.key < $1.key }.map {
      text, members in
      let near = vague.filter { one in keys[text].map { one.key.mayEqual($0) } ?? false }
      var doubt: Unknown?
      for one in near { doubt = one.key.unknown?.union(doubt) ?? doubt }
      let same = Set(members + near.map(\.member))
      return (all.filter { same.contains($0) }, doubt)
    }
    if exact.isEmpty, vague.count > 1 {
      var doubt: Unknown?
      for one in vague { doubt = one.key.unknown?.union(doubt) ?? doubt }
      groups.append((vague.map(\.member), doubt))
    }
    return groups
  }
}
