import Store
import Vocabulary

/// A table of the registry: a type of party or record, a catalogue, or child records of a field.
///
/// Ids of the vocabulary hold no underscore and no dot, so the registry's own columns begin with an
/// underscore and tables of child records have a dotted name.
struct Table: Sendable, Equatable {
  enum Kind: Sendable { case party, record, catalogue, child }

  struct Column: Sendable, Equatable {
    /// The canonical id of the field.
    let name: String
    let storage: Storage
    /// What rows are found by in this column, beside their party.
    let lookup: Lookup?
    /// The name behind that of its table: what sealed values are bound to, and messages say.
    let place: String

    init(name: String, storage: Storage, in table: String, lookup: Lookup? = nil) {
      self.name = name
      self.storage = storage
      self.lookup = lookup
      place = "\(table).\(name)"
    }
  }

  /// How people come from a text to the rows that hold it.
  enum Lookup: Sendable, Equatable {
    /// Any part of the text that begins in so many of its first characters.
    case part(depth: Int)
    /// The id of a party.
    case reference
  }

  let name: String
  let kind: Kind
  /// In the order of the fields.
  let columns: [Column]
  /// The columns a row is read with, as SQL: the fields known to be none, then the fields.
  let readColumns: String
  /// Positions of the columns in the order of their names, which no edit of a file changes.
  let sortedColumns: [Int]
  /// Positions of the columns that name parties.
  let references: [Int]
  /// How many cells the fields have.
  let cellCount: Int
  /// Positions of the columns that tell records without an id apart.
  let key: [Int]
  /// Positions of their cells among those of the fields.
  let keyCells: [Int]

  init(name: String, kind: Kind, columns: [Column], key: [Int] = []) {
    self.name = name
    self.kind = kind
    self.columns = columns
    self.key = key
    keyCells = key.map { position in columns[..<position].reduce(0) { $0 + $1.names.count } }
    readColumns = (["_none"] + columns.map(\.name)).map(SQL.quoted).joined(separator: ", ")
    references = columns.indices.filter { columns[$0].lookup == .reference }
    cellCount = columns.reduce(0) { $0 + $1.names.count }
    sortedColumns = columns.indices.sorted { columns[$0].name < columns[$1].name }
  }

  static let fingerprintSuffix = "_fingerprint"

  /// The registry's own columns, in the order in which rows are read and written.
  var ownColumns: [String] {
    switch kind {
    case .party: ["_party", "_digest", "_from", "_to", "_none"]
    case .record: ["_party", "_id", "_digest", "_from", "_to", "_none"]
    case .catalogue: ["_digest", "_from", "_to", "_none"]
    case .child: ["_parent", "_position", "_none"]
    }
  }

  /// Every column that a row is written with; `_row` numbers itself.
  var writtenColumns: [String] { ownColumns + columns.flatMap(\.names) }

  /// Tables of child records below this one.
  var children: [Table] { columns.flatMap { $0.storage.children } }
}

extension Table.Column {
  /// A sealed field has two columns.
  var names: [String] {
    storage == .sealed ? [name, name + Table.fingerprintSuffix] : [name]
  }
}

extension Storage {
  var children: [Table] {
    switch self {
    case .children(let table): [table]
    case .varying(_, let cases): cases.sorted { $0.key < $1.key }.flatMap { $0.value.children }
    default: []
    }
  }
}
