import Facts
import Store
import Synchronization

/// The rows of all catalogues after one change, kept until they are asked for after another.
final class KnownCatalogues: Sendable {
  private let kept = Mutex<(change: Int64, rows: [String: CatalogueRows])?>(nil)

  /// - Parameters:
  ///   - reader: as of when.
  ///   - connection: reads them where they are not kept.
  /// - Returns: by catalogue, in the order of the rows.
  /// - Throws: `StoreError`, `RegistryProblem.unreadable`.
  func rows(
    _ reader: FactReader, _ connection: borrowing Connection
  ) throws -> [String: CatalogueRows] {
    // What was known after a change stays what it was: changes only add.
    if let kept = kept.withLock({ $0 }), kept.change == reader.change { return kept.rows }
    let rows = try reader.catalogues(connection)
    kept.withLock { $0 = (reader.change, rows) }
    return rows
  }
}
