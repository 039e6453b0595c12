/// When a letter that did not go out is tried again, and when no more.
package struct RetryPolicy: Sendable {
  /// Attempts before it is given up.
  package var mostAttempts: Int64
  /// The wait after the first attempt, s; it doubles with each one.
  package var firstWait: Int64
  /// No wait is longer, s.
  package var longestWait: Int64
  /// A letter that was due for so long without being tried is given up, s.
  package var oldest: Int64

  /// Twelve attempts in about a day; a week without a sender.
  package static let standard = RetryPolicy(
    mostAttempts: 12, firstWait: 60, longestWait: 6 * 3600, oldest: 7 * 86_400)

  package init(mostAttempts: Int64, firstWait: Int64, longestWait: Int64, oldest: Int64) {
    self.mostAttempts = mostAttempts
    self.firstWait = firstWait
    self.longestWait = longestWait
    self.oldest = oldest
  }

  /// How long to wait after so many attempts, s: between half and all of the doubled wait, so that
  /// letters that failed together do not come back together.
  ///
  /// - Parameters:
  ///   - attempts: 1, 2, 3 …
  ///   - random: any number, drawn anew each time.
  /// - Returns: seconds, at least 1.
  func wait(after attempts: Int64, random: UInt64) -> Int64 {
    // Thirty doublings of a second are a generation.
    let doublings = min(max(attempts - 1, 0), 30)
    let (doubled, isTooLong) = firstWait.multipliedReportingOverflow(by: 1 << doublings)
    let full = max(isTooLong ? longestWait : min(doubled, longestWait), 2)
    let half = full / 2
    return half + Int64(random % UInt64(full - half + 1))
  }
}
