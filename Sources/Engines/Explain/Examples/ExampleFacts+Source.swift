import Core
import JSONText
import PolicyPlan
import Vocabulary

extension ExampleFacts {
  /// The row as a facts file.
  func source() -> SourceText {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("on", day)
      writer.key("parties")
      writer.array { writer in
        writeParty(&writer)
        if vocabulary.types[benefit.party].id != "organisation" { writeOrganisation(&writer) }
        if records.contains(where: { owner(of: $0) == ExampleFacts.personID }) {
          writePerson(&writer)
        }
        for peer in peerNumbers { writePeerParty(peer, &writer) }
      }
      writer.key("records")
      writer.array { writer in
        for draft in records { write(draft, owner(of: draft), &writer) }
        for record in named { write(record, &writer) }
        for peer in peerNumbers { writePeer(peer, &writer) }
      }
    }
    return SourceText(name: "<example>", text: writer.text)
  }

  private func writeParty(_ writer: inout JSONWriter) {
    let type = vocabulary.types[benefit.party]
    write(ExampleFacts.partyID, type, partyFields, &writer)
  }

  private func writeOrganisation(_ writer: inout JSONWriter) {
    guard let index = vocabulary.typeIndex("organisation") else { return }
    write(
      ExampleFacts.organisationID, vocabulary.types[index], organisationFields, &writer)
  }

  private func write(
    _ id: String, _ type: EntityType, _ given: [(key: String, text: String)],
    _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("type", type.id)
      writer.member("id", id)
      var fields = given
      func has(_ id: String) -> Bool {
        fields.contains { type.fieldIndex($0.key) == type.fieldIndex(id) }
      }
      if !has("region") { fields.append(("region", plan.region)) }
      if type.id == "organisation", !has("kind") { fields.append(("kind", employerKind)) }
      for field in fields where field.text != "?" { write(field, of: type, &writer) }
    }
  }

  private func writePerson(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", "person")
      writer.member("id", ExampleFacts.personID)
      writer.member("region", plan.region)
    }
  }

  /// The party itself where it can have such records; else the organisation or person that the
  /// subject refers to.
  private func owner(of draft: Draft) -> String {
    let type = vocabulary.types[draft.type]
    if type.canBelong(to: vocabulary.types[benefit.party].id) { return ExampleFacts.partyID }
    return type.canBelong(to: "person") ? ExampleFacts.personID : ExampleFacts.organisationID
  }

  private func write(_ draft: Draft, _ party: String, _ writer: inout JSONWriter) {
    let type = vocabulary.types[draft.type]
    writer.object { writer in
      writer.member("type", type.id)
      writer.member("party", party)
      if let id = draft.id { writer.member("id", id) }
      for field in type.fields {
        if let given = draft.fields.last(where: {
          type.fieldIndex($0.key) == type.fieldIndex(field.id)
        }) {
          write(given, of: type, &writer)
        } else if case .reference(let targets) = field.type,
          let id = defaultReference(targets, among: draft.number < 0 ? "peer\(-draft.number)" : nil)
        {
          writer.member(field.id, id)
        }
      }
    }
  }

  /// References that no column names point to the party itself, to an organisation, to a person of
  /// whom nothing is on record, or to the row's own record of that type.
  private func defaultReference(_ targets: [String], among peer: String?) -> String? {
    if targets == ["organisation"] {
      return vocabulary.types[benefit.party].id == "organisation"
        ? ExampleFacts.partyID : ExampleFacts.organisationID
    }
    if targets == ["person"] {
      return vocabulary.types[benefit.party].id == "person"
        ? ExampleFacts.partyID : ExampleFacts.personID
    }
    for target in targets {
      if let draft = records.first(where: { vocabulary.types[$0.type].id == target }) {
        return peer.map { $0 + "-" + target } ?? draft.id
      }
    }
    return nil
  }

  private func write(
    _ field: (key: String, text: String), of type: EntityType, _ writer: inout JSONWriter
  ) {
    guard let index = type.fieldIndex(field.key) else { return }
    writer.key(type.fields[index].id)
    switch (type.fields[index].type, field.text) {
    case (_, "无"), (_, "none"): writer.null()
    case (.boolean, "是"), (.boolean, "true"): writer.boolean(true)
    case (.boolean, "否"), (.boolean, "false"): writer.boolean(false)
    default: writer.string(field.text)
    }
  }

  // MARK: the others of a quota

  private var peerNumbers: Range<Int> { 1..<max(1, peers?.total ?? 1) }

  private func writePeerParty(_ number: Int, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("type", vocabulary.types[benefit.party].id)
      writer.member("id", "同\(number)")
      writer.member("region", plan.region)
    }
  }

  /// Another of the kind: the same records, scoring above the subject for the places before it and
  /// below for the rest.
  private func writePeer(_ number: Int, _ writer: inout JSONWriter) {
    guard let peers, let quota = quota else { return }
    let subjectType = vocabulary.types[benefit.subject]
    let rankField = subjectType.fields[quota.rank]
    for draft in records {
      var fields = draft.fields
      if draft.type == benefit.subject {
        let own = fields.first { subjectType.fieldIndex($0.key) == quota.rank }
        let step = Decimal128(units: number < peers.rank ? 1 : -1, scale: 2)
        let score = own.flatMap { Decimal128($0.text) }?.adding(step)
        fields.removeAll { subjectType.fieldIndex($0.key) == quota.rank }
        if let score { fields.append((rankField.id, score.description)) }
      }
      let id = "peer\(number)-\(vocabulary.types[draft.type].id)"
      write(
        Draft(type: draft.type, number: -number, id: id, fields: fields), "同\(number)", &writer)
    }
  }

  private var quota: Quota? {
    for rule in plan.stacking where rule.over.contains(benefit.id) {
      if case .quota(let quota) = rule.kind { return quota }
    }
    return nil
  }
}
