package import Core

/// What time it is for casework; tests and demonstrations set it.
package struct OfficeClock: Sendable {
  package let now: @Sendable () -> Moment

  package init(_ now: @escaping @Sendable () -> Moment) { self.now = now }

  /// The clock of this machine.
  package static let system = OfficeClock {
    Moment(microseconds: DateTime.now.instant.map { Int64($0 / 1000) } ?? 0)
  }

  package var today: CivilDate { now().day }
}
