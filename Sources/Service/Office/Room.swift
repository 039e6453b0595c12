package import Store

/// A part of the office that keeps something in its database: its name, and the steps that make its
/// tables. A step that was published is never changed.
package struct Room: Sendable {
  /// One lower-case word; its tables begin with it.
  package let name: String
  let steps: @Sendable (Dialect) -> [Migration]

  package init(_ name: String, _ steps: @escaping @Sendable (Dialect) -> [Migration]) {
    self.name = name
    self.steps = steps
  }
}

extension Room {
  /// Statements that keep the rows of a table from being changed or deleted, whoever asks.
  ///
  /// - Parameter table: the name of the table.
  /// - Returns: two triggers.
  package static func appendOnly(_ table: String) -> [String] {
    ["UPDATE", "DELETE"].map { act in
      """
      CREATE TRIGGER \(SQL.quoted("\(table)_no_\(act.lowercased())")) BEFORE \(act) ON \(SQL.quoted(table))
      BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
      """
    }
  }
}
