import Core
import YAMLText

extension DeclarationReader {
  /// The kinds of value and the keys each adds to the declaration that uses it.
  private static let kinds: [String: [String]] = [
    "boolean": [], "string": ["format", "search"], "date": [], "month": [], "region": [],
    "occupation": [],
    "number": ["range", "digits", "labels"], "enumeration": ["values", "others"],
    "reference": ["to"],
    "varying": ["by", "cases"], "children": ["fields"],
  ]

  mutating func readValueTypes(into all: inout [String: ValueType]) {
    for entry in declarations("value-types") {
      let read = inside(entry.key) { reader -> ValueType? in
        if all[entry.key] != nil || Self.kinds[entry.key] != nil
          || !NameScope.isLegal(id: entry.key)
        {
          reader.refuseDuplicate(entry.key, entry.keyRange)
        }
        let optional = ["unit"] + reader.typeKeys(entry.value)
        return reader.section(entry.value, required: ["type"], optional: optional).flatMap {
          reader.valueType($0, .public)
        }
      }
      if let read { all[entry.key] = read }
    }
  }

  /// The keys that the kind named in a declaration brings with it.
  func typeKeys(_ node: YAML) -> [String] {
    node["type"]?.text.flatMap { Self.kinds[$0] } ?? []
  }

  mutating func valueType(
    _ values: [String: YAML], _ sensitivity: Field.Sensitivity
  ) -> ValueType? {
    let shared = valueTypes.keys.sorted()
    guard let kind = word(values["type"], among: Self.kinds.keys.sorted() + shared) else {
      return nil
    }
    if let named = valueTypes[kind] { return named }
    let type: FieldType? =
      switch kind {
      case "boolean": .boolean
      case "string": .string
      case "date": .date
      case "month": .month
      case "region": .region
      case "occupation": .occupation
      case "number": number(values)
      case "enumeration": .enumeration(enumeration(values["values"]))
      case "reference": reference(values["to"])
      case "varying": varying(values, sensitivity)
      default: values["fields"].map { .children(fields($0, inherited: sensitivity, reserved: [])) }
      }
    guard let type else {
      refuseMissing((Self.kinds[kind] ?? []).filter { values[$0] == nil }, values["type"]?.range)
      return nil
    }
    return ValueType(type: type, unit: bilingual(values["unit"]))
  }

  private mutating func number(_ values: [String: YAML]) -> FieldType? {
    guard let ends = values["range"], let digits = values["digits"] else { return nil }
    let bounds = (texts(ends) ?? []).compactMap { Decimal128($0.text) }
    guard bounds.count == 2, ends.items?.count == 2, bounds[0] <= bounds[1] else {
      refuseShape(ends.range, Shape.range)
      return .number(range: .zero ... .zero, scale: 0, labels: [])
    }
    guard let scale = digits.text.flatMap(Int.init), (0...18).contains(scale) else {
      refuseShape(digits.range, Shape.digits)
      return .number(range: .zero ... .zero, scale: 0, labels: [])
    }
    let range = bounds[0]...bounds[1]
    let labels = enumeration(values["labels"])
    for label in labels where Decimal128(label.id).map(range.contains) != true {
      refuseShape(values["labels"]?.range ?? digits.range, Shape.label)
    }
    return .number(range: range, scale: scale, labels: labels)
  }

  /// Values and labels: names by id, in the order written.
  private mutating func enumeration(_ node: YAML?) -> [EnumerationValue] {
    guard let node else { return [] }
    guard let entries = node.entries, !entries.isEmpty else {
      refuseShape(node.range, Shape.mapping)
      return []
    }
    var scope = NameScope()
    return entries.compactMap { entry in
      inside(entry.key) { reader in
        guard let name = reader.bilingual(entry.value) else { return nil }
        reader.enter(entry.key, name, entry.keyRange, into: &scope)
        return EnumerationValue(id: entry.key, name: name)
      }
    }
  }

  private mutating func reference(_ node: YAML?) -> FieldType? {
    guard let node else { return nil }
    let named = texts(node) ?? []
    for (name, range) in named {
      targets.append(Target(name: name, mustBeParty: false, range: range, path: path))
    }
    if node.items?.isEmpty == true { refuseShape(node.range, Shape.list) }
    return .reference(named.map(\.text))
  }

  private mutating func varying(
    _ values: [String: YAML], _ sensitivity: Field.Sensitivity
  ) -> FieldType? {
    guard let by = text(values["by"]), let node = values["cases"] else { return nil }
    guard let entries = node.entries, !entries.isEmpty else {
      refuseShape(node.range, Shape.mapping)
      return .varying(by: by, [:])
    }
    var scope = NameScope()
    var types: [String: ValueType] = [:]
    for entry in entries {
      inside(entry.key) { reader in
        let optional = reader.typeKeys(entry.value)
        let required = ["zh", "en", "type"]
        guard let values = reader.section(entry.value, required: required, optional: optional),
          let name = reader.bilingual(values), let type = reader.valueType(values, sensitivity)
        else { return }
        reader.enter(entry.key, name, entry.keyRange, into: &scope)
        types[entry.key] = type
      }
    }
    return .varying(by: by, types)
  }
}
