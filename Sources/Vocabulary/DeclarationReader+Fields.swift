import Core
import YAMLText

extension DeclarationReader {
  /// The fields of a type, of a catalogue or of child records.
  mutating func fields(
    _ node: YAML, inherited: Field.Sensitivity, reserved: [String]
  ) -> [Field] {
    guard let entries = node.entries, !entries.isEmpty else {
      refuseShape(node.range, Shape.mapping)
      return []
    }
    var scope = NameScope(reserved: reserved)
    var fields: [Field] = []
    for entry in entries {
      let field = inside(entry.key) { reader -> Field? in
        let field = reader.field(entry, inherited)
        if let field { reader.enter(field.id, field.name, entry.keyRange, into: &scope) }
        return field
      }
      if let field { fields.append(field) }
    }
    return resolved(fields, entries)
  }

  private static let fieldKeys = ["unit", "absent", "sensitivity", "ask"]

  private mutating func field(_ entry: YAML.Entry, _ inherited: Field.Sensitivity) -> Field? {
    let optional = Self.fieldKeys + typeKeys(entry.value)
    guard let values = section(entry.value, required: ["zh", "en", "type"], optional: optional),
      let name = bilingual(values), let type = valueType(values, inherited)
    else { return nil }
    return Field(
      id: entry.key, name: name, type: type.type, format: format(values["format"]),
      unit: bilingual(values["unit"]) ?? type.unit,
      absence: absence(values["absent"]),
      sensitivity: sensitivity(values["sensitivity"]) ?? inherited,
      question: bilingual(values["ask"]),
      acceptsOthers: word(values["others"], among: ["accepted"]) != nil,
      searchDepth: searchDepth(values["search"]))
  }

  private mutating func absence(_ node: YAML?) -> Field.Absence {
    switch word(node, among: ["unknown", "open-ended", "none"]) {
    case "open-ended": .openEnded
    case "none": .none
    default: .unknown
    }
  }

  private mutating func format(_ node: YAML?) -> Field.Format? {
    word(node, among: Field.Format.allCases.map(\.rawValue)).flatMap(Field.Format.init(rawValue:))
  }

  private mutating func searchDepth(_ node: YAML?) -> Int? {
    guard let node else { return nil }
    guard let depth = node.text.flatMap(Int.init), (1...32).contains(depth) else {
      refuseShape(node.range, Shape.searchDepth)
      return nil
    }
    return depth
  }

  mutating func sensitivity(_ node: YAML?) -> Field.Sensitivity? {
    word(node, among: Field.Sensitivity.allCases.map(\.rawValue))
      .flatMap(Field.Sensitivity.init(rawValue:))
  }

  /// Gives an enumeration written without values those of the field that varies by it, and
  /// complains where a field varies by what is no enumeration, or an enumeration stays empty.
  private mutating func resolved(_ fields: [Field], _ entries: [YAML.Entry]) -> [Field] {
    var caseNames: [String: [EnumerationValue]] = [:]
    for (field, entry) in pairs(fields, entries) {
      guard case .varying(let other, _) = field.type, let by = entry.value["by"] else { continue }
      let enumerations = fields.filter { $0.type.isEmptyEnumeration }.map(\.id)
      inside(field.id) { reader in
        if !enumerations.contains(other) { reader.refuseWord(other, by.range, enumerations) }
        caseNames[other] = reader.caseNames(entry.value)
      }
    }
    for (field, entry) in pairs(fields, entries)
    where field.type.isEmptyEnumeration && caseNames[field.id] == nil {
      inside(field.id) { $0.refuseMissing(["values"], entry.value.range) }
    }
    return fields.map { field in
      caseNames[field.id].map { field.with(type: .enumeration($0)) } ?? field
    }
  }

  private func pairs(_ fields: [Field], _ entries: [YAML.Entry]) -> [(Field, YAML.Entry)] {
    fields.compactMap { field in
      entries.first { $0.key == field.id }.map { (field, $0) }
    }
  }

  private mutating func caseNames(_ node: YAML) -> [EnumerationValue] {
    (node["cases"]?.entries ?? []).compactMap { entry in
      guard let zh = entry.value["zh"]?.text, let en = entry.value["en"]?.text else { return nil }
      return EnumerationValue(id: entry.key, name: Bilingual(zh: zh, en: en))
    }
  }
}

extension FieldType {
  fileprivate var isEmptyEnumeration: Bool {
    if case .enumeration(let values) = self { values.isEmpty } else { false }
  }
}

extension Field {
  fileprivate func with(type: FieldType) -> Field {
    Field(
      id: id, name: name, type: type, format: format, unit: unit, absence: absence,
      sensitivity: sensitivity, question: question, acceptsOthers: acceptsOthers,
      searchDepth: searchDepth)
  }
}
