extension CivilDate {
  /// −999999999-01-01 and 999999999-12-31.
  static let firstDayNumber = -365_243_219_162
  static let lastDayNumber = 365_241_780_471

  /// - Returns: `nil` beyond the years −999,999,999 … 999,999,999.
  public init?(validDayNumber: Int) {
    guard (CivilDate.firstDayNumber...CivilDate.lastDayNumber).contains(validDayNumber) else {
      return nil
    }
    self.init(dayNumber: validDayNumber)
  }

  /// `adding(months:)`, or `nil` beyond the years of the calendar.
  public func addingChecked(months: Int) -> CivilDate? {
    let (year, month, _) = parts
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, (-999_999_999 * 12...999_999_999 * 12 + 11).contains(index) else {
      return nil
    }
    return adding(months: months)
  }

  /// 1 … 366.
  public var dayOfYear: Int {
    dayNumber - (CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? dayNumber) + 1
  }

  /// The week 1 … 53 of ISO 8601: the first week is that of the year's first Thursday.
  public var weekOfYear: Int {
    let thursday = CivilDate(dayNumber: dayNumber + 4 - weekday)
    return (thursday.dayOfYear - 1) / 7 + 1
  }
}
