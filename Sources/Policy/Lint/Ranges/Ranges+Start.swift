import Core
import PolicyPlan
import Vocabulary

extension Ranges {
  /// The ways in which a benefit's conditions can hold of a case that the document is about.
  func cases(of benefit: BenefitPlan) -> [Known] {
    cases(benefit.conditions, from: start(of: benefit))
  }

  /// What holds of every case of a benefit: it happened when the document applied, a spell does not
  /// end before it begins, and a record that is there on the day of the determination has happened by
  /// then.
  ///
  /// - Parameters:
  ///   - benefit: whose subject the case is.
  ///   - isPast: whether what has still to happen is left out.
  /// - Returns: what is given.
  func start(of benefit: BenefitPlan, isPast: Bool = true) -> Known {
    let on = "on"
    var given: [String: ValueSet] = [:]
    var ordered = spell(of: benefit).ordered
    if let from = benefit.eventsFrom { given[on] = Ranges.days(from) }
    if case .ofSubject = benefit.event,
      let field = plan.vocabulary.types[benefit.subject].eventField
    {
      let event = "subject.\(field)"
      switch plan.vocabulary.types[benefit.subject].fields[field].type {
      case .date, .month:
        given[event] = given[on]
        if isPast { ordered.insert(Known.Order(lesser: event, greater: on)) }
      // A record of a year is there from the year's first day.
      case .number: given[event] = benefit.eventsFrom.map(Ranges.years)
      default: break
      }
    }
    return Known(given: given, ordered: ordered)
  }

  /// What holds of the subject whenever it happened: its spell does not end before it begins.
  func spell(of benefit: BenefitPlan) -> Known {
    let type = plan.vocabulary.types[benefit.subject].id
    return Known(given: [:], ordered: Set(plan.spell(ofType: type, at: "subject")))
  }

  private static func days(_ from: CivilDate) -> ValueSet {
    .scale(IntervalSet(from: .before(Decimal128(from.dayNumber)), to: .end))
  }

  private static func years(_ from: CivilDate) -> ValueSet {
    let first = from.month == 1 && from.day == 1 ? from.year : from.year + 1
    return .scale(IntervalSet(from: .before(Decimal128(first)), to: .end))
  }
}
