package import Columns
package import Registry

/// The columns of a registry, and who in them is not up to date.
package struct CitySnapshot: Sendable {
  package let facts: ColumnFacts
  /// The state of the registry that is asked about.
  package let state: Snapshot
  /// Keys of the parties whose facts, or those of parties that bear on them, changed since the columns
  /// were made: what the columns say of them is not to be used.
  package let behind: Set<Int64>
}
