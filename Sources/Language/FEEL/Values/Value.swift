public import Core

/// A FEEL value (DMN 1.5, 10.3.2).
///
/// `null` carries the reason it arose, so that whoever reads a result can be told why there is
/// none; the reason takes no part in equality.
public indirect enum Value: Sendable {
  case null(NullReason?)
  case boolean(Bool)
  case number(Decimal128)
  case string(String)
  case date(CivilDate)
  case time(TimeOfDay)
  case dateTime(DateTime)
  case yearMonthDuration(YearMonthDuration)
  case dayTimeDuration(DayTimeDuration)
  case list([Value])
  case context(Context)
  case range(RangeValue)
  case function(FunctionValue)

  /// A null that nobody has to explain: the literal, or a value known to be none.
  public static let null = Value.null(nil)
}
