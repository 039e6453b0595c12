internal import Foundation
internal import Synchronization

/// The IANA time zone database, as Foundation carries it: the one place that knows it.
enum ZoneDatabase {
  private static let zones = Mutex<[String: TimeZone]>([:])

  static func contains(_ name: String) -> Bool { zone(name) != nil }

  /// Seconds east of UTC that clocks of `name` show `localSeconds` (seconds since
  /// 1970-01-01T00:00:00 on those clocks). In the hour that a change skips or repeats, the offset
  /// before the change.
  static func offset(of name: String, atLocalSeconds localSeconds: Int) -> Int? {
    guard let zone = zone(name) else { return nil }
    let first = offset(zone, atUTC: localSeconds - offset(zone, atUTC: localSeconds - 86_400))
    let before = localSeconds - first
    let second = offset(zone, atUTC: before)
    return second == first ? first : offset(zone, atUTC: localSeconds - max(first, second))
  }

  /// Seconds east of UTC at an instant, in seconds since 1970-01-01T00:00:00Z.
  static func offset(of name: String, atUTC seconds: Int) -> Int? {
    zone(name).map { offset($0, atUTC: seconds) }
  }

  private static func offset(_ zone: TimeZone, atUTC seconds: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
  }

  private static func zone(_ name: String) -> TimeZone? {
    if let known = zones.withLock({ $0[name] }) { return known }
    // Foundation also takes abbreviations and offsets such as GMT+8, which are no IANA places.
    guard name == "UTC" || name == "GMT" || name.contains("/"),
      let zone = TimeZone(identifier: name)
    else { return nil }
    zones.withLock { $0[name] = zone }
    return zone
  }
}
