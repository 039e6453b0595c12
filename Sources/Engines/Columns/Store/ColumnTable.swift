/// The parties or records of one type, in the order of the parties they belong to.
struct ColumnTable: Sendable {
  let type: Int
  /// Ids; of a record without one its number among the party's records of the type.
  let names: Texts
  /// Where each row's name stands; `nil` where that is the row itself.
  let nameRows: Cells<Int32>?
  /// Number of the party that a row belongs to, or that it is.
  let owners: Cells<Int32>
  /// The day a record came into being; marks where nobody has told it, or there is none.
  let events: Cells<Int32>
  /// The last of these days; a mark where there is none.
  let latest: Int32
  /// By field of the type; `nil` for those that no rule reads.
  let columns: [Column?]
  /// Months of the first and last days of spells, by their numbers; marks as in their columns. Empty
  /// for types that have no spells.
  let firstMonths: Cells<Int32>
  let lastMonths: Cells<Int32>
  /// Where each party's rows begin, by its number; one more at the end.
  let offsets: Cells<Int32>

  var count: Int { owners.count }

  func rows(of party: Int) -> Range<Int> {
    Int(offsets[party])..<Int(offsets[party + 1])
  }

  func name(_ row: Int) -> String { names[nameRows.map { Int($0[row]) } ?? row] }

  /// How many bytes all of it takes, names apart.
  var bytes: Int {
    count * (8 + columns.reduce(0) { $0 + ($1?.stride ?? 0) }) + offsets.count * 4
  }
}
