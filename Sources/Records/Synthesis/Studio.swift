import Core

/// A master's studio at an enterprise.
struct Studio {
  /// Index of the worker who leads it.
  let leader: Int
  let level: String
  /// Days since 1970-01-01.
  let founded: Int
}

extension Town {
  private static let studioLevels = Choice([
    ("district", 45), ("city", 40), ("province", 12), ("nation", 3),
  ])

  /// The studio of an organisation, where it has one.
  func studio(of organisation: Organisation) -> Studio? {
    var draw = draw(.studio, organisation.index)
    guard draw.chance(900), let leader = leader(of: organisation) else { return nil }
    return Studio(
      leader: leader, level: draw.pick(Town.studioLevels),
      founded: draw.among(17_167...Town.until.dayNumber))
  }

  /// The first of an organisation's workers at level 2 or above.
  private func leader(of organisation: Organisation) -> Int? {
    organisation.workers.prefix(200).first { Life($0, of: self).level <= 2 }
  }
}
