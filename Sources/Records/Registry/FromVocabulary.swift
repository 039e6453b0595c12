import Core
import Vocabulary

extension Layout {
  /// The tables for a vocabulary.
  ///
  /// - Parameter vocabulary: what there can be facts about.
  /// - Throws: `RegistryProblem.nestedChildren` where child records have child records of their own.
  init(_ vocabulary: Vocabulary) throws(RegistryProblem) {
    let parties = Set(vocabulary.types.filter { $0.role == .party }.map(\.id))
    var types: [Table] = []
    for type in vocabulary.types {
      let kind: Table.Kind = type.role == .party ? .party : .record
      types.append(try Layout.table(type.id, kind, type.fields, parties, key: type.key))
    }
    var catalogues: [Table] = []
    for catalogue in vocabulary.catalogues {
      catalogues.append(try Layout.table(catalogue.id, .catalogue, catalogue.fields))
    }
    self.types = types
    self.catalogues = catalogues
  }

  private static func table(
    _ name: String, _ kind: Table.Kind, _ fields: [Field], _ parties: Set<String> = [],
    key: [Int] = []
  ) throws(RegistryProblem) -> Table {
    var columns: [Table.Column] = []
    for field in fields {
      let storage = try storage(of: field, field.type, among: fields, table: name)
      if kind == .child, !storage.children.isEmpty {
        throw .nestedChildren(field: "\(name).\(field.id)")
      }
      let lookup = kind == .party || kind == .record ? lookup(field, storage, parties) : nil
      columns.append(
        Table.Column(name: field.id, storage: storage, in: name, lookup: lookup))
    }
    return Table(name: name, kind: kind, columns: columns, key: key)
  }

  private static func lookup(
    _ field: Field, _ storage: Storage, _ parties: Set<String>
  ) -> Table.Lookup? {
    switch field.type {
    case .string where storage == .text: field.searchDepth.map { .part(depth: $0) }
    case .reference(let targets) where !parties.isDisjoint(with: targets): .reference
    default: nil
    }
  }

  private static func storage(
    of field: Field, _ type: FieldType, among fields: [Field], table: String
  ) throws(RegistryProblem) -> Storage {
    switch type {
    case .boolean: return .flag
    case .string: return field.sensitivity == .identity ? .sealed : .text
    case .enumeration, .region, .occupation, .reference: return .text
    case .date, .month: return .date
    case .number(let range, let scale, _):
      let fits = [range.lowerBound, range.upperBound].allSatisfy { $0.units(scale: scale) != nil }
      return fits ? .scaled(scale) : .decimal
    case .children(let children):
      return .children(try Layout.table("\(table).\(field.id)", .child, children))
    case .varying(let other, let cases):
      var storages: [String: Storage] = [:]
      for (name, given) in cases {
        if case .children(let children) = given.type {
          let child = try Layout.table("\(table).\(field.id).\(name)", .child, children)
          storages[name] = .children(child)
        } else {
          storages[name] = try storage(of: field, given.type, among: fields, table: table)
        }
      }
      let by = fields.firstIndex { $0.id == other } ?? 0
      return .varying(by: by, storages)
    }
  }
}
