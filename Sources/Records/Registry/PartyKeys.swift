import Store

/// Keys of the parties that a statement is about.
enum PartyKeys {
  /// All parties that became known one after the other.
  case range(ClosedRange<Int64>)
  /// At most `most` of them, wherever they stand.
  case list([Int64])

  /// More values than this are not put into one statement.
  static let most = 256

  /// Whether a column holds one of the keys.
  func hold(_ column: String) -> SQL {
    switch self {
    case .range(let keys):
      "\(name: column) BETWEEN \(keys.lowerBound) AND \(keys.upperBound)"
    case .list(let keys):
      "\(name: column) IN (\(SQL.list(keys.map { "\($0)" as SQL })))"
    }
  }
}

extension SQL {
  /// Values with commas between. The last one is repeated up to a power of two, so that lists of any
  /// length make few different statements, each of which is compiled once.
  static func list(_ values: [SQL]) -> SQL {
    guard let last = values.last else { return "NULL" }
    var count = 1
    while count < values.count { count *= 2 }
    return joined(values + [SQL](repeating: last, count: count - values.count))
  }
}
