import Store

/// The indexes of a table while a change fills it: left out when it had no row before, and made in
/// one go in the end, which takes a fraction of the time.
final class TableFilling {
  private let table: Table
  private let statements: StatementMaker
  private let wasEmpty: Bool
  private var rowsAdded = 0
  private var missing: [TableIndex] = []
  private var hasBegun = false

  /// Rows from which on indexes are left out; fewer are not worth it.
  private static let leastRows = 20_000
  /// An index that holds fewer than one in so many rows is cheaper to keep in step: making it in the
  /// end reads the whole table, as for an index of all rows.
  private static let sparsity: Int64 = 16

  /// - Parameters:
  ///   - table: that is written.
  ///   - wasEmpty: whether it had no row when the change began.
  ///   - statements: of the connection that writes.
  init(_ table: Table, wasEmpty: Bool, _ statements: StatementMaker) {
    self.table = table
    self.statements = statements
    self.wasEmpty = wasEmpty
  }

  /// To be called before a row is added.
  ///
  /// - Throws: `StoreError`.
  func willAdd() throws {
    if wasEmpty, !hasBegun, rowsAdded >= TableFilling.leastRows { try begin() }
    rowsAdded += 1
  }

  private func begin() throws {
    hasBegun = true
    for index in table.indexes(statements.dialect) {
      // A registry that grew up with its vocabulary may lack one; it gets it now.
      try statements.run("DROP INDEX IF EXISTS \(name: index.name)")
      if try isSparse(index) { try make(index) } else { missing.append(index) }
    }
  }

  private func isSparse(_ index: TableIndex) throws -> Bool {
    guard let condition = index.condition else { return false }
    let held = try statements.prepare(
      "SELECT count(*) FROM \(name: table.name) WHERE \(unchecked: condition)"
    ).first([]) { $0.integer(0) }
    return (held ?? 0) * TableFilling.sparsity < Int64(rowsAdded)
  }

  /// Makes the indexes that rows are looked up by: rows that do not come by growing key of their
  /// party need them after all.
  ///
  /// - Throws: `StoreError`.
  func makeKeyIndexes() throws {
    guard !missing.isEmpty else { return }
    let keys = table.keyIndexes
    for index in keys where missing.contains(index) { try make(index) }
    missing.removeAll(where: keys.contains)
  }

  /// How many indexes are still left out.
  var missingCount: Int { missing.count }

  /// Makes the indexes that are still left out.
  ///
  /// - Parameter made: called after each.
  /// - Throws: `StoreError`.
  func finish(_ made: () -> Void) throws {
    for index in missing {
      try make(index)
      made()
    }
    missing = []
  }

  private func make(_ index: TableIndex) throws {
    try statements.run("\(unchecked: index.creation)")
  }
}
