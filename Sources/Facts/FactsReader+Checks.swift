import Core
import FEEL
import JSONText
import Vocabulary

/// What no single value shows to be wrong.
extension FactsReader {
  /// Every record belongs to a party of the file, and to one that can have such records.
  mutating func checkMemberships() {
    for one in memberships {
      guard let complaint = complaint(about: one) else { continue }
      let path = [Step.key(recordsKey), .index(one.index), .key(one.party.key)]
      complain(complaint, one.party.range, at: path)
    }
  }

  private func complaint(about one: PendingMembership) -> Complaint? {
    let type = schema.vocabulary.types[one.type]
    guard let party = facts.party(one.party.text) else { return .unknownParty(one.party.text) }
    let owner = schema.vocabulary.types[party.type]
    if type.canBelong(to: owner.id) { return nil }
    return .wrongParty(record: type.name, owner: owner.name, legal: owners(of: type))
  }

  private func owners(of type: EntityType) -> [Bilingual] {
    schema.vocabulary.types.filter { type.canBelong(to: $0.id) }.map(\.name)
  }

  /// A reference may point out of the file, but not at a thing of another type.
  mutating func checkReferences() {
    for one in references {
      let named = typesNamed(one.id)
      if named.isEmpty || named.contains(where: { one.targets.contains($0.id) }) { continue }
      let legal = one.targets.compactMap { schema.vocabulary.type($0)?.name }
      complain(
        .wrongReference(one.id, found: named[0].name, legal: legal), one.range, at: one.path)
    }
  }

  private func typesNamed(_ id: String) -> [EntityType] {
    var positions = facts.positions(withID: id).map { facts.records[$0].type }
    if let party = facts.party(id) { positions.append(party.type) }
    return positions.map { schema.vocabulary.types[$0] }
  }

  mutating func checkSpell(_ values: [FactValue], _ type: EntityType, _ json: JSON) {
    guard let spell = type.spell, let from = type.fieldIndex(spell.from),
      let to = type.fieldIndex(spell.to), case .known(.date(let first)) = values[from],
      case .known(.date(let last)) = values[to], last < first
    else { return }
    let names = [type.fields[to].id, type.fields[to].name.zh]
    let written = json.members?.first { names.contains($0.key) }
    inside(.key(written?.key ?? spell.to)) {
      $0.complain(
        .spell(from: type.fields[from], first, to: type.fields[to], last),
        written?.value.range ?? json.range)
    }
  }

  /// A row of a catalogue says all that the catalogue has fields for.
  mutating func checkComplete(_ row: [FactValue], _ schema: RowSchema, _ json: JSON) {
    let given = Set((json.members ?? []).compactMap { schema.positions[$0.key] })
    let missing = schema.fields.indices.filter { index in
      if case .none = row[index] { return true }
      return !given.contains(index)
    }
    if !missing.isEmpty {
      complain(
        .missing(missing.map { schema.fields[$0].id }),
        SourceRange(json.range.start, json.range.start + 1))
    }
  }
}
