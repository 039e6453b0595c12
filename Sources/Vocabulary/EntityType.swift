package import Core

/// A type of party or record, as `Vocabulary/*.yaml` declares it.
package struct EntityType: Sendable {
  /// What a record of the type is about.
  package enum Role: Sendable, Equatable {
    /// A party itself: person, organisation, household.
    case party
    /// A record that belongs to a party of the named type.
    case record(of: String)
  }

  /// Whether having no record means that there is none, or that nobody knows.
  package enum Source: Sendable, Equatable {
    case complete
    /// One record makes the type complete for that party; where `per` names an enumeration field,
    /// only for records with that value of it (insurance is open per scheme).
    case open(per: String?)
  }

  /// Canonical id, `certificate`.
  package let id: String
  /// Chinese name, which documents may use, and English label.
  package let name: Bilingual
  package let role: Role
  /// Other types of party that records of the type can belong to (a claim: also organisations).
  package let alsoOf: [String]
  package let source: Source
  package let fields: [Field]
  /// The field whose date brings a record into existence; a record dated later than the day of
  /// determination does not exist yet. A month counts from its first day, a year from 1 January.
  package let event: String?
  /// The fields that bound a spell, both ends included, where the type has spells.
  package let spell: Spell?

  /// Positions of the fields that tell records of a party apart which have no id: two that agree in
  /// all of them are one record, told anew. Empty: a record without an id is all that it says.
  package let key: [Int]

  /// Position of the field that `event` names.
  package let eventField: Int?
  /// Position of the field `region`.
  package let regionField: Int?
  /// Positions of the fields by canonical id and by Chinese name.
  private let positions: [String: Int]

  package struct Spell: Sendable, Equatable {
    package let from: String
    package let to: String
  }

  package init(
    id: String, name: Bilingual, role: Role, alsoOf: [String] = [], source: Source,
    fields: [Field], event: String?, spell: Spell?, key: [String] = []
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.alsoOf = alsoOf
    self.source = source
    self.fields = fields
    self.event = event
    self.spell = spell
    let names = fields.enumerated().map { ($1.name.zh, $0) }
    let ids = fields.enumerated().map { ($1.id, $0) }
    positions = Dictionary(ids + names, uniquingKeysWith: min)
    eventField = event.flatMap { [positions] in positions[$0] }
    regionField = positions["region"]
    self.key = key.compactMap { [positions] in positions[$0] }
  }

  /// Position of the field with this canonical id or Chinese name.
  package func fieldIndex(_ name: String) -> Int? {
    positions[name]
  }

  /// Whether records of the type can belong to a party of the named type.
  package func canBelong(to partyType: String) -> Bool {
    role == .record(of: partyType) || alsoOf.contains(partyType)
  }
}
