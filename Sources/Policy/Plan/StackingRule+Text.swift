import Core
import FEEL
import Vocabulary

extension Plan {
  /// A stacking rule as one line: `stacking once-a-level: once over x/skill-upgrade per occupation`.
  func line(of rule: StackingRule) -> String {
    let over = "over \(rule.over.joined(separator: ", "))"
    let condition =
      rule.when.map {
        ", when \(rule.holdsWhile ? "" : "not ")\(assumptions[$0].name)"
      } ?? ""
    return "stacking \(rule.id): " + words(rule, over) + condition
  }

  private func words(_ rule: StackingRule, _ over: String) -> String {
    switch rule.kind {
    case .once(let keys, let period):
      "once \(over)\(text(keys, rule))\(text(period))"
    case .highest(let highest):
      "highest \(over), other series within \(highest.otherSeries.months) months"
        + (highest.afterwards.map { text($0, rule) } ?? "") + text(highest, rule)
    case .onePerMonth: "one-per-month \(over)"
    case .cap(let cap):
      "cap \(over) at \(text(cap.limit))\(text(cap.per, rule))\(text(cap.period))"
        + (cap.filter.map { ", \($0.isWanted ? "where" : "unless") \($0.definition)" } ?? "")
        + ", keep \(cap.keep.rawValue)"
    case .blocks(let lower, let period):
      "blocks \(lower.joined(separator: ", ")) \(over)\(text(period))"
    case .ladder(let ladder):
      "blocks \(over) below \(ladder.isSmallerHigher ? "smaller" : "larger") "
        + names(ladder.level, rule) + text(ladder.per, rule)
    case .quota(let quota): "quota \(over): \(text(quota, rule))"
    case .choice(let keys, let period): "choice \(over)\(text(keys, rule))\(text(period))"
    }
  }

  /// A setting and what it depends on: `excess if 只补差额, else full`.
  func text<Value>(_ setting: Setting<Value>, _ word: (Value) -> String) -> String {
    switch setting {
    case .fixed(let value): word(value)
    case .depends(let index, let then, let otherwise):
      "\(word(then)) if \(assumptions[index].name), else \(word(otherwise))"
    }
  }

  func text<Value: RawRepresentable>(_ setting: Setting<Value>) -> String
  where Value.RawValue == String {
    text(setting, \.rawValue)
  }

  /// Settings that are not the usual ones.
  private func text(_ highest: Highest, _ rule: StackingRule) -> String {
    let all = Set(rule.over.indices)
    func series(_ places: Set<Int>) -> String {
      places == all
        ? "always"
        : places.sorted().map { rule.over[$0] }.joined(separator: " and ")
    }
    return
      (highest.sameSeries.isAlways { $0 == all }
      ? "" : ", same series \(text(highest.sameSeries, series))")
      + (highest.years.isAlways { $0 == .days } ? "" : ", by \(text(highest.years))")
      + (highest.pay.isAlways { $0 == .excess } ? "" : ", paying \(text(highest.pay))")
  }

  private func text(_ period: StackingRule.Period?) -> String {
    period.map { ", each \($0.rawValue)" } ?? ""
  }

  private func text(_ keys: [StackingKey], _ rule: StackingRule) -> String {
    let words = keys.map { key -> String in
      switch key {
      case .party: "party"
      case .definition(let name): "definition \(name)"
      case .field(let fields): names(fields, rule)
      }
    }
    return words.isEmpty ? "" : " per " + words.joined(separator: ", ")
  }

  /// A field of the subjects, by benefit in the order of the rule.
  private func names(_ fields: [Int], _ rule: StackingRule) -> String {
    var names: [String] = []
    for (id, field) in zip(rule.over, fields) {
      guard let benefit = benefits.first(where: { $0.id == id }) else { continue }
      let type = vocabulary.types[benefit.subject]
      let name = "\(type.id).\(type.fields[field].id)"
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: "/")
  }

  private func text(_ limit: StackingRule.Limit) -> String {
    switch limit {
    case .amount(let money): money.description
    case .count(let count): "\(count) cases"
    case .figure(let figure): text(figure)
    case .countFigure(let figure): text(figure) + " cases"
    }
  }

  private func text(_ figure: Figure) -> String {
    switch figure {
    case .parameter(let index): "parameter \(parameters[index].name)"
    case .assumption(let index): "assumption \(assumptions[index].name)"
    }
  }

  private func text(_ afterwards: Highest.Afterwards, _ rule: StackingRule) -> String {
    ", afterwards by \(names(afterwards.level, rule)) (\(afterwards.order.joined(separator: " < ")))"
      + " and \(names(afterwards.achievement, rule))"
  }

  private func text(_ quota: Quota, _ rule: StackingRule) -> String {
    let population = vocabulary.types[quota.population]
    func names(_ field: Int) -> String { self.names(rule.over.map { _ in field }, rule) }
    let filters = quota.filters.map {
      "\(population.fields[$0.field].id) = \($0.value.literalText)"
    }
    return text(quota.share) + " of \(population.id)"
      + (filters.isEmpty ? "" : " where \(filters.joined(separator: ", "))")
      + " by \(population.fields[quota.founded].id)"
      + (quota.rounding.isAlways { $0 == .down } ? "" : ", rounded \(text(quota.rounding))")
      + (quota.ties.isAlways { $0 == .out } ? "" : ", ties \(text(quota.ties))")
      + ", ranked by \(names(quota.rank)) in \(names(quota.year))"
  }
}
