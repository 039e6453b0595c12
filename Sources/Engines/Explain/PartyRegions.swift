import Facts

/// Where parties are, and when that changes by itself: looked up once for all documents under which they
/// are determined.
final class PartyRegions {
  let world: World
  private var known: [String: Known] = [:]

  private struct Known {
    /// What the party was taken for, which matters where nobody describes it.
    let type: Int
    let region: Result<String, World.Missing>
    let clock: Clock
  }

  init(_ world: World) { self.world = world }

  /// - Parameters:
  ///   - id: of the party.
  ///   - type: what the party is when nobody describes it.
  ///   - clock: notes the day on which another employer counts.
  /// - Returns: the six-digit code, or what is missing to know it.
  func region(
    of id: String, type: Int, _ clock: inout Clock
  ) -> Result<String, World.Missing> {
    if let known = known[id], known.type == type {
      clock.note(known.clock)
      return known.region
    }
    var own = Clock()
    let region = world.region(of: id, type: type, &own)
    known[id] = Known(type: type, region: region, clock: own)
    clock.note(own)
    return region
  }
}
