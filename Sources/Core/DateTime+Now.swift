internal import Foundation

extension DateTime {
  /// The present moment on the system's clock, in the system's zone.
  public static var now: DateTime {
    let now = Date()
    let seconds = now.timeIntervalSince1970
    let offset = TimeZone.current.secondsFromGMT(for: now)
    let local = Int128(seconds * 1_000_000) * 1000 + Int128(offset) * 1_000_000_000
    return DateTime(localNanoseconds: local, zone: Zone(offsetSeconds: offset))
      ?? CivilDate(dayNumber: 0).midnight
  }
}
