import Core

/// What is wrong with the bands of a table, rows by their position.
enum BandDefect: Hashable {
  /// Both rows admit these cases.
  case overlap(Int, Int, Cases)
  /// One row admits all that these others do.
  case covers(Int, [Int], Cases)
  /// No row admits these cases.
  case gap(Cases)
  /// No case gets to the row: these rows ahead of it take them all.
  case masked(Int, by: [Int])
  /// The column's cell of the row admits nothing at all, or nothing that a case can have.
  case empty(Int, column: Int, isOutside: Bool)
  /// There are more defects than are told.
  case more

  /// Cases as a person reads them: the column's part and a value of it.
  struct Cases: Hashable {
    let parts: [Part]

    struct Part: Hashable {
      let column: Int
      let words: Bilingual
      let example: Bilingual
      /// Whether the part is all of the column, so that it need not be told.
      let isAll: Bool
    }
  }
}
