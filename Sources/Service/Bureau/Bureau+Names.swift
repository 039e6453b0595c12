import Core
import Facts
import Office
import Registry

extension Bureau {
  /// What parties are called in the registry today.
  ///
  /// - Parameter parties: their ids, a few hundred at most.
  /// - Returns: by id; those without a name are left out.
  /// - Throws: `StoreError`, `RegistryProblem`.
  package func names(of parties: [String]) throws -> [String: String] {
    let facts = try registry.files(of: parties, types: [], on: clock.today)
    var names: [String: String] = [:]
    for party in parties {
      if let record = facts.party(party) { names[party] = text("name", record) }
    }
    return names
  }

  /// Whether a party's name must be masked where everybody can read it. Whoever is not known to be an
  /// organisation counts as a person.
  package func isPerson(_ party: String) -> Bool {
    let snapshot = try? registry.snapshot()
    let key = try? snapshot?.key(of: party)
    guard let snapshot, let key else { return true }
    return (try? snapshot.type(of: key)) != "organisation"
  }
}
