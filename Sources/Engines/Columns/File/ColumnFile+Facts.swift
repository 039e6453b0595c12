package import Facts
import Foundation
package import Vocabulary

extension ColumnFile {
  /// The columns of some fields, as they lie in the file; only what is used is read and compared.
  ///
  /// - Parameters:
  ///   - fields: which.
  ///   - vocabulary: the one that the stamp names.
  ///   - catalogues: rows by catalogue id, of the change that the stamp names.
  /// - Returns: the facts, which keep the file mapped.
  /// - Throws: `ColumnFileProblem.damaged`.
  package func facts(
    _ fields: ColumnFields, _ vocabulary: Vocabulary, catalogues: [String: CatalogueRows]
  ) throws(ColumnFileProblem) -> ColumnFacts {
    var reader = SectionReader(file: self)
    let texts = TextCodes(
      texts: try reader.texts("texts"), order: try reader.cells("texts/order"))
    let parties = ColumnFacts.Parties(
      ids: try reader.texts("parties/ids"), types: try reader.cells("parties/types"),
      rows: try reader.cells("parties/rows"), isWhole: try reader.cells("parties/whole"),
      keys: try reader.cells("parties/keys"))
    var tables = [ColumnTable?](repeating: nil, count: vocabulary.columnTypes.count)
    var openness: [Int: ColumnFacts.Openness] = [:]
    for table in directory.types {
      guard let type = vocabulary.columnTypeIndex(table.type), let wanted = fields.byType[type]
      else {
        continue
      }
      let found = try reader.table(table, type, wanted, vocabulary)
      guard found.count == table.rows, found.offsets.count == parties.count + 1 else {
        throw .damaged(file: path, part: table.type)
      }
      tables[type] = found
      if case .open = vocabulary.columnTypes[type].source {
        openness[type] = .init(
          isComplete: try reader.cells("\(table.type)/complete"),
          missing: try reader.cells("\(table.type)/missing"))
      }
    }
    try verify(reader.used)
    return ColumnFacts(
      vocabulary: vocabulary, texts: texts, tables: tables, parties: parties,
      catalogues: ListedCodes(catalogues, vocabulary) { texts.code(of: $0) },
      openness: openness)
  }
}

/// Takes sections out of a file, and remembers which.
private struct SectionReader {
  let file: ColumnFile
  private(set) var used: Set<String> = []

  init(file: ColumnFile) { self.file = file }

  mutating func cells<Element>(_ name: String) throws(ColumnFileProblem) -> Cells<Element> {
    guard let section = file.sections[name], section.width == MemoryLayout<Element>.stride,
      let cells = Cells<Element>(file.file, at: section.offset, count: section.count)
    else { throw .damaged(file: file.path, part: name) }
    used.insert(name)
    return cells
  }

  mutating func texts(_ name: String) throws(ColumnFileProblem) -> Texts {
    Texts(bytes: try cells(name), ends: try cells("\(name)/ends"))
  }

  mutating func table(
    _ table: ColumnDirectory.Table, _ type: Int, _ fields: Set<Int>, _ vocabulary: Vocabulary
  ) throws(ColumnFileProblem) -> ColumnTable {
    let declared = vocabulary.columnTypes[type]
    var columns: [Column?] = []
    for (field, each) in declared.fields.enumerated() {
      guard fields.contains(field), let form = vocabulary.columnForm(field, ofType: type),
        let section = file.sections["\(declared.id).\(each.id)"]
      else {
        columns.append(nil)
        continue
      }
      columns.append(try column(section, form))
    }
    return ColumnTable(
      type: type, names: try texts("\(declared.id)/names"), nameRows: nil,
      owners: try cells("\(declared.id)/owners"), events: try cells("\(declared.id)/events"),
      latest: table.latest, columns: columns,
      firstMonths: try cells("\(declared.id)/first"),
      lastMonths: try cells("\(declared.id)/last"),
      offsets: try cells("\(declared.id)/offsets"))
  }

  private mutating func column(
    _ section: ColumnDirectory.Section, _ form: ColumnForm
  ) throws(ColumnFileProblem) -> Column {
    switch form.width {
    case .truth:
      Column(form, truth: try cells(section.name), hasNone: section.hasNone)
    case .narrow:
      Column(form, narrow: try cells(section.name), hasNone: section.hasNone)
    case .wide:
      Column(form, wide: try cells(section.name), hasNone: section.hasNone)
    }
  }
}
