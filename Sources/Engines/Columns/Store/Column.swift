/// The values of one field, row by row.
struct Column: Sendable {
  let form: ColumnForm
  /// Whichever the form asks for holds the values; the others are empty.
  let truth: Cells<UInt8>
  let narrow: Cells<Int32>
  let wide: Cells<Int64>
  /// Whether any row is known to be none.
  let hasNone: Bool

  init(
    _ form: ColumnForm, truth: Cells<UInt8> = Cells(), narrow: Cells<Int32> = Cells(),
    wide: Cells<Int64> = Cells(), hasNone: Bool
  ) {
    self.form = form
    self.truth = truth
    self.narrow = narrow
    self.wide = wide
    self.hasNone = hasNone
  }

  /// Some of the rows, in their order.
  func only(_ rows: [Int32]) -> Column {
    switch form.width {
    case .truth:
      let cells = truth.only(rows)
      return Column(form, truth: cells, hasNone: hasNone && cells.contains(Truth.none))
    case .narrow:
      let cells = narrow.only(rows)
      return Column(form, narrow: cells, hasNone: hasNone && cells.contains(.none))
    case .wide:
      let cells = wide.only(rows)
      return Column(form, wide: cells, hasNone: hasNone && cells.contains(Int64.none))
    }
  }

  /// A row's value, marks included.
  subscript(row: Int) -> Int64 {
    switch form.width {
    case .truth:
      switch truth[row] {
      case Truth.unknown: .unknown
      case Truth.none: .none
      default: Int64(truth[row])
      }
    case .narrow:
      narrow[row] == .unknown ? .unknown : narrow[row] == .none ? .none : Int64(narrow[row])
    case .wide: wide[row]
    }
  }

  /// Bytes that a row takes.
  var stride: Int {
    switch form.width {
    case .truth: 1
    case .narrow: 4
    case .wide: 8
    }
  }
}

extension Cells {
  /// The cells in some places, in their order.
  func only(_ places: [Int32]) -> Cells {
    Cells(count: places.count, blocksOf: 1 << 16) { range in
      range.map { self[Int(places[$0])] }
    }
  }
}
