import Core
import Determination
import FEEL
import PolicyPlan

/// Where a party may choose, the combination that pays most in all is taken; among equals, what the
/// rules name first.
extension Stacking {
  func applyChoices(_ candidates: inout [Candidate]) {
    for problem in choiceProblems(candidates) {
      for (members, part) in problem.components { settle(members, part, &candidates) }
    }
  }

  private func settle(
    _ members: [Int], _ problem: ChoiceProblem, _ candidates: inout [Candidate]
  ) {
    let free = problem.free.filter { candidates[$0].outcome == .entitled }
    guard members.contains(where: { problem.free.contains($0) }) else { return }
    let choice = Choice(inOrderOfPreference(members, candidates), problem, candidates, worth)
    if let doubt = choice.doubt(candidates) {
      for position in members where free.contains(position) {
        guard let scoped = problem.rule(of: position) else { continue }
        by(scoped).leaveOpen(
          scoped.rule, position, names: choice.openNames(candidates, besides: position), doubt,
          &candidates)
      }
      return
    }
    guard let answer = choice.answer else { return }
    let before = candidates
    for position in members where free.contains(position) {
      guard let scoped = problem.rule(of: position) else { continue }
      let isTaken = answer.taken.contains(position)
      if !isTaken { candidates[position].forgo() }
      guard explainer.isExplaining else { continue }
      candidates[position].reasons += by(scoped).reasons(
        scoped.rule, before[position],
        value: Shown(
          .number(Money(fen: answer.fen).yuan),
          Bilingual(zh: "\(Money(fen: answer.fen)) 元", en: "\(Money(fen: answer.fen)) yuan")),
        verdict: isTaken ? .holds : .applied,
        note: note(of: answer, isTaken: isTaken, position, choice, before),
        others: answer.taken.filter { $0 != position }.map { before[$0].subjectID },
        parts: isTaken ? alternatives(to: answer, scoped, choice, before) : [],
        left: isTaken ? nil : candidates[position].amount)
    }
  }

  /// What the rules name first, then the order of ties: so the order of the facts decides nothing.
  private func inOrderOfPreference(_ members: [Int], _ candidates: [Candidate]) -> [Int] {
    let names = rules.map(\.rule).filter(\.isChosen).flatMap(\.over)
    func place(_ position: Int) -> Int {
      names.firstIndex(of: candidates[position].benefitID) ?? names.count
    }
    return members.sorted { left, right in
      let places = (place(left), place(right))
      return places.0 == places.1
        ? Candidate.precedes(candidates[left], candidates[right]) : places.0 < places.1
    }
  }

  private func note(
    of answer: Choice.Answer, isTaken: Bool, _ position: Int, _ choice: Choice,
    _ candidates: [Candidate]
  ) -> Bilingual {
    let names = self.names(answer.taken, candidates)
    let sum = Money(fen: answer.fen)
    var words = Bilingual(
      zh: "可以同时享受的组合里，\(names.zh) 合计最高，\(sum) 元",
      en: "of what may be taken together, \(names.en) pays most: \(sum) yuan")
    if !isTaken {
      let other = choice.best(with: position)
      words = words + lower(other, than: answer, candidates)
    }
    if answer.bound > answer.fen {
      let more = Money(fen: answer.bound - answer.fen)
      words =
        words
        + Bilingual(
          zh: "；组合太多，没有全部比较，最多还能高 \(more) 元",
          en: "; there are too many combinations to compare all, and one might pay up to \(more) "
            + "yuan more")
    }
    if choice.isPartial {
      words =
        words
        + Bilingual(
          zh: "；按年月计的限额没有计入比较",
          en: "; limits by the year or month of payment were not part of the comparison")
    }
    return words
  }

  /// By how much a combination pays less, and which it is.
  private func lower(
    _ other: Choice.Answer?, than answer: Choice.Answer, _ candidates: [Candidate]
  ) -> Bilingual {
    guard let other else {
      return Bilingual(zh: "；本项与已定的各项不能同享", en: "; this one cannot be added to what is settled")
    }
    let names = self.names(other.taken, candidates)
    let (sum, less) = (Money(fen: other.fen), Money(fen: answer.fen - other.fen))
    if less == .zero {
      return Bilingual(
        zh: "；改选 \(names.zh) 同样是 \(sum) 元，取规则中在前的",
        en: "; \(names.en) would pay the same, \(sum) yuan, and what the rules name first is taken")
    }
    return Bilingual(
      zh: "；改选 \(names.zh)，合计 \(sum) 元，少 \(less) 元",
      en: "; \(names.en) would pay \(sum) yuan, \(less) yuan less")
  }

  /// For each case that is left, the best that could be had with it.
  private func alternatives(
    to answer: Choice.Answer, _ scoped: ScopedRule, _ choice: Choice, _ candidates: [Candidate]
  ) -> [Reason] {
    guard explainer.isExplaining else { return [] }
    var seen: Set<[Int]> = []
    return choice.left(by: answer).prefix(Stacking.alternativesShown).compactMap { position in
      let other = choice.best(with: position)
      if let other, !seen.insert(other.taken).inserted { return nil }
      let names = other.map { self.names($0.taken, candidates) } ?? name(position, candidates)
      return Reason(
        kind: .stacking, id: scoped.rule.id,
        label: Bilingual(zh: "改选 \(names.zh)", en: "instead \(names.en)"),
        value: other.map {
          Shown(
            .number(Money(fen: $0.fen).yuan),
            Bilingual(zh: "\(Money(fen: $0.fen)) 元", en: "\(Money(fen: $0.fen)) yuan"))
        },
        needed: Bilingual(
          zh: "\(Money(fen: answer.fen)) 元", en: "\(Money(fen: answer.fen)) yuan"),
        verdict: .fails,
        note: other.map { less in
          let difference = Money(fen: answer.fen - less.fen)
          return difference == .zero
            ? Bilingual(zh: "一样多，取规则中在前的", en: "the same; what the rules name first is taken")
            : Bilingual(zh: "少 \(difference) 元", en: "\(difference) yuan less")
        } ?? Bilingual(zh: "与已定的各项不能同享", en: "cannot be added to what is settled"),
        others: (other?.taken ?? [position]).map { candidates[$0].subjectID },
        citation: by(scoped).explainer.citation(scoped.rule.place))
    }
  }

  /// How many of the other combinations are shown.
  private static let alternativesShown = 10

  private func names(_ positions: [Int], _ candidates: [Candidate]) -> Bilingual {
    if positions.isEmpty { return Bilingual(zh: "都不选", en: "none") }
    let all = positions.map { name($0, candidates) }
    return Bilingual(
      zh: all.map(\.zh).joined(separator: "、"), en: all.map(\.en).joined(separator: ", "))
  }

  private func name(_ position: Int, _ candidates: [Candidate]) -> Bilingual {
    let label = plan.benefits[candidates[position].benefit].label
    let subject = candidates[position].subjectID
    return Bilingual(zh: "“\(label.zh)”（\(subject)）", en: "“\(label.en)” (\(subject))")
  }
}

extension Bilingual {
  fileprivate static func + (left: Bilingual, right: Bilingual) -> Bilingual {
    Bilingual(zh: left.zh + right.zh, en: left.en + right.en)
  }
}
