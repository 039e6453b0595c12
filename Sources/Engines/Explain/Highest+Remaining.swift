import Core
import PolicyPlan

extension Highest {
  /// What is left of an award after earlier ones.
  struct Remaining {
    /// `nil` when it cannot be said.
    var amount: Money?
    var unknown: Unknown?
    /// The awards that took something away.
    var against: [String] = []
    var note: Bilingual
  }

  /// The rule itself (catalogue, reading 17): the highest of the same series at any time and of
  /// other series within the window is subtracted; beyond the window a new award must not be of a
  /// lower level, nor at the same level for the same achievement.
  func remaining(
    _ gross: Money, of award: EarlierAward, after earlier: [EarlierAward]
  ) -> Remaining {
    let subtracted = earlier.filter { $0.series == award.series || isWithinWindow($0, award) }
    let past = earlier.filter { $0.series != award.series && !isWithinWindow($0, award) }
    if let barred = barred(award, past) { return barred }
    var top = Money.zero
    for other in subtracted {
      guard let gross = other.gross else {
        return Remaining(
          amount: nil, unknown: other.unknown, against: [other.id], note: Highest.unsettled)
      }
      top = max(top, gross)
    }
    let left = Money(fen: max(0, gross.fen - top.fen))
    if top == .zero {
      return Remaining(
        amount: gross, against: [],
        note: Bilingual(zh: "以前的奖项不减少本项", en: "earlier awards take nothing from this one"))
    }
    let against = subtracted.filter { $0.gross == top }.map(\.id)
    return Remaining(
      amount: left, against: against,
      note: Bilingual(
        zh: "就高不重复：本项 \(gross) 元，减去以前最高的 \(top) 元（\(against.joined(separator: "、"))）",
        en:
          "only the excess: \(gross) less the highest earlier one, \(top) (\(against.joined(separator: ", ")))"
      ))
  }

  /// An unknown date may lie within the window, so it is taken to.
  private func isWithinWindow(_ earlier: EarlierAward, _ award: EarlierAward) -> Bool {
    guard let before = earlier.on, let day = award.on else { return true }
    return day < before.adding(months: otherSeries.months)
  }

  /// Why nothing is left, or cannot be said to be left, because of awards beyond the window.
  private func barred(_ award: EarlierAward, _ past: [EarlierAward]) -> Remaining? {
    guard afterwards != nil, !past.isEmpty else { return nil }
    var doubt: Unknown?
    for other in past {
      guard let level = award.level, let theirs = other.level else {
        doubt = (award.missingLevel ?? other.missingLevel ?? Unknown()).union(doubt)
        continue
      }
      if level < theirs {
        return Remaining(
          amount: .zero, against: [other.id],
          note: Bilingual(
            zh: "层次低于以前的 \(other.id)，不再奖励", en: "of a lower level than \(other.id), nothing is paid"
          ))
      }
      guard level == theirs else { continue }
      guard let achievement = award.achievement, let earlier = other.achievement else {
        doubt = (award.missingAchievement ?? other.missingAchievement ?? Unknown()).union(doubt)
        continue
      }
      if !achievement.isNone, achievement.equals(earlier) {
        return Remaining(
          amount: .zero, against: [other.id],
          note: Bilingual(
            zh: "与以前的 \(other.id) 层次相同且为同一成果，不再奖励",
            en: "of the same level and for the same achievement as \(other.id), nothing is paid"))
      }
    }
    return doubt.map { Remaining(amount: nil, unknown: $0, note: Highest.unsettled) }
  }

  private static let unsettled = Bilingual(zh: "还不能确定", en: "not settled yet")
}
