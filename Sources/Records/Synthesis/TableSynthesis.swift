import Core
import Export
import Facts
import Glibc
package import Vocabulary

/// Writes a town as tables that `gongjiang import` takes: one CSV file a type or catalogue.
package struct TableSynthesis: Sendable {
  package let town: Town
  package let vocabulary: Vocabulary

  package init(of town: Town, _ vocabulary: Vocabulary) {
    self.town = town
    self.vocabulary = vocabulary
  }

  /// Writes the tables.
  ///
  /// - Parameters:
  ///   - folder: one that is there.
  ///   - progress: called now and then with the number of workers that are written.
  /// - Returns: the files, parties before records, each with its number of rows.
  /// - Throws: `SynthesisProblem.exists` with nothing written; `ExportProblem`.
  package func write(
    to folder: String, progress: (Int) -> Void = { _ in }
  ) throws -> [(file: String, rows: Int)] {
    for name in vocabulary.types.map(\.id) + vocabulary.catalogues.map(\.id) {
      let file = "\(folder)/\(name).csv"
      guard access(file, F_OK) != 0 else { throw SynthesisProblem.exists(file: file) }
    }
    var types: [Int: RecordTable] = [:]
    var catalogues: [Int: RecordTable] = [:]
    let town = town
    var workers = 0
    try Conveyor.run { handOver in
      for piece in town.pieces { try handOver(town.batch(piece)) }
    } use: { batch in
      for fact in batch.facts {
        let table = try types[fact.type] ?? RecordTable(in: folder, .type(fact.type), vocabulary)
        types[fact.type] = table
        try table.append(fact)
      }
      for row in batch.rows {
        let table =
          try catalogues[row.catalogue]
          ?? RecordTable(in: folder, .catalogue(row.catalogue), vocabulary)
        catalogues[row.catalogue] = table
        try table.append(row.values)
      }
      workers += batch.workers
      progress(workers)
    }
    let tables = [types, catalogues].flatMap { $0.sorted { $0.key < $1.key }.map(\.value) }
    return try tables.map { try ($0.path, $0.finish()) }
  }
}
