/// A compiled statement that is run many times.
package struct Statement: ~Copyable {
  private let statement: any DriverStatement

  init(_ statement: any DriverStatement) { self.statement = statement }

  deinit { statement.reset() }

  /// Runs the statement with these values.
  ///
  /// - Parameter values: one for each place holder.
  /// - Throws: `StoreError`.
  package func run(_ values: [SQLValue]) throws(StoreError) {
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Runs the statement with values that stand in two lists, which saves putting them into one.
  ///
  /// - Parameters:
  ///   - first: for the first place holders.
  ///   - rest: for the others.
  /// - Throws: `StoreError`.
  package func run(_ first: [SQLValue], _ rest: [SQLValue]) throws(StoreError) {
    defer { statement.reset() }
    try statement.bind(first, rest)
    while try statement.step() {}
  }

  /// Runs the statement and makes a value of its first row.
  ///
  /// - Parameters:
  ///   - values: one for each place holder.
  ///   - body: makes the value.
  /// - Returns: `nil` when there is no row.
  /// - Throws: `StoreError`, and what `body` throws.
  package func first<Element>(
    _ values: [SQLValue], _ body: (borrowing Row) throws -> Element
  ) throws -> Element? {
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? try body(Row(statement)) : nil
  }

  /// Runs the statement and hands every row to `body`.
  ///
  /// - Parameters:
  ///   - values: one for each place holder.
  ///   - body: called for each row.
  /// - Throws: `StoreError`, and what `body` throws.
  package func forEach(
    _ values: [SQLValue], _ body: (borrowing Row) throws -> Void
  ) throws {
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() { try body(Row(statement)) }
  }
}
