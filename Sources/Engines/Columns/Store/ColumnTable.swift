/// The parties or records of one type, in the order of the parties they belong to.
struct ColumnTable: Sendable {
  let type: Int
  /// Ids; of a record without one its number among the party's records of the type.
  var names: [String] = []
  /// Number of the party that a row belongs to, or that it is.
  var owners: [Int32] = []
  /// The day a record came into being; marks where nobody has told it, or there is none.
  var events: [Int32] = []
  /// By field of the type; `nil` for those that no rule reads.
  var columns: [Column?]
  /// Months of the first and last days of spells, by their numbers; marks as in their columns. Empty
  /// for types that have no spells.
  var firstMonths: [Int32] = []
  var lastMonths: [Int32] = []
  /// Where each party's rows begin, by its number; one more at the end.
  var offsets: [Int32] = []

  init(type: Int, fields: Int) {
    self.type = type
    columns = Array(repeating: nil, count: fields)
  }

  var count: Int { owners.count }

  func rows(of party: Int) -> Range<Int> {
    Int(offsets[party])..<Int(offsets[party + 1])
  }
}
