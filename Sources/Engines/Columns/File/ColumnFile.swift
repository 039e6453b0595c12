import Foundation
import Synchronization
package import Vocabulary

/// A file of columns, mapped. Nothing in it is believed before its checksum was compared.
package struct ColumnFile: Sendable {
  package let path: String
  package var stamp: ColumnStamp { directory.stamp }
  let file: MappedFile
  let directory: ColumnDirectory
  let sections: [String: ColumnDirectory.Section]

  /// Opens a file, and reads what lies where.
  ///
  /// - Parameter path: of the file.
  /// - Returns: `nil` where there is none.
  /// - Throws: `ColumnFileProblem.notReadable`, `.foreign`, `.damaged`.
  package static func open(_ path: String) throws(ColumnFileProblem) -> ColumnFile? {
    guard let file = MappedFile(path) else {
      switch errno {
      case ENOENT: return nil
      case EINVAL: throw .foreign(file: path)
      default: throw .notReadable(file: path)
      }
    }
    return try ColumnFile(path, file)
  }

  private init(_ path: String, _ file: MappedFile) throws(ColumnFileProblem) {
    self.path = path
    self.file = file
    let first = Cells<UInt8>(file, at: 0, count: min(file.count, ColumnFileHeader.count))
    let header: ColumnFileHeader
    switch ColumnFileHeader.read(Array(first ?? Cells())) {
    case .foreign: throw .foreign(file: path)
    case .damaged: throw .damaged(file: path, part: "header")
    case .header(let found): header = found
    }
    guard let bytes = Cells<UInt8>(file, at: header.offset, count: header.length),
      Checksum.of(Array(bytes)) == header.checksum,
      let directory = ColumnDirectory(String(decoding: bytes, as: UTF8.self))
    else { throw .damaged(file: path, part: "directory") }
    self.directory = directory
    sections = Dictionary(directory.sections.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The fields that have columns.
  ///
  /// - Parameter vocabulary: the one that the stamp names.
  /// - Returns: the fields.
  package func fields(_ vocabulary: Vocabulary) -> ColumnFields {
    var fields = ColumnFields()
    let types = vocabulary.columnTypes
    for table in directory.types {
      guard let type = vocabulary.columnTypeIndex(table.type) else { continue }
      let declared = types[type]
      fields.add(
        type,
        declared.fields.indices.filter {
          sections["\(declared.id).\(declared.fields[$0].id)"] != nil
        })
    }
    return fields
  }

  /// Compares the checksums of sections, on all cores.
  ///
  /// - Parameter names: of the sections; `nil` for all.
  /// - Throws: `ColumnFileProblem.damaged` with the first that is not as it was written.
  package func verify(_ names: Set<String>? = nil) throws(ColumnFileProblem) {
    let wanted = directory.sections.filter { names?.contains($0.name) != false }
    let next = Atomic(0)
    let damaged = Mutex<String?>(nil)
    let threads = min(wanted.count, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < wanted.count else { return }
        let section = wanted[place]
        guard let words = Cells<UInt64>(file, at: section.offset, count: section.length / 8),
          Checksum.of(words) == section.checksum
        else {
          damaged.withLock { $0 = $0 ?? section.name }
          return
        }
      }
    }
    if let name = damaged.withLock({ $0 }) { throw .damaged(file: path, part: name) }
  }
}
