package import Core

extension Change {
  /// Day and time to the second on the clock of this machine: `2026-11-20 18:02:11`.
  package var clock: String {
    let seconds = Change.localSeconds(of: moment)
    let rest = Int(seconds % 86_400)
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(Change.day(of: moment)) \(parts.joined(separator: ":"))"
  }

  /// The exact moment, as `KnownAt` is asked for it: `2026-11-20T10:02:11.123456Z`.
  package var instant: String {
    DateTime(localNanoseconds: Int128(moment) * 1000, zone: .utc)?.description ?? "\(moment)"
  }

  /// The day of a moment on the clock of this machine.
  ///
  /// - Parameter moment: microseconds since 1970-01-01T00:00:00Z.
  /// - Returns: the day.
  package static func day(of moment: Int64) -> CivilDate {
    CivilDate(dayNumber: Int(localSeconds(of: moment) / 86_400))
  }

  private static func localSeconds(of moment: Int64) -> Int64 {
    moment / 1_000_000 + Int64(DateTime.now.offsetSeconds ?? 0)
  }
}
