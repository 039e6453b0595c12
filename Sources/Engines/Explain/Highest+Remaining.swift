import FEEL
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
    _ gross: Money, of award: EarlierAward, after earlier: [EarlierAward], _ terms: Terms
  ) -> Remaining {
    let counted = earlier.filter {
      $0.series != award.series || terms.sameSeries.contains(award.series)
    }
    let subtracted = counted.filter {
      $0.series == award.series || mayBeWithin($0, award, terms.years)
    }
    let past = counted.filter { $0.series != award.series && mayBePast($0, award, terms.years) }
    var doubt: Unknown?
    if let barred = barred(award, past, &doubt) { return barred }
    let top = subtracted.compactMap(\.gross).max() ?? .zero
    let against = subtracted.filter { $0.gross == top }.map(\.id)
    if top > .zero, top >= gross { return excess(gross, top, against) }
    if top > .zero, terms.pay == .full, doubt == nil,
      !subtracted.contains(where: { $0.gross == nil })
    {
      return full(gross, top, against)
    }
    for other in subtracted
    where other.gross == nil && (other.most.map { $0 > top } ?? true) {
      doubt = (other.unknown ?? Unknown()).union(doubt)
    }
    if let doubt, gross > .zero {
      return Remaining(amount: nil, unknown: doubt, note: Highest.unsettled)
    }
    if top == .zero {
      return Remaining(
        amount: gross,
        note: Bilingual(zh: "以前的奖项不减少本项", en: "earlier awards take nothing from this one"))
    }
    return excess(gross, top, against)
  }

  private func excess(_ gross: Money, _ top: Money, _ against: [String]) -> Remaining {
    let names = against.joined(separator: "、")
    let namesEn = against.joined(separator: ", ")
    return Remaining(
      amount: Money(fen: max(0, gross.fen - top.fen)), against: against,
      note: Bilingual(
        zh: "就高不重复：本项 \(gross) 元，减去以前最高的 \(top) 元（\(names)）",
        en: "only the excess: \(gross) less the highest earlier one, \(top) (\(namesEn))"))
  }

  private func full(_ gross: Money, _ top: Money, _ against: [String]) -> Remaining {
    let names = against.joined(separator: "、")
    let namesEn = against.joined(separator: ", ")
    return Remaining(
      amount: gross, against: against,
      note: Bilingual(
        zh: "高于以前最高的 \(top) 元（\(names)），按全额",
        en: "higher than the highest earlier one, \(top) (\(namesEn)): paid in full"))
  }

  private func mayBeWithin(
    _ earlier: EarlierAward, _ award: EarlierAward, _ years: Years
  ) -> Bool {
    guard let before = earlier.on, let day = award.on else { return true }
    if years == .calendar { return (day.year - before.year) * 12 < otherSeries.months }
    return day < before.adding(months: otherSeries.months)
  }

  private func mayBePast(
    _ earlier: EarlierAward, _ award: EarlierAward, _ years: Years
  ) -> Bool {
    guard earlier.on != nil, award.on != nil else { return true }
    return !mayBeWithin(earlier, award, years)
  }

  /// Nothing, when an award beyond the window bars this one; what is missing to say so is added to
  /// `doubt`.
  private func barred(
    _ award: EarlierAward, _ past: [EarlierAward], _ doubt: inout Unknown?
  ) -> Remaining? {
    guard afterwards != nil else { return nil }
    for other in past {
      guard let level = award.level, let theirs = other.level else {
        doubt = missing(\.missingLevel, award, other).union(doubt)
        // The levels may turn out to be the same.
        if isSameAchievement(award, other) == nil {
          doubt = missing(\.missingAchievement, award, other).union(doubt)
        }
        continue
      }
      if level > theirs { continue }
      var note = Bilingual(
        zh: "层次低于以前的 \(other.id)，不再奖励", en: "of a lower level than \(other.id), nothing is paid")
      if level == theirs {
        guard let isSame = isSameAchievement(award, other) else {
          doubt = missing(\.missingAchievement, award, other).union(doubt)
          continue
        }
        if !isSame { continue }
        note = Bilingual(
          zh: "与以前的 \(other.id) 层次相同且为同一成果，不再奖励",
          en: "of the same level and for the same achievement as \(other.id), nothing is paid")
      }
      if other.missingDate != nil || award.missingDate != nil {
        doubt = missing(\.missingDate, award, other).union(doubt)
        continue
      }
      return Remaining(amount: .zero, against: [other.id], note: note)
    }
    return nil
  }

  private func missing(
    _ what: KeyPath<EarlierAward, Unknown?>, _ award: EarlierAward, _ other: EarlierAward
  ) -> Unknown {
    (award[keyPath: what] ?? Unknown()).union(other[keyPath: what])
  }

  /// Whether two awards are for one achievement; `nil` while nobody can say. None is no achievement.
  private func isSameAchievement(_ award: EarlierAward, _ other: EarlierAward) -> Bool? {
    let known = [award.achievement, other.achievement]
    if known.contains(where: { $0?.isNone == true }) { return false }
    guard let one = award.achievement, let another = other.achievement else { return nil }
    return one.equals(another)
  }

  private static let unsettled = Bilingual(zh: "还不能确定", en: "not settled yet")
}
