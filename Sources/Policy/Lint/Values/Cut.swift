import Core

/// A place between the values of an ordered scale: just before one, just after one, or an end.
///
/// An interval is two cuts, so that open and closed ends need no cases of their own: `[20..50)` runs
/// from before 20 to before 50, `(20..50]` from after 20 to after 50.
enum Cut: Sendable, Hashable {
  case start
  case before(Decimal128)
  case after(Decimal128)
  case end
}

extension Cut: Comparable {
  static func < (left: Cut, right: Cut) -> Bool {
    switch (left, right) {
    case (.end, _), (_, .start): false
    case (.start, _), (_, .end): true
    case (.before(let a), .before(let b)), (.after(let a), .after(let b)),
      (.after(let a), .before(let b)):
      a < b
    case (.before(let a), .after(let b)): !(b < a)
    }
  }
}
