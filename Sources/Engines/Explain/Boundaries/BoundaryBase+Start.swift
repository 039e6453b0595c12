import Core
import FEEL
import PolicyPlan
import Vocabulary

/// The day from which events count.
extension BoundaryBase {
  /// The date that counts before, on and after that day, all else as it is.
  var start: [[FactsCase.Input]] { starts.map { [$0] } }

  /// The same with every other date of the example moved along, so that nothing else that goes by
  /// dates hides the edge; empty where the example does not say the date that counts.
  var startWithAll: [[FactsCase.Input]] {
    guard let from = benefit.eventsFrom, let counting = countingColumn else { return [] }
    let text = text(of: counting) ?? ""
    let move: (CivilDate) -> CivilDate
    if let date = benefit.event == .determination ? worked.world.on : CivilDate(text) {
      let days = from.dayNumber - date.dayNumber
      move = { CivilDate(dayNumber: $0.dayNumber + days) }
    } else if let year = Int(text) {
      move = { $0.adding(months: (from.year - year) * 12) }
    } else {
      return []
    }
    let others = facts.inputs.filter { !isSame($0.column, counting) }.compactMap { input in
      let moved = input.text.movingDates(move)
      return moved == input.text ? nil : FactsCase.Input(input.column, moved)
    }
    return others.isEmpty ? [] : starts.map { others + [$0] }
  }

  /// The column that holds the date that counts.
  private var countingColumn: String? {
    if benefit.event == .determination { return dayColumn }
    return plan.vocabulary.types[benefit.subject].eventField.map { column(benefit.subject, $0) }
  }

  private var starts: [FactsCase.Input] {
    guard let start = benefit.eventsFrom else { return [] }
    switch benefit.event {
    case .determination: return changes(.day, around: .date(start))
    case .ofSubject:
      let type = plan.vocabulary.types[benefit.subject]
      guard let field = type.eventField else { return [] }
      let target = BoundaryTarget.field(
        column: column(benefit.subject, field), type.fields[field])
      if case .number = type.fields[field].type {
        return changes(target, around: .number(Decimal128(start.year)))
      }
      return changes(target, around: .date(start))
    }
  }
}

extension String {
  /// The text with its days (2019-05-03) and months (2019-05) moved.
  fileprivate func movingDates(_ move: (CivilDate) -> CivilDate) -> String {
    var text = ""
    var rest = self[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
      if let day = CivilDate(run) {
        text += move(day).description
      } else if run.count == 7, let month = CivilDate(run + "-01") {
        text += move(month).monthText
      } else {
        text += run.isEmpty ? String(first) : String(run)
      }
      rest = rest.dropFirst(max(1, run.count))
    }
    return text
  }
}
