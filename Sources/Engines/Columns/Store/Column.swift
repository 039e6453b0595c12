/// The values of one field, row by row.
struct Column: Sendable {
  let form: ColumnForm
  /// Whichever the form asks for holds the values; the others are empty.
  var truth: [UInt8] = []
  var narrow: [Int32] = []
  var wide: [Int64] = []
  /// Whether any row is known to be none.
  private(set) var hasNone = false

  init(_ form: ColumnForm) { self.form = form }

  mutating func append(_ value: Int64) {
    if value == Int64.none { hasNone = true }
    switch form.width {
    case .truth:
      truth.append(
        value == Int64.unknown ? Truth.unknown : value == Int64.none ? Truth.none : UInt8(value))
    case .narrow:
      narrow.append(
        value == Int64.unknown ? .unknown : value == Int64.none ? .none : Int32(value))
    case .wide: wide.append(value)
    }
  }

  mutating func changeNarrow(_ change: (Int32) -> Int32) {
    for row in narrow.indices { narrow[row] = change(narrow[row]) }
  }

  /// The rows in another order.
  mutating func reorder(_ order: [Int32]) {
    switch form.width {
    case .truth: truth = order.map { truth[Int($0)] }
    case .narrow: narrow = order.map { narrow[Int($0)] }
    case .wide: wide = order.map { wide[Int($0)] }
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
