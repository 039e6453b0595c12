package import Core

/// A moment in microseconds since 1970-01-01T00:00:00Z: what casework is dated by.
package struct Moment: Sendable, Hashable, Comparable {
  package let microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package static func < (left: Moment, right: Moment) -> Bool {
    left.microseconds < right.microseconds
  }

  package func adding(seconds: Int64) -> Moment {
    Moment(microseconds: microseconds + seconds * 1_000_000)
  }

  /// The day in the time zone of the People's Republic of China, which has one for all of it
  /// (UTC+8, no summer time): days on notices and deadlines do not depend on where a server stands.
  package var day: CivilDate { CivilDate(dayNumber: Int(localSeconds.day)) }

  /// Day and time in that zone, to the second: `2026-03-02 09:15:00`.
  package var text: String {
    let rest = localSeconds.rest
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day) \(parts.joined(separator: ":"))"
  }

  /// The first moment of a day in that zone.
  package init(startOf day: CivilDate) {
    microseconds = (Int64(day.dayNumber) * 86_400 - Moment.offset) * 1_000_000
  }

  private static let offset: Int64 = 8 * 3600

  private var localSeconds: (day: Int64, rest: Int64) {
    let seconds = (microseconds >= 0 ? microseconds : microseconds - 999_999) / 1_000_000
    let local = seconds + Moment.offset
    let day = (local >= 0 ? local : local - 86_399) / 86_400
    return (day, local - day * 86_400)
  }
}
