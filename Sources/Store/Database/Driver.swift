/// A connection of one database library: the only thing that must be written to store facts in
/// another database. Used by one thread at a time; `ConnectionOwner` sees to that.
package protocol Driver: AnyObject {
  var dialect: Dialect { get }

  /// Compiles a statement, or takes one from the cache; it is not used again before `reset`.
  func prepare(_ text: String) throws(StoreError) -> any DriverStatement

  /// Gives back memory that only makes the next statements faster.
  func releaseMemory()

  /// Whether a transaction is open.
  var isInTransaction: Bool { get }
}

/// A compiled statement of a `Driver`.
package protocol DriverStatement: AnyObject {
  /// Sets the values of the place holders, all of them, in order.
  func bind(_ values: [SQLValue]) throws(StoreError)

  /// Sets the values of the place holders, all of them, in order, from two lists.
  func bind(_ first: [SQLValue], _ rest: [SQLValue]) throws(StoreError)

  /// Goes to the next row.
  ///
  /// - Returns: `false` behind the last one.
  func step() throws(StoreError) -> Bool

  /// A value of the present row; `column` counts from 0.
  func value(_ column: Int) -> SQLValue
  func isNull(_ column: Int) -> Bool
  func integer(_ column: Int) -> Int64
  func text(_ column: Int) -> String
  func bytes(_ column: Int) -> [UInt8]

  /// Ends the run and gives the statement back for the next one.
  func reset()
}
