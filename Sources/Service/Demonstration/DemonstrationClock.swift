import Core
package import Office
import Synchronization

/// The clock of a demonstration: it is set while the demonstration is made, and goes on by itself
/// from a moment when it is served.
package final class DemonstrationClock: Sendable {
  private let moment: Mutex<Moment>

  package init(at moment: Moment) { self.moment = Mutex(moment) }

  /// As rooms read it while it is set by hand.
  package var office: OfficeClock { OfficeClock { [self] in now } }

  var now: Moment { moment.withLock { $0 } }

  func set(_ day: CivilDate, hour: Int64) {
    moment.withLock { $0 = Moment(startOf: day).adding(seconds: hour * 3600) }
  }

  func advance(seconds: Int64) { moment.withLock { $0 = $0.adding(seconds: seconds) } }

  /// A clock that goes on from a moment, as fast as any other.
  package static func running(from moment: Moment) -> OfficeClock {
    let start = ContinuousClock.now
    return OfficeClock {
      let (seconds, attoseconds) = (ContinuousClock.now - start).components
      return Moment(
        microseconds: moment.microseconds + seconds * 1_000_000 + attoseconds / 1_000_000_000_000)
    }
  }
}
