/// A connection, lent to a closure by a `Database`; it cannot be kept or given to another thread.
package struct Connection: ~Copyable {
  private let driver: any Driver

  init(_ driver: any Driver) { self.driver = driver }

  package var dialect: Dialect { driver.dialect }

  /// Gives back memory that only makes the next statements faster: for work that goes through a
  /// database once, and shall need no more of it than a small one.
  package func releaseMemory() { driver.releaseMemory() }

  /// Runs a statement and drops any rows it gives.
  ///
  /// - Parameter sql: one statement.
  /// - Throws: `StoreError`.
  package func run(_ sql: SQL) throws(StoreError) {
    let (text, values) = sql.written(for: driver.dialect)
    let statement = try driver.prepare(text)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Runs a statement and hands every row to `body`.
  ///
  /// - Parameters:
  ///   - sql: one statement.
  ///   - body: called for each row; may run other statements.
  /// - Throws: `StoreError`, and what `body` throws.
  package func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
    let (text, values) = sql.written(for: driver.dialect)
    let statement = try driver.prepare(text)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() { try body(Row(statement)) }
  }

  /// Runs a statement and makes a value of every row.
  ///
  /// - Parameters:
  ///   - sql: one statement.
  ///   - body: makes the value.
  /// - Returns: the values, in the order of the rows.
  /// - Throws: `StoreError`, and what `body` throws.
  package func all<Element>(
    _ sql: SQL, _ body: (borrowing Row) throws -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    try forEach(sql) { elements.append(try body($0)) }
    return elements
  }

  /// Runs a statement and makes a value of its first row.
  ///
  /// - Parameters:
  ///   - sql: one statement.
  ///   - body: makes the value.
  /// - Returns: `nil` when there is no row.
  /// - Throws: `StoreError`, and what `body` throws.
  package func first<Element>(
    _ sql: SQL, _ body: (borrowing Row) throws -> Element
  ) throws -> Element? {
    let (text, values) = sql.written(for: driver.dialect)
    let statement = try driver.prepare(text)
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? try body(Row(statement)) : nil
  }

  /// Compiles a statement that is run many times with other values.
  ///
  /// - Parameter sql: its values are dropped; only their places count.
  /// - Returns: the statement, to be used while the connection is lent.
  /// - Throws: `StoreError`.
  package func prepare(_ sql: SQL) throws(StoreError) -> Statement {
    Statement(try driver.prepare(sql.written(for: driver.dialect).text))
  }

  /// Compiles statements for a worker that needs more of them as it goes on.
  package var statements: StatementMaker { StatementMaker(driver) }

  /// Does all of `body` or nothing of it. Within an open transaction it is a part of that one.
  ///
  /// - Parameter body: what belongs together; what it throws undoes it all.
  /// - Returns: what `body` returns.
  /// - Throws: `StoreError`, and what `body` throws.
  package func transaction<Result>(
    _ body: (borrowing Connection) throws -> Result
  ) throws -> Result {
    if driver.isInTransaction { return try body(self) }
    try run("\(unchecked: driver.dialect.begin)")
    do {
      let result = try body(self)
      try run("COMMIT")
      return result
    } catch {
      // A full disk may have ended the transaction already; the first error is the one to tell.
      if driver.isInTransaction { try? run("ROLLBACK") }
      throw error
    }
  }
}
