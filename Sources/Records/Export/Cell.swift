package import Core

/// A cell of a table that goes out, typed for those who read it with a program.
package enum Cell: Sendable {
  case empty
  /// Known to be none.
  case none
  case text(String)
  case number(Decimal128)
  /// Yuan, to be shown with two digits at least.
  case money(Decimal128)
  case boolean(Bool)
  case date(CivilDate)
  case month(CivilDate)
}

extension Decimal128 {
  /// Two digits behind the point, and more only where the number has them.
  var moneyText: String { rounded(scale: 2, .down) == self ? text(scale: 2) : description }
}
