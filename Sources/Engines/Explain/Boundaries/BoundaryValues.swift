import Core
import FEEL
import PolicyPlan
import Vocabulary

/// What to write into a column for one below, at and one above a threshold.
extension BoundaryBase {
  /// - Parameters:
  ///   - target: what is changed.
  ///   - threshold: what it is held against; `nil` for values that have no order.
  /// - Returns: the changes, each a case; empty where the two do not fit together.
  func changes(_ target: BoundaryTarget, around threshold: Value?) -> [FactsCase.Input] {
    switch target {
    case .day: days(threshold).map { FactsCase.Input(dayColumn, $0.description) }
    case .field(let column, let field):
      texts(field, around: threshold).map { FactsCase.Input(column, $0) }
    case .yearOf(let column): years(threshold).map { FactsCase.Input(column, $0.description) }
    case .months(let column): spells(column, months: threshold)
    case .employerKind(let field): employers(field)
    case .child(let column, let word, let field):
      text(of: column).flatMap { text in
        // Only of records that the example states.
        if ["无", "none", "?"].contains(text) { return nil }
        return texts(field, around: threshold).map {
          FactsCase.Input(column, text.replacingWord(word, by: $0))
        }
      } ?? []
    }
  }

  private func texts(_ field: Field, around threshold: Value?) -> [String] {
    switch (field.type, threshold) {
    case (.boolean, _): isEnglish ? ["true", "false"] : ["是", "否"]
    case (.enumeration(let values), _): values.map { isEnglish ? $0.id : $0.name.zh }
    case (.region, _): [plan.region, BoundaryBase.elsewhere]
    case (.number(let range, let scale, _), .number(let number)?):
      // Nobody confirms parts of a 分.
      numbers(number, scale: field.unit?.zh.hasPrefix("元") == true ? min(scale, 2) : scale).filter {
        range.contains($0)
      }.map(\.description)
    case (.date, _): days(threshold).map(\.description)
    case (.month, .date(let date)?):
      [-1, 0, 1].map { CivilDate(monthNumber: date.monthNumber + $0).monthText }
    case (.string, .string(let text)?): [text]
    default: []
    }
  }

  /// A code that lies in no region of a document here: the capital.
  private static let elsewhere = "110000"

  /// One below, at and one above by the last digit that the field keeps.
  ///
  /// Nobody confirms more than four digits, unless the threshold has more.
  private func numbers(_ number: Decimal128, scale: Int) -> [Decimal128] {
    let digits = number.description.drop { $0 != "." }.count - 1
    let scale = min(scale, max(4, digits))
    let step = Decimal128(units: 1, scale: scale)
    guard let at = number.rounded(scale: scale, .down) else { return [] }
    return [at.subtracting(step), at, at.adding(step)].compactMap { $0 }
  }

  private func days(_ threshold: Value?) -> [CivilDate] {
    guard case .date(let date)? = threshold else { return [] }
    return [-1, 0, 1].map { CivilDate(dayNumber: date.dayNumber + $0) }
  }

  /// The last day before a year, its first and its last, and the first after it.
  private func years(_ threshold: Value?) -> [CivilDate] {
    guard case .number(let number)? = threshold, let year = number.integer,
      let first = CivilDate(year: year, month: 1, day: 1),
      let next = CivilDate(year: year + 1, month: 1, day: 1)
    else { return [] }
    return [first.dayNumber - 1, first.dayNumber, next.dayNumber - 1, next.dayNumber].map {
      CivilDate(dayNumber: $0)
    }
  }

  /// One spell of as many months, ending where the example's last one does.
  private func spells(_ column: String, months threshold: Value?) -> [FactsCase.Input] {
    guard case .number(let number)? = threshold, let count = number.integer,
      let text = text(of: column),
      let last = text.split(whereSeparator: { "；;".contains($0) }).last,
      let dots = last.firstRange(of: "..")
    else { return [] }
    let today = worked.world.on.monthNumber
    let written = CivilDate(last[dots.upperBound...] + "-01")?.monthNumber ?? today
    let end = min(written, today)
    return [count - 1, count, count + 1].map { months in
      if months <= 0 { return FactsCase.Input(column, isEnglish ? "none" : "无") }
      let from = CivilDate(monthNumber: end - months + 1).monthText
      return FactsCase.Input(column, from + ".." + CivilDate(monthNumber: end).monthText)
    }
  }

  /// The example's last spell, beginning and ending one before, at and one after a day or its month.
  func spells(_ column: String, around day: CivilDate) -> [FactsCase.Input] {
    guard let text = text(of: column), let dots = text.ranges(of: "..").last else { return [] }
    let head = text[..<dots.lowerBound]
    let start =
      head.lastIndex { " ；;".contains($0) }.map { head.index(after: $0) } ?? head.startIndex
    let isMonthly = head[start...].utf8.count == 7
    let dates = [-1, 0, 1].map { step in
      isMonthly
        ? CivilDate(monthNumber: day.monthNumber + step).monthText
        : CivilDate(dayNumber: day.dayNumber + step).description
    }
    let begins = dates.map { head[..<start] + $0 + text[dots.lowerBound...] }
    let ends = dates.map { text[..<dots.upperBound] + $0 }
    return (begins + ends).map { FactsCase.Input(column, String($0)) }
  }

  /// Each kind of organisation as the employer.
  private func employers(_ field: Field) -> [FactsCase.Input] {
    guard case .enumeration(let values) = field.type,
      let type = plan.vocabulary.type("employment")
    else { return [] }
    let column = isEnglish ? type.id : type.name.zh
    let spell = text(of: column)?.split(separator: " ").last ?? "2015-01-01.."
    return values.map { FactsCase.Input(column, (isEnglish ? $0.id : $0.name.zh) + " " + spell) }
  }
}
