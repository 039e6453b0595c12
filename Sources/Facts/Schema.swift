import Core
import Vocabulary

/// The vocabulary arranged for reading: every lookup by name is one hash. A type is arranged when
/// the first record of it comes: most files need few.
struct Schema {
  let vocabulary: Vocabulary
  private var types: [RowSchema?]
  private var catalogues: [RowSchema?]

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    types = Array(repeating: nil, count: vocabulary.types.count)
    catalogues = Array(repeating: nil, count: vocabulary.catalogues.count)
  }

  /// The fields of the type at a position in `Vocabulary.types`.
  mutating func type(_ position: Int) -> RowSchema {
    if let known = types[position] { return known }
    let schema = RowSchema(vocabulary.types[position].fields)
    types[position] = schema
    return schema
  }

  /// The fields of the catalogue at a position in `Vocabulary.catalogues`.
  mutating func catalogue(_ position: Int) -> RowSchema {
    if let known = catalogues[position] { return known }
    let schema = RowSchema(vocabulary.catalogues[position].fields)
    catalogues[position] = schema
    return schema
  }
}

/// The fields of a type, of a catalogue's rows or of child records.
struct RowSchema {
  let fields: [Field]
  let kinds: [ValueSchema]
  /// Canonical ids and Chinese names.
  let positions: [String: Int]

  init(_ fields: [Field]) {
    self.fields = fields
    kinds = fields.map { ValueSchema($0.type) }
    var positions: [String: Int] = [:]
    for (position, field) in fields.enumerated() {
      positions[field.id] = position
      positions[field.name.zh] = position
    }
    self.positions = positions
  }
}

/// A field type, with what it names arranged for lookup.
indirect enum ValueSchema {
  case plain(FieldType)
  /// Canonical ids by id and by Chinese name.
  case enumeration([String: String], [EnumerationValue])
  case varying(by: String, [String: ValueSchema])
  case children(RowSchema)

  init(_ type: FieldType) {
    switch type {
    case .enumeration(let values):
      var ids: [String: String] = [:]
      for value in values {
        ids[value.id] = value.id
        ids[value.name.zh] = value.id
      }
      self = .enumeration(ids, values)
    case .varying(let by, let cases):
      self = .varying(by: by, cases.mapValues { ValueSchema($0) })
    case .children(let fields): self = .children(RowSchema(fields))
    default: self = .plain(type)
    }
  }
}
