import Office
import Store

/// How a page of a list is found among a million cases. The database knows no numbers: left to itself
/// it may sort all cases of a region for the first 25 of them.
enum QueueWay {
  /// In the order of the list until the page is full: where many cases match.
  case inOrder
  /// All cases that match, by their region, then sorted: where few do.
  case byRegion

  // An expression has no index, whatever its column has.
  var turn: SQL { self == .byRegion ? "(\"turn\" || '')" : "\"turn\"" }
  var state: SQL { self == .byRegion ? "(\"state\" || '')" : "\"state\"" }
  var urgency: SQL { self == .byRegion ? "(\"urgency\" + 0)" : "\"urgency\"" }
  var region: SQL { self == .inOrder ? "(\"region\" || '')" : "\"region\"" }

  /// - Parameters:
  ///   - filter: which cases.
  ///   - limit: how many a page has.
  ///   - signer: who looks.
  ///   - connection: reads the counts that every act keeps right.
  /// - Returns: the way that reads less.
  /// - Throws: `StoreError`.
  static func of(
    _ filter: QueueFilter, limit: Int, for signer: Signer, _ connection: borrowing Connection
  ) throws -> QueueWay {
    // These have indices of their own, in the order of the list or with a handful of cases.
    if filter.party != nil || filter.number != nil { return .inOrder }
    if case .user? = filter.assigned { return .inOrder }
    var led = QueueFilter()
    led.turn = filter.turn
    led.state = filter.state
    let both = try connection.first(
      """
      SELECT \(count(filter.countConditions(for: signer, withTurn: true))),
        \(count(led.countConditions(for: .system, withTurn: true)))
      """
    ) { (Int($0.integerIfAny(0) ?? 0), Int($0.integerIfAny(1) ?? 0)) }
    let (matching, listed) = both ?? (0, 0)
    // In order, a page is full after about `limit * listed / matching` cases; by region, `matching`
    // are read.
    return matching * matching < limit * listed ? .byRegion : .inOrder
  }

  private static func count(_ conditions: [SQL]) -> SQL {
    "(SELECT SUM(\"count\") FROM \"case_count\" WHERE \(SQL.joined(conditions, by: " AND ")))"
  }
}
