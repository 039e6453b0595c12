import Core
import FEEL
import Facts

extension FactValue {
  /// Text, or the id of an enumeration value, a region, an occupation, a party.
  static func text(_ text: String) -> FactValue { .known(.string(text)) }

  static func flag(_ value: Bool) -> FactValue { .known(.boolean(value)) }

  static func number(_ value: Int) -> FactValue { .known(.number(Decimal128(value))) }

  /// units × 10^−scale.
  static func number(_ units: Int, scale: Int) -> FactValue {
    .known(.number(Decimal128(units: Int64(units), scale: scale)))
  }

  /// Yuan of so many 分.
  static func money(fen: Int) -> FactValue { number(fen, scale: 2) }

  /// A day, as days since 1970-01-01.
  static func day(_ number: Int) -> FactValue { .known(.date(CivilDate(dayNumber: number))) }

  /// The month that a day lies in.
  static func month(_ number: Int) -> FactValue {
    .known(.date(CivilDate(dayNumber: number).firstOfMonth))
  }
}
