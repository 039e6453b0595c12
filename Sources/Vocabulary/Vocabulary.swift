package import Core

/// Every party, record and catalogue that rules and facts may speak of. Read from YAML by
/// `Vocabulary.read`; adding a type there touches no Swift code.
package struct Vocabulary: Sendable {
  /// Parties first, then records, in the order of the files.
  package let types: [EntityType]
  package let catalogues: [CatalogueType]
  /// The files it was read from, in their order; empty when it was not read.
  package let sources: [SourceText]
  private let typeIndexes: [String: Int]
  /// What rules see of some of the types, by id: see `Vocabulary+Views.swift`.
  let views: [String: EntityType]

  package init(
    types: [EntityType], catalogues: [CatalogueType], sources: [SourceText] = []
  ) {
    self.types = types
    self.catalogues = catalogues
    self.sources = sources
    var indexes: [String: Int] = [:]
    for (index, type) in types.enumerated() {
      indexes[type.id] = index
      indexes[type.name.zh] = index
    }
    typeIndexes = indexes
    views = Vocabulary.views(of: types)
  }

  /// Position in `types` of the type with this canonical id or Chinese name.
  package func typeIndex(_ name: String) -> Int? { typeIndexes[name] }

  /// The type with this canonical id or Chinese name, or the view with this id.
  package func type(_ name: String) -> EntityType? {
    typeIndexes[name].map { types[$0] } ?? views[name]
  }

  package func catalogue(_ name: String) -> CatalogueType? {
    catalogues.first { $0.id == name || $0.name.zh == name }
  }
}

/// A dated list that rules look things up in.
package struct CatalogueType: Sendable {
  /// Canonical id, `shortage-occupations`.
  package let id: String
  package let name: Bilingual
  package let fields: [Field]
  /// The fields that say which edition a row belongs to (region, year): an edition without any
  /// row was not published, and what it says is unknown.
  package let edition: [String]

  package init(id: String, name: Bilingual, fields: [Field], edition: [String]) {
    self.id = id
    self.name = name
    self.fields = fields
    self.edition = edition
  }

  package func fieldIndex(_ name: String) -> Int? {
    fields.firstIndex { $0.id == name || $0.name.zh == name }
  }
}
