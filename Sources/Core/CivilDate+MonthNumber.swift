extension CivilDate {
  /// Months since year 0: consecutive months differ by one.
  package var monthNumber: Int {
    let parts = parts
    return parts.year * 12 + parts.month - 1
  }

  /// First day of the month with this number.
  package init(monthNumber: Int) {
    self = CivilDate(dayNumber: 0).adding(months: monthNumber - 1970 * 12)
  }
}
