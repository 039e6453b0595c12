/// A day and a time of it, with or without a zone (DMN 1.5, 10.3.2.3.5).
///
/// `==` compares the parts as written; FEEL's comparison of instants is in `Operations`.
public struct DateTime: Sendable, Hashable {
  public let date: CivilDate
  public let time: TimeOfDay

  public init(_ date: CivilDate, _ time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// Nanoseconds since 1970-01-01T00:00:00 as the clock of the zone shows it.
  public var localNanoseconds: Int128 {
    Int128(date.dayNumber) * Int128(TimeOfDay.nanosecondsPerDay) + Int128(time.nanoseconds)
  }

  /// Seconds east of UTC at this moment, or `nil` without a zone.
  public var offsetSeconds: Int? {
    switch time.zone {
    case nil: nil
    case .offset(let seconds): seconds
    case .place(let name):
      ZoneDatabase.offset(
        of: name, atLocalSeconds: date.dayNumber * 86_400 + time.wholeSeconds)
    }
  }

  /// Nanoseconds since 1970-01-01T00:00:00Z, or `nil` without a zone.
  public var instant: Int128? {
    offsetSeconds.map {
      localNanoseconds - Int128($0) * Int128(TimeOfDay.nanosecondsPerSecond)
    }
  }

  /// The date-time whose clock shows `localNanoseconds` in `zone`, or `nil` beyond the years of
  /// `CivilDate`.
  public init?(localNanoseconds: Int128, zone: Zone?) {
    let perDay = Int128(TimeOfDay.nanosecondsPerDay)
    var (day, rest) = localNanoseconds.quotientAndRemainder(dividingBy: perDay)
    if rest < 0 {
      day -= 1
      rest += perDay
    }
    guard let dayNumber = Int(exactly: day), let date = CivilDate(validDayNumber: dayNumber)
    else { return nil }
    self.init(date, TimeOfDay(nanoseconds: Int(rest), zone: zone))
  }

  /// The moment `nanoseconds` later, by elapsed time: across a change of clocks the hour on the
  /// clock moves with it. `nil` beyond the years of `CivilDate`.
  public func adding(nanoseconds: Int128) -> DateTime? {
    let (local, overflow) = localNanoseconds.addingReportingOverflow(nanoseconds)
    guard !overflow else { return nil }
    guard case .place(let name) = time.zone, let instant else {
      return DateTime(localNanoseconds: local, zone: time.zone)
    }
    let perSecond = Int128(TimeOfDay.nanosecondsPerSecond)
    let later = instant + nanoseconds
    guard let seconds = Int(exactly: later / perSecond),
      let offset = ZoneDatabase.offset(of: name, atUTC: seconds)
    else { return nil }
    return DateTime(localNanoseconds: later + Int128(offset) * perSecond, zone: time.zone)
  }

  /// The same time of the day `months` later; `nil` beyond the years of `CivilDate`.
  public func adding(months: Int) -> DateTime? {
    date.addingChecked(months: months).map { DateTime($0, time) }
  }
}

extension DateTime: CustomStringConvertible {
  /// Reads `2019-05-03T10:15:30` and the forms of `TimeOfDay` behind the `T`, strictly.
  /// `24:00:00` is the midnight that begins the next day.
  public init?(_ text: some StringProtocol) {
    guard let separator = text.utf8.firstIndex(of: UInt8(ascii: "T")),
      let date = CivilDate(text[..<separator]),
      let (time, endsDay) = TimeOfDay.parse(text[text.utf8.index(after: separator)...])
    else { return nil }
    guard endsDay else {
      self.init(date, time)
      return
    }
    guard let next = CivilDate(validDayNumber: date.dayNumber + 1) else { return nil }
    self.init(next, time)
  }

  /// ISO 8601, `2019-05-03T10:15:30+08:00`; an IANA zone stands behind `@`.
  public var description: String { "\(date)T\(time)" }
}

extension CivilDate {
  /// The moment the date begins in UTC, as which it counts among date-times (DMN 1.5, 10.3.2.3.6).
  public var midnight: DateTime { DateTime(self, TimeOfDay(nanoseconds: 0, zone: .utc)) }
}

extension TimeOfDay {
  /// Seconds east of UTC, or `nil` without a zone. A place has the offset it had on 1970-01-01,
  /// since a time without a date belongs to no season.
  public var offsetSeconds: Int? {
    DateTime(CivilDate(dayNumber: 0), self).offsetSeconds
  }
}
