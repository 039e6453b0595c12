/// What stands in a column beside values: the two lowest numbers of a lane are marks, and values are
/// kept away from them.
protocol Lane: FixedWidthInteger, SignedInteger, Sendable {
  /// The register of this width in a slot.
  static func lanes(_ slot: Int, of space: Workspace) -> [Self]
}

extension Int32: Lane {
  static func lanes(_ slot: Int, of space: Workspace) -> [Int32] { space.narrow[slot] }
}

extension Int64: Lane {
  static func lanes(_ slot: Int, of space: Workspace) -> [Int64] { space.wide[slot] }
}

extension Lane {
  /// Nobody has told, or this engine cannot say; whatever rests on it is for the explain engine.
  static var unknown: Self { .min }
  /// Known to be none.
  static var none: Self { .min + 1 }
  var isMark: Bool { self <= Self.none }
}

/// Truth in a byte, ordered so that Kleene's `and` is the smaller of two and `or` the greater.
enum Truth {
  static let no: UInt8 = 0
  static let unknown: UInt8 = 1
  static let yes: UInt8 = 2
  /// Known to be none: not true, and `not` leaves it so.
  static let none: UInt8 = 3
}

/// How wide the lanes of a column or register are.
enum Width: Hashable, Sendable {
  case truth
  /// 32 bits: dates as days since 1970-01-01, codes of texts, rows of records, small numbers.
  case narrow
  /// 64 bits: money and other numbers, scaled.
  case wide
}
