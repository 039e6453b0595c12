import Core
import PolicyPlan

/// Rules by which cases are paid less.
extension StackingRun {
  /// Month by month only the highest rate; at equal rates the benefit named first, then the order of
  /// ties.
  mutating func onePerMonth(_ rule: StackingSteps.Rule) {
    guard group.count > 1 else { return }
    let order = group.sorted { left, right in
      let places = (
        rule.over.firstIndex(of: cases[left].benefit) ?? 0,
        rule.over.firstIndex(of: cases[right].benefit) ?? 0
      )
      return places.0 == places.1
        ? precedes(cases[left], cases[right]) : places.0 < places.1
    }
    if order.contains(where: { cases[$0].event == .unknown }) {
      isOpen = true
      return
    }
    var holders: [Int32: (rate: Int64, position: Int)] = [:]
    for position in order {
      for month in months[cases[position].months] {
        if let held = holders[month.number], month.rate <= held.rate { continue }
        holders[month.number] = (month.rate, position)
      }
    }
    for position in order where cases[position].isBound {
      let first = months.count
      var total: Int64 = 0
      for index in cases[position].months {
        let month = months[index]
        guard holders[month.number]?.position == position else { continue }
        months.append(month)
        total += month.rate
      }
      let one = cases[position]
      // The benefit's own cap stands behind an amount below the gross.
      cases[position].amount = one.amount < one.gross ? min(total, one.amount) : total
      cases[position].months = first..<months.count
    }
  }

  /// In the order of ties, until the sum or the number is used up.
  mutating func cap(_ rule: StackingSteps.Rule, _ cap: StackingSteps.CapSteps) {
    for position in group {
      let one = cases[position]
      if !counts(one, rule, cap.filter) { continue }
      if one.event == .unknown { isOpen = true }
      if cap.isAmount, let period = cap.period, !one.months.isEmpty {
        capMonths(of: position, rule, cap, period)
        if isOpen { return }
        continue
      }
      guard let (place, limit) = account(of: one, rule, cap) else { return }
      let isMoney = !one.amount.isMark
      if !cases[position].isBound {
        // What is cut by no rule of its text still uses up.
      } else if cap.isAmount {
        if isMoney { limitAmount(of: position, to: max(0, limit - used[place].fen)) }
      } else if used[place].count >= limit {
        if isMoney {
          limitAmount(of: position, to: 0)
        } else {
          cases[position].isEntitled = false
        }
      }
      guard cases[position].isEntitled else { continue }
      used[place].fen += isMoney ? cases[position].amount : 0
      used[place].count += 1
    }
  }

  /// Where a case counts under a cap, and what that allows it; `nil` leaves the party open.
  mutating func account(
    of one: StackingCase, _ rule: StackingSteps.Rule, _ cap: StackingSteps.CapSteps
  ) -> (place: Int, limit: Int64)? {
    let key = key(one, rule, cap.parts, cap.period)
    let event = one.event.isMark ? Int32(store.on.dayNumber) : one.event
    let limit = cap.limit.value(
      in: one.locality.place, on: cap.isAssumed ? one.locality.day : event)
    if one.event == .unknown || limit.isMark { isOpen = true }
    return isOpen ? nil : (place(of: key), limit)
  }

  private mutating func limitAmount(of position: Int, to room: Int64) {
    if cases[position].amount <= room { return }
    cases[position].amount = room
    if room == 0 { cases[position].months = 0..<0 }
  }

  /// A new award is paid what it exceeds the highest earlier one by.
  mutating func highest(_ rule: StackingSteps.Rule, _ highest: StackingSteps.HighestSteps) {
    guard group.count > 1 else { return }
    for position in group where cases[position].event.isMark || cases[position].amount.isMark {
      isOpen = true
      return
    }
    for position in group where cases[position].isBound {
      guard let terms = terms(highest, for: cases[position]) else {
        isOpen = true
        return
      }
      var top: Int64 = 0
      var isBarred = false
      for other in group where other != position && comesBefore(other, position) {
        let (award, earlier) = (cases[position], cases[other])
        let series = rule.over.firstIndex(of: award.benefit) ?? 0
        let isSame = award.benefit == earlier.benefit
        if isSame && !terms.sameSeries.contains(series) { continue }
        if isSame || isWithin(earlier, award, highest, terms) {
          top = max(top, earlier.gross)
        } else if let afterwards = highest.afterwards {
          switch bars(earlier, award, afterwards, rule) {
          case true?: isBarred = true
          case false?: break
          case nil:
            isOpen = true
            return
          }
        }
      }
      let amount = cases[position].amount
      if isBarred {
        cases[position].amount = 0
      } else if top > 0 {
        cases[position].amount =
          top >= amount ? 0 : terms.pay == .full ? amount : amount - top
      }
    }
  }

  /// How awards are set against each other.
  private struct Terms {
    let sameSeries: Set<Int>
    let years: Highest.Years
    let pay: Highest.Pay
  }

  private func terms(_ highest: StackingSteps.HighestSteps, for one: StackingCase) -> Terms? {
    let (place, day) = (one.locality.place, one.locality.day)
    guard let same = highest.sameSeries.value(in: place, on: day),
      let years = highest.years.value(in: place, on: day),
      let pay = highest.pay.value(in: place, on: day)
    else { return nil }
    return Terms(sameSeries: same, years: years, pay: pay)
  }

  /// Ties go by record and not by benefit (catalogue, reading 17).
  private func comesBefore(_ one: Int, _ other: Int) -> Bool {
    let (left, right) = (cases[one], cases[other])
    if left.event == right.event, left.gross == right.gross {
      let names = (name(left), name(right))
      if names.0 != names.1 { return names.0 < names.1 }
    }
    return precedes(left, right)
  }

  private func isWithin(
    _ earlier: StackingCase, _ award: StackingCase, _ highest: StackingSteps.HighestSteps,
    _ terms: Terms
  ) -> Bool {
    if earlier.event.isMark || award.event.isMark { return true }
    if terms.years == .calendar {
      let years = Kernels.civil(award.event).year - Kernels.civil(earlier.event).year
      return Int(years) * 12 < highest.otherSeries
    }
    return award.event < Kernels.added(months: Int32(highest.otherSeries), to: earlier.event)
  }

  /// Whether an award beyond the window leaves nothing for a new one; `nil` where that is not known.
  private func bars(
    _ earlier: StackingCase, _ award: StackingCase,
    _ afterwards: StackingSteps.HighestSteps.Afterwards, _ rule: StackingSteps.Rule
  ) -> Bool? {
    func read(_ fields: [Int], _ one: StackingCase) -> Int64 {
      value(fields[rule.over.firstIndex(of: one.benefit) ?? 0], one)
    }
    func level(_ one: StackingCase) -> Int? {
      let code = read(afterwards.levels, one)
      return afterwards.order.firstIndex { Int64($0) == code }
    }
    guard let own = level(award), let theirs = level(earlier) else { return nil }
    if own != theirs { return own < theirs }
    let achievements = (
      read(afterwards.achievements, award), read(afterwards.achievements, earlier)
    )
    if achievements.0 == .none || achievements.1 == .none { return false }
    if achievements.0 == .unknown || achievements.1 == .unknown { return nil }
    return achievements.0 == achievements.1
  }
}
