/// A time of a day, to the nanosecond, with or without a zone (DMN 1.5, 10.3.2.3.4).
///
/// `==` compares the parts as written; FEEL's comparison of instants is in `Operations`.
public struct TimeOfDay: Sendable, Hashable {
  public static let nanosecondsPerDay = 86_400 * nanosecondsPerSecond
  public static let nanosecondsPerSecond = 1_000_000_000

  /// Since midnight: 0 ..< 86,400 × 10⁹.
  public let nanoseconds: Int
  public let zone: Zone?

  /// - Parameters:
  ///   - nanoseconds: since midnight; brought into one day when beyond it.
  ///   - zone: the zone of the clock, when it is known.
  public init(nanoseconds: Int, zone: Zone? = nil) {
    let rest = nanoseconds % TimeOfDay.nanosecondsPerDay
    self.nanoseconds = rest < 0 ? rest + TimeOfDay.nanosecondsPerDay : rest
    self.zone = zone
  }

  /// - Returns: `nil` when there is no such time, as 25:00:00 or 10:60:00.
  public init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: Zone? = nil) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0..<TimeOfDay.nanosecondsPerSecond).contains(nanosecond)
    else { return nil }
    let seconds = hour * 3600 + minute * 60 + second
    self.init(nanoseconds: seconds * TimeOfDay.nanosecondsPerSecond + nanosecond, zone: zone)
  }

  public var hour: Int { wholeSeconds / 3600 }
  public var minute: Int { wholeSeconds / 60 % 60 }
  public var second: Int { wholeSeconds % 60 }
  /// Nanoseconds after the whole second.
  public var nanosecond: Int { nanoseconds % TimeOfDay.nanosecondsPerSecond }
  /// Seconds since midnight, without the fraction.
  public var wholeSeconds: Int { nanoseconds / TimeOfDay.nanosecondsPerSecond }
}

extension TimeOfDay: CustomStringConvertible {
  /// Reads `10:15:30`, `10:15:30.5`, `10:15:30Z`, `10:15:30+08:00`, `10:15:30@Asia/Shanghai`,
  /// strictly. Midnight may be written `24:00:00`; digits beyond the nanosecond are dropped.
  public init?(_ text: some StringProtocol) {
    guard let (time, _) = TimeOfDay.parse(text) else { return nil }
    self = time
  }

  /// The time, and whether it was written `24:00:00` (the midnight that ends a day).
  static func parse(_ text: some StringProtocol) -> (time: TimeOfDay, endsDay: Bool)? {
    var scanner = DigitScanner(text)
    guard let hour = scanner.digits(2), scanner.skip(":"), let minute = scanner.digits(2),
      scanner.skip(":"), let second = scanner.digits(2)
    else { return nil }
    var nanosecond = 0
    if scanner.skip(".") {
      guard let fraction = scanner.fraction(places: 9) else { return nil }
      nanosecond = fraction
    }
    var zone: Zone?
    if !scanner.isAtEnd {
      guard let written = Zone(scanner.rest) else { return nil }
      zone = written
    }
    if hour == 24, minute == 0, second == 0, nanosecond == 0 {
      return (TimeOfDay(nanoseconds: 0, zone: zone), true)
    }
    return TimeOfDay(
      hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone
    ).map { ($0, false) }
  }

  /// ISO 8601, `10:15:30.5+08:00`; an IANA zone stands behind `@`.
  public var description: String {
    let parts = [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return parts.joined(separator: ":") + fractionText(nanosecond) + (zone?.description ?? "")
  }
}

/// `.5` for 500,000,000 nanoseconds; nothing for a whole second.
func fractionText(_ nanosecond: Int) -> String {
  if nanosecond == 0 { return "" }
  var text = String(nanosecond)
  text = String(repeating: "0", count: 9 - text.utf8.count) + text
  while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
  return "." + text
}
