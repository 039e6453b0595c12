/// Compiles and runs statements on a connection, for a worker that does not know beforehand which it
/// will need. To be used, as what it makes, only while the connection is lent.
package struct StatementMaker {
  private let driver: any Driver

  init(_ driver: any Driver) { self.driver = driver }

  package var dialect: Dialect { driver.dialect }

  /// Compiles a statement that is run many times with other values.
  ///
  /// - Parameter sql: its values are dropped; only their places count.
  /// - Returns: the statement, to be used while the connection is lent.
  /// - Throws: `StoreError`.
  package func prepare(_ sql: SQL) throws(StoreError) -> Statement {
    Statement(try driver.prepare(sql.written(for: driver.dialect).text))
  }

  /// Runs a statement once and drops any rows it gives.
  ///
  /// - Parameter sql: one statement.
  /// - Throws: `StoreError`.
  package func run(_ sql: SQL) throws(StoreError) { try Connection(driver).run(sql) }
}
