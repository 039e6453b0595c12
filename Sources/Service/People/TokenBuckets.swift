package import Office
import Synchronization

/// Attempts that refill with time, one bucket for each address or name; in memory.
///
/// Keys are kept in two generations: when the young one is full the old one is dropped, which costs
/// nothing and bounds the memory whoever tries whatever.
package final class TokenBuckets: Sendable {
  private struct Bucket {
    /// In microseconds of refilling time, so that no fraction is lost.
    var level: Int64
    var moment: Int64
  }

  private struct Generations {
    var young: [[UInt8]: Bucket] = [:]
    var old: [[UInt8]: Bucket] = [:]
  }

  private let each: Int64
  private let most: Int64
  private let perGeneration: Int
  private let generations = Mutex(Generations())

  /// - Parameters:
  ///   - rate: how many at once, and how soon one more.
  ///   - most: how many keys are kept at most.
  package init(_ rate: PeopleSettings.Rate, most: Int = 100_000) {
    each = max(1, rate.secondsEach) * 1_000_000
    self.most = max(1, rate.burst) * each
    perGeneration = max(1, most / 2)
  }

  /// Takes an attempt.
  ///
  /// - Parameters:
  ///   - key: an address or a name.
  ///   - now: by the clock of the office.
  /// - Returns: `nil` where there was one; else in how many seconds there will be.
  package func take(_ key: [UInt8], at now: Moment) -> Int64? {
    let now = now.microseconds
    return generations.withLock { generations in
      var bucket =
        generations.young[key] ?? generations.old[key] ?? Bucket(level: most, moment: now)
      // A clock that was set back neither fills nor empties it.
      bucket.level = min(most, bucket.level + max(0, now - bucket.moment))
      bucket.moment = now
      let wait = bucket.level >= each ? nil : (each - bucket.level + 999_999) / 1_000_000
      if wait == nil { bucket.level -= each }
      if generations.young[key] == nil, generations.young.count >= perGeneration {
        generations.old = generations.young
        generations.young = [:]
      }
      generations.young[key] = bucket
      return wait
    }
  }
}
