package import Core
package import Registry

extension TownFigures {
  /// Counts the people of a registry.
  ///
  /// What may be shown is settled once, over all regions, whatever part of it is asked for: two
  /// answers about the same day then hide the same cells.
  ///
  /// - Parameters:
  ///   - registry: open.
  ///   - on: the day.
  ///   - known: as of when.
  /// - Throws: `StatisticsProblem.notInVocabulary`, `StoreError`, `RegistryProblem.unreadable`.
  package init(of registry: Registry, on: CivilDate, known: KnownAt = .latest) throws {
    let change = try registry.lastChange(known)
    let wageYear = on.month == 12 && on.day == 31 ? on.year : on.year - 1
    let people = try People(
      registry, on: on, wageYear: wageYear, known: .change(change))
    var undecided = 0
    var tally = RegionTally(people.regions)
    for person in people.persons where person.isThere {
      switch person.isTechnical {
      case .yes: tally.add(person)
      case .maybe: undecided += 1
      case .no: if !person.isEmploymentKnown { undecided += 1 }
      }
    }
    self.on = on
    self.wageYear = wageYear
    self.change = change
    self.undecided = undecided
    regions = tally.figures()
  }

  /// Those of a prefecture and its counties, or of one county.
  ///
  /// - Parameter region: six digits; `nil` for all.
  /// - Returns: the region's own figures first.
  /// - Throws: `StatisticsProblem.notARegion`, `.emptyRegion`.
  package func within(_ region: String?) throws(StatisticsProblem) -> [RegionFigures] {
    guard let region else { return regions }
    guard region.utf8.count == 6, region.utf8.allSatisfy({ (48...57).contains($0) }),
      !region.hasSuffix("0000")
    else { throw .notARegion(region) }
    let isPrefecture = region.hasSuffix("00")
    let chosen = regions.filter { figures in
      switch figures.scope {
      case .prefecture(let code): code == region
      case .county(let code): code == region || isPrefecture && code.hasPrefix(region.prefix(4))
      case .whole, .unknown: false
      }
    }
    guard !chosen.isEmpty else { throw .emptyRegion(region) }
    return chosen
  }
}
