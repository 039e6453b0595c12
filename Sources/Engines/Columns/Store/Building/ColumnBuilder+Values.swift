import Core
import FEEL
import Facts
import Vocabulary

/// Facts as columns have them.
extension ColumnBuilder {
  /// The day on which a record came into being; parties are always there.
  static func event(of record: Record, _ type: EntityType) -> Int32 {
    guard record.party != nil, let field = type.eventField else { return .none }
    return day(record.values[field])
  }

  /// A day as the explain engine has it.
  static func day(_ value: FactValue) -> Int32 {
    switch value {
    case .missing: return .unknown
    case .none: return .none
    case .known(.date(let date)): return narrow(date)
    case .known(.number(let year)):
      return year.integer.flatMap { CivilDate(year: $0, month: 1, day: 1) }.map(narrow) ?? .none
    case .known: return .none
    }
  }

  private static func narrow(_ date: CivilDate) -> Int32 {
    // A day that is out of reach stays open.
    abs(date.dayNumber) < 1 << 28 ? Int32(date.dayNumber) : .unknown
  }

  /// A field as its column has it, with the meaning of its absence; what the column cannot hold is
  /// open.
  mutating func value(_ value: FactValue, _ form: ColumnForm, _ absence: Field.Absence) -> Int64 {
    let known: Value
    switch value {
    case .missing: return absence == .unknown ? .unknown : .none
    case .none, .known(.null): return .none
    case .known(let value): known = value
    }
    switch (form, known) {
    case (.truth, .boolean(let truth)): return Int64(truth ? Truth.yes : Truth.no)
    case (.date, .date(let date)):
      let day = ColumnBuilder.narrow(date)
      return day.isMark ? .unknown : Int64(day)
    case (.text, .string(let text)): return Int64(texts.code(adding: text))
    case (.number(let scaled), .number(let number)):
      guard let units = number.units(scale: scaled.scale), units >= scaled.low,
        units <= scaled.high
      else { return .unknown }
      return units
    case (.party, .string(let id)):
      if areAllTold { return numbers[id].map(Int64.init) ?? .unknown }
      return Int64(number(of: id))
    default: return .unknown
    }
  }
}
