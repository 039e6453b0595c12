/// Somebody who has signed in, as all rooms of the office know them.
package struct Actor: Sendable, Hashable {
  /// The number of the account.
  package let user: Int64
  package let name: String
  /// The person in the registry that this is, where known: nobody decides on their own matters.
  package let party: String?
  package let grants: [Grant]

  package init(user: Int64, name: String, party: String? = nil, grants: [Grant]) {
    self.user = user
    self.name = name
    self.party = party
    self.grants = grants
  }

  /// The service itself.
  package static let system = Actor(user: 0, name: "", grants: [Grant(.system)])

  /// Whether this person may act in a role on a matter of a region and an organisation.
  package func may(_ role: Role, region: String, organisation: String? = nil) -> Bool {
    grants.contains { $0.role == role && $0.covers(region: region, organisation: organisation) }
  }

  package func holds(_ role: Role) -> Bool { grants.contains { $0.role == role } }

  /// The organisations this person speaks for.
  package var organisations: [String] { grants.compactMap(\.organisation) }
}

/// Who does something, and in which of their roles.
package struct Signer: Sendable, Hashable {
  package let actor: Actor
  package let role: Role

  /// Nobody signs in a role they do not hold.
  package init?(_ actor: Actor, as role: Role) {
    guard actor.holds(role) else { return nil }
    self.actor = actor
    self.role = role
  }

  private init(system: Actor) {
    actor = system
    role = .system
  }

  package static let system = Signer(system: .system)
}
