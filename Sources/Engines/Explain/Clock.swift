import Core

/// The first day, after the day of the determination, on which something that was asked would be
/// answered otherwise though no fact and no rule changes: a spell ends, a parameter takes another
/// value, a record dated later comes into existence.
///
/// Never too late; where it is not worth finding the day itself, an earlier one stands for it.
struct Clock {
  /// `nil` when nothing changes by itself.
  private(set) var next: CivilDate?

  mutating func note(_ day: CivilDate?) {
    guard let day else { return }
    next = next.map { min($0, day) } ?? day
  }

  mutating func note(_ other: Clock) { note(other.next) }
}
