/// The values of one field while rows come in.
struct GrowingColumn: Sendable {
  let form: ColumnForm
  /// Whichever the form asks for holds the values; the others are empty.
  private var truth: [UInt8] = []
  private var narrow: [Int32] = []
  private var wide: [Int64] = []
  private var hasNone = false

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

  /// Rows of another column of the same form; where it refers to parties by their rows, `owners` has
  /// the numbers of these.
  mutating func append(_ other: Column, _ rows: Range<Int>, _ owners: Cells<Int32>) {
    if other.hasNone { hasNone = true }
    switch form.width {
    case .truth: truth.append(contentsOf: other.truth[rows])
    case .narrow where owners.isEmpty: narrow.append(contentsOf: other.narrow[rows])
    case .narrow:
      narrow.append(
        contentsOf: other.narrow[rows].lazy.map { $0.isMark ? $0 : owners[Int($0)] })
    case .wide: wide.append(contentsOf: other.wide[rows])
    }
  }

  mutating func changeNarrow(_ change: (Int32) -> Int32) {
    for row in narrow.indices { narrow[row] = change(narrow[row]) }
  }

  /// The column, its rows in another order where one is given.
  func column(_ order: [Int32]?) -> Column {
    func cells<L>(_ values: [L]) -> Cells<L> {
      order.map { order in Cells(order.lazy.map { values[Int($0)] }) } ?? Cells(values)
    }
    return switch form.width {
    case .truth: Column(form, truth: cells(truth), hasNone: hasNone)
    case .narrow: Column(form, narrow: cells(narrow), hasNone: hasNone)
    case .wide: Column(form, wide: cells(wide), hasNone: hasNone)
    }
  }
}
