import FEEL

/// One step of a program: an operation on whole registers of one frame.
struct Instruction: Hashable, Sendable {
  let operation: Step
  let frame: Int
  let output: Register
}

/// What a step does; each is a loop over lanes.
enum Step: Hashable, Sendable {
  /// The rows that a frame's lanes are.
  case rows
  /// The month of a lane.
  case month
  /// The lane of the parent frame that each lane belongs to, spread.
  case spread(Register)
  case constantTruth(UInt8)
  case constantNarrow(Int32)
  case constantWide(Int64)
  /// A field of the record or party in a row; marks of rows stay marks.
  case read(type: Int, field: Int, rows: Register)
  /// The code of the id of the record or party in a row.
  case identity(type: Int, rows: Register)
  case owner(type: Int, rows: Register)
  /// The month in which a spell begins or ends, by its number.
  case spellMonth(type: Int, isLast: Bool, rows: Register)
  case event(type: Int, rows: Register)
  /// The row that a party has in the table of its type.
  case partyRow(type: Int, Register)
  /// The number of the party that a row of a party's table is; unknown where its records are not all
  /// there.
  case partyNumber(type: Int, rows: Register)
  /// Where a party is.
  case place(Register)
  case widen(Register)
  case scale(Register, by: Int64)

  case compareConstant(ComparisonOperator, Register, Int64)
  case compare(ComparisonOperator, Register, Register)
  case sameTruth(Register, Register, isEqual: Bool)
  case and(Register, Register)
  case or(Register, Register)
  case not(Register)
  /// None becomes no.
  case settled(Register)
  case select(Register, then: Register, otherwise: Register)

  case add(Register, Register)
  case subtract(Register, Register)
  case multiply(Register, Register)
  case multiplyConstant(Register, Int64)
  case divideRounding(Register, Int64)
  case floor(Register, to: Int64)
  case negate(Register)
  case least(Register, Register)
  case greatest(Register, Register)

  case year(Register)
  case monthOfYear(Register)
  case dayOfMonth(Register)
  case monthNumber(Register)
  case firstOfMonth(monthNumber: Register)
  case nextMonth(Register)
  case monthEnd(Register, notAfter: Int32)
  case addDays(Register, Int32)
  case addMonths(Register, Int32)

  /// Whether the code of a text is in a set.
  case isOneOf(Register, set: Int)
  /// Whether a code is listed in a year's edition.
  case isListed(Register, year: Register, list: Int)
  /// Codes of texts as their places in order, and back.
  case rank(Register)
  case ranked(Register)
  /// The appraisal standard of an occupation and level.
  case standard(Register, level: Register)
  /// The value of a figure on a day, by the days from which it has each.
  case stepped(Register, figure: Int)
  /// The first row of a table that hits, and whether its hit policy is kept.
  case table(Int, policy: TablePolicy)

  /// Whether a spell reaches over a day or month.
  case covers(from: Register, to: Register, at: Register)
  /// Over the lanes that belong to each lane of this frame.
  case some(Register, open: Register?)
  case every(Register, open: Register?)
  case count(Register?, records: Int, open: Register?)
  case fold(Fold, Register, member: Register?, records: Int, open: Register?)
  case coveredMonths(
    from: Register, to: Register, member: Register?, records: Int, open: Register?,
    through: Register)
  /// The row of a party and year in the table of a view; unknown where there is none.
  case ofYear(type: Int, of: Register, year: Register)
  /// Whether a party has a record that is of the year of the determination.
  case isRecorded(type: Int, of: Register)
  /// The highest value of each key, added up.
  case sumOfHighest(
    keys: Register, values: Register, member: Register?, records: Int, open: Register?)
  /// Whether there may be more records than are on record.
  case mayHaveMore(type: Int, of: Register, records: Int)
  /// Whether a party has no record of one of some values of the field its type is open by.
  case misses(type: Int, of: Register, values: UInt64)

  /// Steps are copied for every block, and so hold no lists: the rows stand in the program.
  struct TableRow: Hashable, Sendable {
    let hit: Register
    let value: Register
  }

  enum TablePolicy: Hashable, Sendable { case unique, any, first }
  enum Fold: Hashable, Sendable { case sum, least, greatest }
}

extension Step {
  /// The registers it reads.
  ///
  /// - Parameter tables: of the program.
  /// - Returns: each, as often as it is read.
  func inputs(_ tables: [[TableRow]]) -> [Register] {
    switch self {
    case .rows, .month, .constantTruth, .constantNarrow, .constantWide: []
    case .spread(let one), .widen(let one), .scale(let one, _), .not(let one), .settled(let one),
      .negate(let one), .year(let one), .monthOfYear(let one), .dayOfMonth(let one),
      .monthNumber(let one), .firstOfMonth(let one), .nextMonth(let one), .monthEnd(let one, _),
      .addDays(let one, _), .addMonths(let one, _), .isOneOf(let one, _), .rank(let one),
      .ranked(let one), .stepped(let one, _),
      .compareConstant(_, let one, _), .multiplyConstant(let one, _), .floor(let one, _),
      .divideRounding(let one, _), .place(let one), .partyRow(_, let one), .misses(_, let one, _),
      .mayHaveMore(_, let one, _), .read(_, _, let one), .spellMonth(_, _, let one),
      .owner(_, let one), .identity(_, let one), .event(_, let one),
      .partyNumber(_, let one), .isRecorded(_, let one):
      [one]
    case .compare(_, let left, let right), .sameTruth(let left, let right, _),
      .and(let left, let right), .or(let left, let right), .add(let left, let right),
      .subtract(let left, let right), .multiply(let left, let right), .least(let left, let right),
      .greatest(let left, let right), .isListed(let left, let right, _),
      .standard(let left, let right), .ofYear(_, let left, let right):
      [left, right]
    case .select(let truth, let then, let otherwise): [truth, then, otherwise]
    case .table(let table, _): tables[table].flatMap { [$0.hit, $0.value] }
    case .covers(let from, let to, let at): [from, to, at]
    case .some(let body, let open), .every(let body, let open): [body, open].compactMap { $0 }
    case .count(let member, _, let open): [member, open].compactMap { $0 }
    case .fold(_, let value, let member, _, let open):
      [value, member, open].compactMap { $0 }
    case .sumOfHighest(let keys, let values, let member, _, let open):
      [keys, values, member, open].compactMap { $0 }
    case .coveredMonths(let from, let to, let member, _, let open, let through):
      [from, to, member, open, through].compactMap { $0 }
    }
  }
}

extension Step {
  /// The frames whose ends it goes by, beside those of its registers.
  var frames: [Int] {
    switch self {
    case .count(_, let records, _), .fold(_, _, _, let records, _),
      .coveredMonths(_, _, _, let records, _, _), .sumOfHighest(_, _, _, let records, _),
      .mayHaveMore(_, _, let records):
      [records]
    default: []
    }
  }
}
