/// The months of two centuries as tables: what takes a dozen divisions by the rules of the calendar is
/// one look.
struct MonthCalendar: Sendable {
  /// Numbers of the months.
  let months: Range<Int32>
  /// Their days.
  let days: Range<Int32>
  /// By month: its first day; one more at the end.
  let first: [Int32]
  /// The month, from the first of all, in which each stretch of days begins. No month is so short that
  /// two begin in a stretch.
  private let monthOf: [Int32]
  private static let stretch: Int32 = 4

  /// From 1900 to 2099.
  static let near = MonthCalendar(months: 1900 * 12..<2100 * 12)

  init(months: Range<Int32>) {
    self.months = months
    first = (months.lowerBound...months.upperBound).map { Kernels.firstDay(ofMonth: $0) }
    let begin = Kernels.firstDay(ofMonth: months.lowerBound)
    days = begin..<Kernels.firstDay(ofMonth: months.upperBound)
    let stretches = (Int32(days.count) >> Self.stretch) + 1
    monthOf = (0..<stretches).map {
      Kernels.monthNumber(of: begin + ($0 << Self.stretch)) - months.lowerBound
    }
  }

  /// The place of a day's month.
  @inline(__always)
  private func place(_ day: Int32) -> Int {
    let month = Int(monthOf[Int((day &- days.lowerBound) >> MonthCalendar.stretch)])
    return month &+ (first[month &+ 1] <= day ? 1 : 0)
  }

  /// The number of a day's month.
  @inline(__always)
  func month(_ day: Int32) -> Int32 { months.lowerBound &+ Int32(truncatingIfNeeded: place(day)) }

  /// The first day of the month after a day's.
  @inline(__always)
  func next(_ day: Int32) -> Int32 { first[place(day) &+ 1] }
}
