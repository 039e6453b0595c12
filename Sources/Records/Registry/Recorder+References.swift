import FEEL
import Facts
import Vocabulary

extension Recorder {
  private static let mostReferenced = 50_000

  /// A reference may name a party that nobody has told of yet, but not one of another type.
  mutating func checkReferences(_ record: Record, _ type: EntityType) throws {
    for index in registry.layout.types[record.type].references {
      guard case .reference(let targets) = type.fields[index].type,
        case .known(.string(let id)) = record.values[index],
        let party = try referenced(id), !targets.contains(party.type),
        targets.allSatisfy(registry.partyTypes.contains)
      else { continue }
      throw RegistryProblem.wrongReference(
        field: "\(type.id).\(type.fields[index].id)", id: id, type: party.type)
    }
  }

  /// What a reference names; the same few employers come again and again.
  private mutating func referenced(_ id: String) throws -> KnownParty? {
    if let party = referencedParties[id] { return party }
    guard let party = try statements.party(id) else { return nil }
    if referencedParties.count >= Recorder.mostReferenced { referencedParties = [:] }
    referencedParties[id] = party
    return party
  }
}
