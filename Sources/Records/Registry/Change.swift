/// A change of the registry: what was put in at once.
package struct Change: Sendable, Equatable {
  /// 1, 2, 3 …: the order in which things became known.
  package let number: Int64
  /// When, in microseconds since 1970-01-01T00:00:00Z; later than that of the change before.
  package let moment: Int64
  /// Where it came from: a file, a form, a person's answer.
  package let source: String

  package init(number: Int64, moment: Int64, source: String) {
    self.number = number
    self.moment = moment
    self.source = source
  }
}

/// As of when the registry is asked.
package enum KnownAt: Sendable, Equatable {
  /// All that is known by now.
  case latest
  /// As it was after the change with this number.
  case change(Int64)
  /// As it was at this moment, in microseconds since 1970-01-01T00:00:00Z.
  case moment(Int64)
}

/// What putting a fact did.
package enum Verdict: Sendable, Equatable {
  case added
  /// The registry said something else; that is closed, not lost.
  case corrected
  /// The registry said so already.
  case unchanged
}

/// How often each verdict was given.
package struct Tally: Sendable, Equatable {
  package var added = 0
  package var corrected = 0
  package var unchanged = 0

  package init() {}

  package mutating func count(_ verdict: Verdict) {
    switch verdict {
    case .added: added += 1
    case .corrected: corrected += 1
    case .unchanged: unchanged += 1
    }
  }
}
