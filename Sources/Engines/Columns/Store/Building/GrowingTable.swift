import Vocabulary

/// The parties or records of one type while they come in, in any order.
struct GrowingTable: Sendable {
  let type: Int
  var names = GrowingTexts()
  var owners: [Int32] = []
  var events: [Int32] = []
  var columns: [GrowingColumn?]

  /// A type by its position in the vocabulary, and the positions of the fields that are wanted.
  init(_ type: Int, _ fields: Set<Int>, _ vocabulary: Vocabulary) {
    self.type = type
    columns = vocabulary.columnTypes[type].fields.indices.map { field in
      fields.contains(field)
        ? vocabulary.columnForm(field, ofType: type).map(GrowingColumn.init) : nil
    }
  }

  var count: Int { owners.count }

  /// The table, its rows in the order of so many parties.
  consuming func table(parties: Int, _ declared: EntityType) -> ColumnTable {
    let offsets = ColumnTable.offsets(owners, parties: parties)
    let order = order(offsets)
    func ordered(_ values: [Int32]) -> Cells<Int32> {
      order.map { order in Cells(order.lazy.map { values[Int($0)] }) } ?? Cells(values)
    }
    let columns = columns.map { $0?.column(order) }
    /// The months in which spells begin or end.
    func months(_ name: String?) -> Cells<Int32> {
      guard let field = name.flatMap({ declared.fieldIndex($0) }), let column = columns[field]
      else { return Cells() }
      return Cells(
        column.narrow.lazy.map { $0.isMark ? $0 : Kernels.monthNumber(of: $0) })
    }
    return ColumnTable(
      type: type, names: names.texts(order), nameRows: nil, owners: ordered(owners),
      events: ordered(events), latest: events.max() ?? .none, columns: columns,
      firstMonths: months(declared.spell?.from), lastMonths: months(declared.spell?.to),
      offsets: offsets)
  }

  /// The order of the parties; `nil` where the rows have it already.
  private func order(_ offsets: Cells<Int32>) -> [Int32]? {
    var next = Array(offsets)
    var order = [Int32](repeating: 0, count: count)
    var isSorted = true
    for (row, owner) in owners.enumerated() {
      let place = Int(next[Int(owner)])
      if place != row { isSorted = false }
      order[place] = Int32(row)
      next[Int(owner)] += 1
    }
    return isSorted ? nil : order
  }
}
