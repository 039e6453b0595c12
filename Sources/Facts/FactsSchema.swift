import Core
package import Vocabulary

/// The vocabulary arranged for reading facts: every lookup by name is one hash. Arranging it takes
/// longer than reading a person's file, so who reads many keeps one.
package struct FactsSchema: Sendable {
  package let vocabulary: Vocabulary
  /// By position in `Vocabulary.types`.
  let types: [RowSchema]
  /// By position in `Vocabulary.catalogues`.
  let catalogues: [RowSchema]

  package init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    types = vocabulary.types.map { RowSchema($0.fields) }
    catalogues = vocabulary.catalogues.map { RowSchema($0.fields) }
  }
}

/// The fields of a type, of a catalogue's rows or of child records.
struct RowSchema: Sendable {
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
indirect enum ValueSchema: Sendable {
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
      self = .varying(by: by, cases.mapValues { ValueSchema($0.type) })
    case .children(let fields): self = .children(RowSchema(fields))
    default: self = .plain(type)
    }
  }
}
