import Casework
import Core
import Office
import People

/// What one round of the service's own work came to.
package struct Round: Sendable {
  package var moved = 0
  package var told = 0
  /// What could not be done, to be tried again.
  package var failures: [any Error] = []

  package init() {}
}

extension Bureau {
  /// Does what time has brought about and what is still to be told: once a minute while the site is
  /// served, and whenever somebody asks. What fails is left for the next round.
  package func round() -> Round {
    var round = Round()
    do {
      let (moved, failed) = try casework.passTime()
      round.moved = moved.count
      round.failures += failed.map(\.1)
    } catch { round.failures.append(error) }
    do { round.told = try tellRegistry() } catch { round.failures.append(error) }
    do { try people.sweep() } catch { round.failures.append(error) }
    return round
  }
}
