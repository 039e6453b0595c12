import Vocabulary

extension ColumnBuilder {
  /// Goes on from columns of a registry, without the records and attributes of some parties, which are
  /// to be told anew.
  ///
  /// - Parameters:
  ///   - base: the columns.
  ///   - others: keys of the parties that are told anew.
  package init(_ base: ColumnFacts, without others: Set<Int64>) {
    self.init(base.fields, base.vocabulary)
    texts = TextCoder(base.texts)
    areAllTold = true
    keys = Array(base.parties.keys)
    let isLeftOut = keys.map { others.contains($0) }
    types = Array(base.parties.types)
    rows = Array(base.parties.rows)
    isWhole = Array(base.parties.isWhole)
    numbers.reserveCapacity(keys.count)
    for number in keys.indices {
      let id = base.parties.ids[number]
      ids.append(id)
      numbers[id] = Int32(number)
      if isLeftOut[number] { (types[number], rows[number], isWhole[number]) = (-1, -1, 0) }
    }
    for (type, table) in base.tables.enumerated() {
      guard let table else { continue }
      for range in ColumnBuilder.kept(table, isLeftOut) { add(table, range, type, base) }
      for party in keys.indices where base.openness[type]?.isComplete[party] == 1 {
        if !isLeftOut[party] { complete[type, default: []].insert(party) }
      }
    }
  }

  /// Ranges of rows whose parties are not left out.
  private static func kept(_ table: ColumnTable, _ isLeftOut: [Bool]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var first = 0
    for party in isLeftOut.indices where isLeftOut[party] {
      let rows = table.rows(of: party)
      if rows.isEmpty { continue }
      if first < rows.lowerBound { ranges.append(first..<rows.lowerBound) }
      first = rows.upperBound
    }
    if first < table.count { ranges.append(first..<table.count) }
    return ranges
  }

  private mutating func add(
    _ table: ColumnTable, _ range: Range<Int>, _ type: Int, _ base: ColumnFacts
  ) {
    if type < vocabulary.types.count, vocabulary.types[type].role == .party {
      for (place, row) in range.enumerated() {
        rows[Int(table.owners[row])] = Int32((tables[type]?.count ?? 0) + place)
      }
    }
    for row in range { tables[type]?.names.append(table.names.utf8(row)) }
    tables[type]?.owners.append(contentsOf: table.owners[range])
    tables[type]?.events.append(contentsOf: table.events[range])
    for (field, column) in table.columns.enumerated() {
      guard let column else { continue }
      var owners = Cells<Int32>()
      if case .party(let name) = column.form, let target = vocabulary.typeIndex(name) {
        // References name parties by number until all are there.
        owners = base.tables[target]?.owners ?? owners
      }
      tables[type]?.columns[field]?.append(column, range, owners)
    }
  }
}

extension ColumnFacts {
  /// The fields that have columns.
  package var fields: ColumnFields {
    var fields = ColumnFields()
    for (type, table) in tables.enumerated() {
      guard let table else { continue }
      fields.add(type, table.columns.indices.filter { table.columns[$0] != nil })
    }
    return fields
  }

  /// The number of a party of a registry.
  ///
  /// - Parameter key: of the party.
  /// - Returns: `nil` where it is not in the columns.
  package func number(ofKey key: Int64) -> Int32? {
    let guess = Int(clamping: key) - 1
    if guess >= 0, guess < parties.keys.count, parties.keys[guess] == key { return Int32(guess) }
    var (low, high) = (0, parties.keys.count)
    while low < high {
      let middle = (low + high) / 2
      if parties.keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < parties.keys.count && parties.keys[low] == key ? Int32(low) : nil
  }

  /// The key by which the registry knows a party.
  package func key(of party: Int32) -> Int64 { parties.keys[Int(party)] }

  /// The greatest key of a party; 0 where there is none.
  package var lastKey: Int64 { parties.keys.last ?? 0 }
}
