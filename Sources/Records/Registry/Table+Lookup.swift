import Store

/// The indexes by which people find rows. The database keeps them in step with every change, in the
/// same transaction.
extension Table.Column {
  /// The indexes of this column.
  ///
  /// - Parameters:
  ///   - table: that has the column.
  ///   - present: what the registry remembers to have made already, as `lookupSignature` says it.
  ///   - dialect: the SQL of the database.
  /// - Returns: none where the column is not looked up, or all is there.
  func lookupIndexes(
    _ table: String, besides present: String?, _ dialect: Dialect
  ) -> [TableIndex] {
    switch lookup {
    case nil: return []
    case .reference:
      if present == lookupSignature { return [] }
      let columns = "\(SQL.quoted(name)), \"_party\""
      return [TableIndex(name: indexName(table, "reference"), table: table, on: columns)]
    case .part(let depth):
      let made = Table.Lookup.depth(inSignature: present)
      return depth > made ? (made + 1...depth).map { partIndex(table, $0, dialect) } : []
    }
  }

  /// An index over the text from a character on: texts that hold a part lie side by side in the
  /// index of the character at which the part begins. Few texts are long, so that the indexes of
  /// later characters are small.
  private func partIndex(_ table: String, _ start: Int, _ dialect: Dialect) -> TableIndex {
    TableIndex(
      name: indexName(table, "part_\(start)"), table: table,
      on: "(\(text(from: start)))\(dialect.byteOrder), \"_party\"", where: isKnown(from: start))
  }

  /// The text from a character on, in small Latin letters, as the index holds it.
  func text(from start: Int) -> String {
    let column = SQL.quoted(name)
    return start == 1 ? "lower(\(column))" : "lower(substr(\(column), \(start)))"
  }

  /// Which rows the index of a character holds.
  func isKnown(from start: Int) -> String {
    let known = "\"_to\" IS NULL"
    return start == 1 ? known : "\(known) AND length(\(SQL.quoted(name))) >= \(start)"
  }

  private func indexName(_ table: String, _ suffix: String) -> String {
    "\(table)_\(name)_\(suffix)"
  }

  /// What the registry remembers of the column: how it is kept, and how it is looked up.
  var signature: String {
    lookupSignature.map { "\(storage.signature), \($0)" } ?? storage.signature
  }

  var lookupSignature: String? {
    switch lookup {
    case nil: nil
    case .reference: "reference"
    case .part(let depth): "part \(depth)"
    }
  }
}

extension Table.Lookup {
  /// Takes apart what `Column.signature` puts together.
  static func split(_ signature: String) -> (storage: String, lookup: String?) {
    let parts = signature.split(separator: ", ", maxSplits: 1).map(String.init)
    return (parts.first ?? signature, parts.count > 1 ? parts[1] : nil)
  }

  /// The number of characters in a signature of `part`; 0 where there is none.
  static func depth(inSignature text: String?) -> Int {
    guard let text, text.hasPrefix("part ") else { return 0 }
    return Int(text.dropFirst("part ".count)) ?? 0
  }
}
