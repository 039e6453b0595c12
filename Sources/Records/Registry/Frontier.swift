import Store

/// What of a table need not be asked of the database.
///
/// Rows mostly come by growing key of their party, above all when much is put in at once. Of a party
/// behind the last one that has a row nothing is known yet; of the last one all is known that was
/// put here.
struct Frontier {
  /// The largest key of a party with a row in the table.
  private var last: Int64
  /// Whether all rows of that party were put since the frontier was drawn.
  private var isOwn = false
  private var ids: Set<String> = []
  private var digests: Set<[UInt8]> = []
  private var keys: Set<[SQLValue]> = []

  /// - Parameter last: the largest key of a party that has a row in the table; 0 without rows.
  init(last: Int64) { self.last = last }

  /// Whether the table had no row when the frontier was drawn, and has none still.
  var isEmpty: Bool { last == 0 }

  /// Whether the table may hold a row of the party.
  func mayKnow(_ party: Int64) -> Bool { party <= last }

  /// Whether the table may hold a row of the party under this id.
  func mayKnow(_ party: Int64, id: String) -> Bool {
    party < last || (party == last && (!isOwn || ids.contains(id)))
  }

  /// Whether the table may hold a row without an id of the party that says this.
  func mayKnow(_ party: Int64, digest: [UInt8]) -> Bool {
    party < last || (party == last && (!isOwn || digests.contains(digest)))
  }

  /// Whether the table may hold a row without an id of the party that its key makes the same.
  func mayKnow(_ party: Int64, key: [SQLValue]) -> Bool {
    party < last || (party == last && (!isOwn || keys.contains(key)))
  }

  /// Takes note of a new row.
  ///
  /// - Parameters:
  ///   - party: whose it is.
  ///   - id: where it has one.
  ///   - key: where that is what it is known by.
  ///   - digest: of what it says.
  mutating func add(_ party: Int64, id: String?, key: [SQLValue]?, digest: [UInt8]) {
    if party > last {
      last = party
      isOwn = true
      ids.removeAll(keepingCapacity: true)
      digests.removeAll(keepingCapacity: true)
      keys.removeAll(keepingCapacity: true)
    }
    guard party == last, isOwn else { return }
    if let id {
      ids.insert(id)
    } else if let key {
      keys.insert(key)
    } else {
      digests.insert(digest)
    }
  }
}
