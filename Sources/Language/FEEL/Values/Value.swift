public import Core

/// A FEEL value (DMN 1.5, 10.3.2).
///
/// `null` carries the reason it arose, so that whoever reads a result can be told why there is
/// none; the reason takes no part in equality.
///
/// The small and frequent kinds lie in the value itself; the large ones are boxed, so that a value
/// stays four words.
public enum Value: Sendable {
  indirect case null(NullReason?)
  case boolean(Bool)
  case number(Decimal128)
  case string(String)
  case date(CivilDate)
  indirect case time(TimeOfDay)
  indirect case dateTime(DateTime)
  case yearMonthDuration(YearMonthDuration)
  /// Boxed for its alignment, which all values would share, and memory that is so aligned costs more
  /// to get.
  indirect case dayTimeDuration(DayTimeDuration)
  case list([Value])
  case context(Context)
  indirect case range(RangeValue)
  indirect case function(FunctionValue)

  /// A null that nobody has to explain: the literal, or a value known to be none.
  public static let null = Value.null(nil)
}
