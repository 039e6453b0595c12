package import Core

/// A number of people that may be shown, or that must not.
package enum Count: Sendable, Equatable {
  case shown(Int)
  /// Too few people, or others could be worked out from it.
  case hidden

  package var value: Int? {
    if case .shown(let value) = self { value } else { nil }
  }
}

/// A class of technical workers by the best certificate they hold.
package enum LevelClass: Int, Sendable, CaseIterable {
  case one = 1, two, three, four, five
  case uncertified
  /// What certificates they hold is not certain.
  case unknown
}

/// What a class of workers earned.
package struct WageFigure: Sendable, Equatable {
  /// How many of them have a wage on record for the year.
  package let people: Count
  /// The mean, rounded half up to 分; `nil` when hidden or nobody has a wage.
  package let mean: Money?
  /// The mean over that of the uncertified, two digits, rounded half up from the exact sums.
  package let ratio: Decimal128?
}

/// The figures of a region, a group of regions, or the whole.
package struct RegionFigures: Sendable, Equatable {
  package enum Scope: Sendable, Equatable {
    case whole
    /// Code of a prefecture: all its counties.
    case prefecture(String)
    /// Code of a county or district, or whatever else organisations state.
    case county(String)
    /// Neither employer nor worker has told a region.
    case unknown
  }

  package let scope: Scope
  package let workers: Count
  /// By class.
  package let levels: [LevelClass: Count]
  package let highSkilled: Count
  /// Share of the high-skilled among those of whom it is certain, four digits, rounded half up.
  package let highSkilledShare: Decimal128?
  /// By class, `unknown` left out.
  package let wages: [LevelClass: WageFigure]
  /// Of all technical workers.
  package let wage: WageFigure
}

/// The figures of a town on a day.
package struct TownFigures: Sendable, Equatable {
  package let on: CivilDate
  /// The last year that has ended by the day.
  package let wageYear: Int
  /// The last change of the registry that is in them.
  package let change: Int64
  /// Persons of whom it is not known whether they are technical workers.
  package let undecided: Int
  /// The whole first, then each prefecture with its counties behind it.
  package let regions: [RegionFigures]

  package var whole: RegionFigures? { regions.first { $0.scope == .whole } }
}
