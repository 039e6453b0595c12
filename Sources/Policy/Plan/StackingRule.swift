package import Core
package import FEEL

/// A stacking rule of a document: the closed list of kinds, as data.
package struct StackingRule: Sendable {
  package let id: String
  package let label: Bilingual
  package let place: Place
  package let kind: Kind
  /// Full ids of the benefits that stack, in the order written.
  package let over: [String]
  /// Assumptions the reading rests on; indexes of `Plan.assumptions`.
  package let assumes: [Int]
  /// The assumption, true or false, on which the rule holds at all; `nil` for always.
  package let when: Int?
  /// What the assumption must be for the rule to hold.
  package let holdsWhile: Bool

  package enum Kind: Sendable {
    /// Of all with the same key only one is paid.
    case once(per: [StackingKey], period: Period?)
    /// Awards in order of time: a new one is paid what it exceeds the highest earlier one by.
    case highest(Highest)
    /// Month by month only the highest rate is paid.
    case onePerMonth
    /// A sum or a number of cases that is not exceeded per key and period.
    case cap(Cap)
    /// One of `over` blocks the benefits named here.
    case blocks([String], period: Period?)
    /// After a higher level has been paid no lower one is.
    case ladder(Ladder)
    case quota(Quota)
    /// Different benefits of `over` with the same key exclude each other, and the party chooses: what
    /// pays most in all is taken.
    case choice(per: [StackingKey], period: Period?)
  }

  package enum Period: String, Sendable, CaseIterable { case year, month }

  package enum Limit: Sendable {
    case amount(Money)
    case count(Int)
    /// Yuan, by a figure of the document.
    case figure(Figure)
    /// So many cases, by a figure of the document.
    case countFigure(Figure)

    /// Whether it limits a sum, and not a number of cases.
    package var isAmount: Bool {
      switch self {
      case .amount, .figure: true
      case .count, .countFigure: false
      }
    }

    /// The figure that says how much.
    package var figure: Figure? {
      switch self {
      case .figure(let figure), .countFigure(let figure): figure
      case .amount, .count: nil
      }
    }
  }

  /// What every kind that counts by key counts by; empty for the others.
  package var keys: [StackingKey] {
    switch kind {
    case .once(let keys, _), .choice(let keys, _): keys
    case .ladder(let ladder): ladder.per
    case .cap(let cap): cap.per
    case .highest, .onePerMonth, .blocks, .quota: []
    }
  }

  /// Whether the party chooses under the rule.
  package var isChosen: Bool {
    switch kind {
    case .choice: true
    case .cap(let cap): cap.keep == .best
    default: false
    }
  }

  /// Definitions of the benefits that the rule goes by.
  package var definitions: [String] {
    var names: [String] = []
    for case .definition(let name) in keys { names.append(name) }
    if case .cap(let cap) = kind, let filter = cap.filter { names.append(filter.definition) }
    return names
  }
}

/// Settings of the kind `blocks` by level: of one key, a case whose level is lower than that of an
/// earlier one, or one of its day, gets nothing.
package struct Ladder: Sendable {
  /// The field of the subject that holds the level, a number, by benefit in the order of `over`.
  package let level: [Int]
  /// Whether the smaller number is the higher level, as of certificates.
  package let isSmallerHigher: Bool
  package let per: [StackingKey]
}

/// Settings of the kind `cap`.
package struct Cap: Sendable {
  package let limit: StackingRule.Limit
  package let per: [StackingKey]
  package let period: StackingRule.Period?
  /// Which cases count; `nil` for all.
  package let filter: Filter?
  package let keep: Keep

  /// Only cases count for which a definition, true or false, says so.
  package struct Filter: Sendable {
    /// By its id, which every benefit of the rule has.
    package let definition: String
    package let isWanted: Bool
  }

  /// Which cases are kept where there is no room for all.
  package enum Keep: String, Sendable, CaseIterable {
    /// In the order of time.
    case earliest
    /// Those that pay most in all: the party chooses.
    case best
  }
}

/// A figure of the document that a stacking rule names.
package enum Figure: Sendable, Hashable {
  case parameter(Int)
  case assumption(Int)
}

extension Plan {
  /// A figure's value for a party of a region on a day; `nil` when the parameter has none then.
  package func value(of figure: Figure, on day: CivilDate, in region: String) -> Value? {
    let locals = locals(of: figure)
    if let local = locals.position(in: region, on: day) { return locals[local].value }
    return ownValue(of: figure, on: day)
  }

  /// The value that the document itself gives a figure on a day.
  package func ownValue(of figure: Figure, on day: CivilDate) -> Value? {
    switch figure {
    case .parameter(let index): parameters[index].value(on: day)?.value
    case .assumption(let index): assumptions[index].value
    }
  }

  /// What people call it.
  package func label(of figure: Figure) -> Bilingual {
    switch figure {
    case .parameter(let index): parameters[index].label
    case .assumption(let index): assumptions[index].label
    }
  }
}

/// What "the same" means: the party itself, a field of the subject record, or a definition that
/// every benefit of the rule has.
package enum StackingKey: Sendable {
  case party
  case definition(String)
  /// Field index in the subject's type, by benefit in the order of `over`.
  case field([Int])
}

/// Settings of the kind `highest`. Each benefit in `over` is a series of its own.
package struct Highest: Sendable {
  /// Earlier awards of another series count for this long after they were granted.
  package let otherSeries: YearMonthDuration
  /// Series, by the place of the benefit in `over`, of which earlier awards count at any time; earlier
  /// awards of the others' own series count for nothing.
  package let sameSeries: Setting<Set<Int>>
  package let years: Setting<Years>
  package let pay: Setting<Pay>
  /// What a new award must be once the window has passed; `nil` when nothing is asked.
  package let afterwards: Afterwards?

  /// How the window is counted.
  package enum Years: String, Sendable, CaseIterable {
    /// From day to day: the same day so many months later lies outside.
    case days
    /// By the numbers of the years.
    case calendar
  }

  /// What a higher award is paid after a lower one.
  package enum Pay: String, Sendable, CaseIterable { case excess, full }

  /// The new award's level must not be lower than the highest earlier one of another series, and
  /// where levels are equal the achievement must be another.
  package struct Afterwards: Sendable {
    /// Levels from the lowest to the highest.
    package let order: [String]
    /// The field of the subject that holds its level, by benefit in the order of `over`.
    package let level: [Int]
    /// The field that holds the achievement.
    package let achievement: [Int]
  }
}

/// Settings of the kind `quota`.
package struct Quota: Sendable {
  /// The parameter or assumption that holds the share, 0 … 1.
  package let share: Figure
  /// The type of record the quota is a share of.
  package let population: Int
  /// Field and value that a record of the population must have.
  package let filters: [(field: Int, value: Value)]
  /// The date field by which a record of the population must have come into being by year's end.
  package let founded: Int
  /// Fields of the subject: what ranks, and the year ranked in.
  package let rank: Int
  package let year: Int
  package let rounding: Setting<Rounding>
  package let ties: Setting<Ties>

  /// What becomes of parts of a place.
  package enum Rounding: String, Sendable, CaseIterable {
    case down
    /// Half a place is one.
    case nearest
  }

  /// What becomes of those who tie across the cut.
  package enum Ties: String, Sendable, CaseIterable {
    case out
    /// All of them are taken, also beyond the places.
    case `in`
  }
}
