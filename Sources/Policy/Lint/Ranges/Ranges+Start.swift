import Core
import PolicyPlan
import Vocabulary

extension Ranges {
  /// The ways in which a benefit's conditions can hold of a case that the document is about.
  func cases(of benefit: BenefitPlan) -> [Known] {
    cases(benefit.conditions, from: start(of: benefit))
  }

  /// What holds of every case of a benefit: it happened when the document applied, and a record
  /// that is there on the day of the determination has happened by then.
  func start(of benefit: BenefitPlan) -> Known {
    let on = "on"
    var given: [String: ValueSet] = [:]
    var ordered: Set<Known.Order> = []
    if let from = benefit.eventsFrom { given[on] = Ranges.days(from) }
    if case .ofSubject = benefit.event,
      let field = plan.vocabulary.types[benefit.subject].eventField
    {
      let event = "subject.\(field)"
      switch plan.vocabulary.types[benefit.subject].fields[field].type {
      case .date, .month:
        given[event] = given[on]
        ordered.insert(Known.Order(lesser: event, greater: on))
      // A record of a year is there from the year's first day.
      case .number: given[event] = benefit.eventsFrom.map(Ranges.years)
      default: break
      }
    }
    return Known(given: given, ordered: ordered)
  }

  private static func days(_ from: CivilDate) -> ValueSet {
    .scale(IntervalSet(from: .before(Decimal128(from.dayNumber)), to: .end))
  }

  private static func years(_ from: CivilDate) -> ValueSet {
    let first = from.month == 1 && from.day == 1 ? from.year : from.year + 1
    return .scale(IntervalSet(from: .before(Decimal128(first)), to: .end))
  }
}
