import Core
import FEEL
import JSONText
import Vocabulary

extension FactsReader {
  /// The words of a party or record that are no fields.
  private struct Head {
    var type: Word?
    var id: Word?
    var party: Word?
    var rest: [JSON.Member] = []
  }

  mutating func party(_ json: JSON) {
    guard let head = head(json, required: ["type", "id"], hasParty: false),
      let type = type(head, isParty: true)
    else { return }
    enter(head.id, type: -1, party: nil)
    let values = row(head.rest, schema.types[type])
    facts.add(party: Record(type: type, id: head.id?.text, party: nil, values: values))
    sorter?.keep(.party, path)
  }

  mutating func record(_ json: JSON) {
    let before = complaintCount
    guard let head = head(json, required: ["type", "party"], hasParty: true),
      let type = type(head, isParty: false)
    else { return }
    enter(head.id, type: type, party: head.party?.text)
    if let party = head.party, case .index(let index)? = path.last {
      memberships.append(
        PendingMembership(party: party, type: type, index: index))
    }
    let values = row(head.rest, schema.types[type])
    checkSpell(values, schema.vocabulary.types[type], json)
    let record = Record(type: type, id: head.id?.text, party: head.party?.text, values: values)
    // What is wrong in itself is not held against another.
    if record.id == nil, complaintCount == before { checkTwin(of: record, json) }
    facts.add(record: record)
    sorter?.keep(.record, path)
  }

  mutating func catalogues(_ json: JSON) {
    guard let members = json.members else {
      complain(.shape(.object), json.range)
      return
    }
    let known = schema.vocabulary.catalogues
    for member in members {
      inside(.key(member.key)) { reader in
        let found = known.firstIndex { $0.id == member.key || $0.name.zh == member.key }
        guard let found else {
          reader.complain(.unknownKey(member.key, known.map(Choice.init)), member.keyRange)
          return
        }
        let rowSchema = reader.schema.catalogues[found]
        var rows = reader.facts.catalogues[known[found].id] ?? []
        reader.eachItem(member.value) { reader, item in
          guard let members = item.members else {
            reader.complain(.shape(.object), item.range)
            return
          }
          let row = reader.row(members, rowSchema)
          reader.checkComplete(row, rowSchema, item)
          rows.append(row)
          reader.sorter?.keep(.row(catalogue: known[found].id), reader.path)
        }
        reader.facts.catalogues[known[found].id] = rows
      }
    }
  }

  private mutating func head(_ json: JSON, required: [String], hasParty: Bool) -> Head? {
    guard let members = json.members else {
      complain(.shape(.object), json.range)
      return nil
    }
    var head = Head()
    for member in members {
      switch member.key {
      case "type", "种类": head.type = word(member, head.type)
      case "id", "编号": head.id = word(member, head.id)
      case "party", "当事人":
        if hasParty { head.party = word(member, head.party) } else { head.rest.append(member) }
      default: head.rest.append(member)
      }
    }
    let given = ["type": head.type != nil, "id": head.id != nil, "party": head.party != nil]
    let isWritten = { (key: String) in
      members.contains { FactsReader.names(of: key).contains($0.key) }
    }
    let missing = required.filter { given[$0] == false && !isWritten($0) }
    if !missing.isEmpty {
      complain(.missing(missing), SourceRange(json.range.start, json.range.start + 1))
    }
    return head
  }

  private static func names(of key: String) -> [String] {
    switch key {
    case "type": ["type", "种类"]
    case "id": ["id", "编号"]
    default: ["party", "当事人"]
    }
  }

  private mutating func word(_ member: JSON.Member, _ earlier: Word?) -> Word? {
    inside(.key(member.key)) { reader in
      if earlier != nil { reader.complain(.twice(member.key), member.keyRange) }
      let text = reader.text(member.value)
      return text.map { Word(key: member.key, text: $0, range: member.value.range) } ?? earlier
    }
  }

  /// Position of the named type, where it is one of parties or one of records as asked.
  private mutating func type(_ head: Head, isParty: Bool) -> Int? {
    guard let word = head.type else { return nil }
    let types = schema.vocabulary.types
    if let found = schema.vocabulary.typeIndex(word.text), (types[found].role == .party) == isParty
    {
      return found
    }
    let legal = types.filter { ($0.role == .party) == isParty }
    inside(.key(word.key)) {
      $0.complain(
        .unknownType(word.text, legal.map(Choice.init), isParty: isParty), word.range)
    }
    return nil
  }
}
