import Core
import YAMLText

extension DeclarationReader {
  mutating func readTypes(_ valueTypes: [String: ValueType]) {
    self.valueTypes = valueTypes
    for entry in declarations("parties") {
      let type = inside(entry.key) { $0.party(entry) }
      if let type { types.append(Declared(type: type, range: entry.keyRange)) }
    }
    for entry in declarations("records") {
      let type = inside(entry.key) { $0.record(entry) }
      if let type { types.append(Declared(type: type, range: entry.keyRange)) }
    }
    for entry in declarations("catalogues") {
      let type = inside(entry.key) { $0.catalogue(entry) }
      if let type { catalogues.append(Declared(type: type, range: entry.keyRange)) }
    }
  }

  private mutating func party(_ entry: YAML.Entry) -> EntityType? {
    let keys = ["zh", "en", "sensitivity", "fields"]
    guard let values = section(entry.value, required: keys, optional: []),
      let name = bilingual(values), let fields = entityFields(values)
    else { return nil }
    return EntityType(
      id: entry.key, name: name, role: .party, source: .complete, fields: fields, event: nil,
      spell: nil)
  }

  private mutating func record(_ entry: YAML.Entry) -> EntityType? {
    let keys = ["zh", "en", "of", "source", "sensitivity", "fields"]
    let values = section(
      entry.value, required: keys, optional: ["open-per", "event", "spell", "key"])
    guard let values, let name = bilingual(values), let owners = owners(values["of"]),
      let first = owners.first, let fields = entityFields(values),
      let source = word(values["source"], among: ["complete", "open"])
    else { return nil }
    return EntityType(
      id: entry.key, name: name, role: .record(of: first), alsoOf: Array(owners.dropFirst()),
      source: openness(source, per: values["open-per"], fields), fields: fields,
      event: event(values["event"], fields), spell: spell(values["spell"], fields),
      key: key(values["key"], fields))
  }

  private mutating func catalogue(_ entry: YAML.Entry) -> CatalogueType? {
    let keys = ["zh", "en", "edition", "fields"]
    guard let values = section(entry.value, required: keys, optional: []),
      let name = bilingual(values), let edition = texts(values["edition"]),
      let node = values["fields"]
    else { return nil }
    let fields = fields(node, inherited: .public, reserved: [])
    for (field, range) in edition where !fields.contains(where: { $0.id == field }) {
      refuseWord(field, range, fields.map(\.id))
    }
    return CatalogueType(id: entry.key, name: name, fields: fields, edition: edition.map(\.text))
  }

  private mutating func entityFields(_ values: [String: YAML]) -> [Field]? {
    guard let sensitivity = sensitivity(values["sensitivity"]), let node = values["fields"] else {
      return nil
    }
    return fields(node, inherited: sensitivity, reserved: NameScope.structural)
  }

  /// `of: person`, or a list where several types of party can have the record.
  private mutating func owners(_ node: YAML?) -> [String]? {
    guard let node else { return nil }
    let named =
      node.items == nil ? text(node).map { [($0, node.range)] } : texts(node)
    for (name, range) in named ?? [] {
      targets.append(Target(name: name, mustBeParty: true, range: range, path: path))
    }
    if named?.isEmpty == true { refuseShape(node.range, Shape.text) }
    return named?.map(\.0)
  }

  private mutating func openness(
    _ source: String, per node: YAML?, _ fields: [Field]
  ) -> EntityType.Source {
    guard source == "open" else {
      if let node { refuseKey("open-per", node.range, []) }
      return .complete
    }
    let enumerations = fields.filter {
      if case .enumeration = $0.type { true } else { false }
    }
    return .open(per: word(node, among: enumerations.map(\.id)))
  }

  private mutating func event(_ node: YAML?, _ fields: [Field]) -> String? {
    word(node, among: fields.filter { $0.type.isDated || $0.type.isWhole }.map(\.id))
  }

  /// What tells records apart can be written in one cell, and is not secret.
  private mutating func key(_ node: YAML?, _ fields: [Field]) -> [String] {
    guard let node, let named = texts(node) else { return [] }
    if named.isEmpty { refuseShape(node.range, Shape.list) }
    let legal = fields.filter { $0.type.isPlain && $0.sensitivity != .identity }.map(\.id)
    for (name, range) in named where !legal.contains(name) { refuseWord(name, range, legal) }
    return named.map(\.text)
  }

  private mutating func spell(_ node: YAML?, _ fields: [Field]) -> EntityType.Spell? {
    guard let node, let ends = texts(node) else { return nil }
    guard ends.count == 2 else {
      refuseShape(node.range, Shape.spell)
      return nil
    }
    let dated = fields.filter(\.type.isDated).map(\.id)
    for end in ends where !dated.contains(end.text) { refuseWord(end.text, end.range, dated) }
    return EntityType.Spell(from: ends[0].text, to: ends[1].text)
  }
}

extension FieldType {
  /// A date or a month.
  package var isDated: Bool {
    switch self {
    case .date, .month: true
    default: false
    }
  }

  /// Neither child records nor what another field decides.
  var isPlain: Bool {
    switch self {
    case .children, .varying: false
    default: true
    }
  }

  /// A number without digits after the point, as a year is.
  var isWhole: Bool {
    if case .number(_, scale: 0, _) = self { true } else { false }
  }
}
