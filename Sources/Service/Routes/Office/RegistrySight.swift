import Core
import FEEL
import Facts
import Office
import Registry
import Vocabulary

/// What somebody sees of the registry: officials the parties of their regions, everybody themselves,
/// and agents the organisation they speak for with the names of its workers.
struct RegistrySight: Sendable {
  /// Those who may search.
  static let roles = Role.allCases.filter(\.isOfficial)

  private let actor: Actor
  private let served: ServedRegistry

  init(_ actor: Actor, _ served: ServedRegistry) {
    self.actor = actor
    self.served = served
  }

  private var officialGrants: [Grant] { actor.grants.filter(\.role.isOfficial) }

  /// Whether nobody is hidden.
  var seesAll: Bool { officialGrants.contains { $0.region == nil && $0.organisation == nil } }

  /// Whether they act for the state in a whole region.
  func covers(region: String) -> Bool { officialGrants.contains { $0.covers(region: region) } }

  /// Those whom they see anyway, wherever they lie.
  var own: [String] {
    [actor.party].compactMap(\.self) + Set(actor.organisations).sorted()
  }

  /// How a party is seen.
  enum Extent { case whole, organisation }

  /// How they see a party; `nil` where not at all, also where there is no such party.
  ///
  /// - Throws: `StoreError`, `RegistryProblem`.
  func extent(of id: String, today: CivilDate) throws -> Extent? {
    let facts = try served.registry.files(of: [id], types: [], on: today)
    guard facts.party(id) != nil else { return nil }
    if id == actor.party || covers(id, facts) { return .whole }
    return actor.organisations.contains(id) ? .organisation : nil
  }

  /// Those of some parties that they see whole, in the same order.
  ///
  /// - Throws: `StoreError`, `RegistryProblem`.
  func seen(of ids: [String], today: CivilDate) throws -> [String] {
    let facts = try served.registry.files(of: ids, types: [], on: today)
    return ids.filter { $0 == actor.party || covers($0, facts) }
  }

  /// A party that nobody knows the region of is seen by those who see all regions.
  private func covers(_ id: String, _ facts: FactBase) -> Bool {
    guard let region = region(of: id, facts) else {
      return officialGrants.contains { grant in
        grant.region == nil && (grant.organisation == nil || grant.organisation == id)
      }
    }
    return officialGrants.contains { $0.covers(region: region, organisation: id) }
  }

  private func region(of id: String, _ facts: FactBase) -> String? {
    guard let party = facts.party(id),
      let field = served.vocabulary.types[party.type].regionField,
      case .known(.string(let region)) = party.values[field]
    else { return nil }
    return region
  }
}
