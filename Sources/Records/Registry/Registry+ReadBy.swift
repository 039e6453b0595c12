import Store
package import Vocabulary

extension Registry {
  /// The same registry as an earlier vocabulary speaks of it: its types, fields and their positions.
  ///
  /// Tables only ever grow, so all that vocabulary knew of is still there; numbers that have more
  /// digits by now are read with as many as they are kept with. It is for reading: nothing is brought
  /// up to date.
  ///
  /// - Parameter vocabulary: one that the registry was opened with before.
  /// - Returns: a registry over the same database.
  /// - Throws: `RegistryProblem.fieldChanged` where the tables hold something else than that vocabulary
  ///   means; `StoreError`.
  package func read(by vocabulary: Vocabulary) throws -> Registry {
    let wanted = try Layout(vocabulary)
    let present = try database.read { try presentColumns($0) }
    let fitted = wanted.fitted(to: present)
    // What the tables hold otherwise than that vocabulary means is refused, as at every opening.
    _ = try SchemaChange(to: fitted, from: present, database.dialect)
    return Registry(self, as: vocabulary, fitted)
  }
}

extension Layout {
  /// The same tables, with as many digits in each number as its column holds by now.
  ///
  /// - Parameter present: the storage of each column that is there, by table and column.
  /// - Returns: the tables.
  fileprivate func fitted(to present: [String: [String: String]]) -> Layout {
    Layout(
      types: types.map { $0.fitted(to: present) },
      catalogues: catalogues.map { $0.fitted(to: present) })
  }
}

extension Table {
  fileprivate func fitted(to present: [String: [String: String]]) -> Table {
    let columns = columns.map { column in
      Column(
        name: column.name, storage: column.storage.fitted(to: present, column.name, of: name),
        in: name, lookup: column.lookup)
    }
    return Table(name: name, kind: kind, columns: columns, key: key)
  }
}

extension Storage {
  fileprivate func fitted(
    to present: [String: [String: String]], _ column: String, of table: String
  ) -> Storage {
    switch self {
    case .scaled(let scale):
      let known = present[table]?[column].flatMap {
        Storage.scale(inSignature: Table.Lookup.split($0).storage)
      }
      return .scaled(max(scale, known ?? scale))
    case .children(let table): return .children(table.fitted(to: present))
    case .varying(let by, let cases):
      return .varying(by: by, cases.mapValues { $0.fitted(to: present, column, of: table) })
    case .flag, .text, .sealed, .decimal, .date: return self
    }
  }
}
