import Core
import FEEL
import Facts
import PolicyPlan
import Vocabulary

/// The facts as the rules of a day see them: what is dated after that day does not exist. Shared by all
/// that is determined with them.
final class World: Sendable {
  let facts: FactBase
  /// The day of the determination.
  let on: CivilDate
  let vocabulary: Vocabulary
  /// Position of the type `claim`.
  let claims: Int?
  /// What catalogue functions answer in a worked example; empty everywhere else.
  let supposed: [PolicyFunction: Supposition]

  init(_ facts: FactBase, supposing supposed: [PolicyFunction: Supposition] = [:]) {
    self.facts = facts
    on = facts.on
    self.supposed = supposed
    vocabulary = facts.vocabulary
    claims = facts.vocabulary.typeIndex("claim")
  }

  /// The same facts as another day sees them.
  func on(_ day: CivilDate) -> World { World(self, on: day) }

  private init(_ other: World, on day: CivilDate) {
    facts = other.facts
    on = day
    supposed = other.supposed
    vocabulary = other.vocabulary
    claims = other.claims
  }

  /// The day a record came into existence, or `nil` when it is not known (or the type has none).
  func event(of record: Record) -> CivilDate? {
    guard let field = eventField(ofType: record.type), case .known(let value) = record.values[field]
    else { return nil }
    switch value {
    case .date(let date): return date
    case .number(let year):
      // A record of a year (an evaluation, a wage) exists from the year's first day.
      return year.integer.flatMap { CivilDate(year: $0, month: 1, day: 1) }
    default: return nil
    }
  }

  /// Whether records of the type have a day, and nobody has told this one's.
  func hasUnknownEvent(_ record: Record) -> Bool {
    guard let field = eventField(ofType: record.type) else { return false }
    if case .missing = record.values[field] { return true }
    return false
  }

  func eventField(ofType type: Int) -> Int? { vocabulary.types[type].eventField }

  /// Whether a record exists on the day; the clock notes the day on which it will.
  func exists(_ record: Record, _ clock: inout Clock) -> Bool {
    guard let day = event(of: record), day > on else { return true }
    clock.note(day)
    return false
  }

  /// The party's records of a type that exist on the day.
  func records(ofType type: Int, party: String, _ clock: inout Clock) -> [Int] {
    facts.positions(of: type, party: party).filter { exists(facts.records[$0], &clock) }
  }

  func record(_ reference: RecordReference) -> Record? {
    switch reference {
    case .record(let position): facts.records[position]
    case .party(let position): facts.parties[position]
    case .absent, .supposed, .ofYear, .child: nil
    }
  }

  func type(of reference: RecordReference) -> Int {
    switch reference {
    case .record(let position): facts.records[position].type
    case .party(let position): facts.parties[position].type
    case .absent(let type, _), .supposed(let type, _, _, _): type
    case .ofYear(let records): records.type
    case .child(let child): facts.records[child.position].type
    }
  }

  /// The party with this id, or its absence as one of the type.
  func party(_ id: String, type: Int) -> RecordReference {
    facts.partyPosition(id).map(RecordReference.party) ?? .absent(type: type, id: id)
  }

  /// What a reference field's id names among records of a type.
  func record(_ id: String, type: Int, _ clock: inout Clock) -> RecordReference {
    facts.positions(withID: id).first {
      facts.records[$0].type == type && exists(facts.records[$0], &clock)
    }
    .map(RecordReference.record) ?? .absent(type: type, id: id)
  }

  /// A field with the meaning of its absence applied; `nil` when unknown.
  func read(_ field: Int, of reference: RecordReference) -> Value? {
    if case .supposed(_, field, let text, _) = reference { return .string(text) }
    switch reference {
    case .ofYear(let records): return records[field]?.value
    case .child(let child): return child.values[field]
    default: break
    }
    guard let record = record(reference) else { return nil }
    switch record.values[field] {
    case .known(let value): return value
    case .none: return .null
    case .missing:
      // Parties that state none are in the facts' own region.
      if case .party = reference, field == vocabulary.types[record.type].regionField,
        let region = facts.region
      {
        return .string(region)
      }
      if isUntold(field, of: reference) { return nil }
      switch vocabulary.types[record.type].fields[field].absence {
      case .unknown: return nil
      case .openEnded, .none: return .null
      }
    }
  }

  /// Whether a field is unknown whatever its absence means.
  private func isUntold(_ field: Int, of reference: RecordReference) -> Bool {
    switch reference {
    case .record(let position): facts.isUntold(field: field, ofRecord: position)
    case .party(let position): facts.isUntold(field: field, ofParty: position)
    case .absent, .supposed, .ofYear, .child: false
    }
  }

  /// What is missing when `read` gives `nil`.
  func need(_ field: Int, of reference: RecordReference) -> Need {
    if case .supposed(let type, let own, let text, let party) = reference {
      return .value(type: type, field: own, text, party: party)
    }
    return .field(field, of: reference, type: type(of: reference))
  }
}
