import Vocabulary

extension ColumnFacts {
  /// Writes the columns to a file, which is there whole or not at all.
  ///
  /// - Parameters:
  ///   - path: where to; what lies there is replaced.
  ///   - stamp: what they are of.
  ///   - progress: told how many of how many bytes are written; what it throws ends the work, and the
  ///     file is as it was.
  /// - Throws: `ColumnFileProblem`, and what `progress` throws.
  package func write(
    to path: String, _ stamp: ColumnStamp,
    progress: (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
  ) throws {
    let writer = try ColumnFileWriter(path)
    try writer.skip(ColumnFileHeader.count)
    try writer.add(texts)
    try writer.add(parties)
    var directory = ColumnDirectory(stamp)
    let total = bytes
    let declared = vocabulary.columnTypes
    for (type, table) in tables.enumerated() {
      guard let table else { continue }
      try progress(min(writer.end, total), total)
      let declared = declared[type]
      try writer.add(table, declared)
      if let openness = openness[type] { try writer.add(openness, declared.id) }
      directory.types.append(
        .init(type: declared.id, rows: table.count, latest: table.latest))
    }
    directory.sections = writer.sections
    let text = Array(directory.text.utf8)
    let header = ColumnFileHeader(
      offset: writer.end, length: text.count, checksum: Checksum.of(text))
    try writer.write(text)
    try writer.finish(header.bytes)
    try progress(total, total)
  }
}

/// Sections by their names: `certificate.level` is a column, `certificate/owners` something of its
/// table.
extension ColumnFileWriter {
  fileprivate func add(_ texts: TextCodes) throws(ColumnFileProblem) {
    try add("texts", texts.texts)
    try add("texts/order", texts.order)
  }

  fileprivate func add(_ parties: ColumnFacts.Parties) throws(ColumnFileProblem) {
    try add("parties/ids", parties.ids)
    try add("parties/types", parties.types)
    try add("parties/rows", parties.rows)
    try add("parties/whole", parties.isWhole)
    try add("parties/keys", parties.keys)
  }

  fileprivate func add(
    _ table: ColumnTable, _ type: EntityType
  ) throws(ColumnFileProblem) {
    try add("\(type.id)/names", table.names)
    try add("\(type.id)/owners", table.owners)
    try add("\(type.id)/events", table.events)
    try add("\(type.id)/offsets", table.offsets)
    try add("\(type.id)/first", table.firstMonths)
    try add("\(type.id)/last", table.lastMonths)
    for (field, column) in zip(type.fields, table.columns) {
      guard let column else { continue }
      let name = "\(type.id).\(field.id)"
      switch column.form.width {
      case .truth: try add(name, column.truth, hasNone: column.hasNone)
      case .narrow: try add(name, column.narrow, hasNone: column.hasNone)
      case .wide: try add(name, column.wide, hasNone: column.hasNone)
      }
    }
  }

  fileprivate func add(
    _ openness: ColumnFacts.Openness, _ type: String
  ) throws(ColumnFileProblem) {
    try add("\(type)/complete", openness.isComplete)
    try add("\(type)/missing", openness.missing)
  }

  private func add(_ name: String, _ texts: Texts) throws(ColumnFileProblem) {
    try add(name, texts.bytes)
    try add("\(name)/ends", texts.ends)
  }
}
