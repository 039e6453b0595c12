package import Core
import FEEL
import JSONText
package import Vocabulary

/// Reads parties, records and rows of catalogues from tables, where each row is one and each column
/// is a field: the checks and the words are those of facts files.
///
/// An empty cell says nothing; `无` says that there is none, unless it is a value of the field;
/// `是` and `否` are true and false; a number may stand by its Chinese name, a list as JSON; days,
/// months, numbers and levels also in the forms of `SpreadsheetForms`.
package struct TableReader {
  /// What the rows are.
  package enum Subject: Sendable, Equatable {
    /// Parties or records of the type at a position in `Vocabulary.types`.
    case type(Int)
    /// Rows of the catalogue at a position in `Vocabulary.catalogues`.
    case catalogue(Int)
  }

  /// What a column holds.
  package enum Column: Sendable, Hashable {
    case id
    case party
    case field(Int)
  }

  /// What is wrong with a row or a header, and in which column: its position, where it is one.
  package struct Fault: Sendable, Equatable {
    package let code: String
    package let column: Int?
    package let message: Bilingual
    package let advice: Bilingual
  }

  private let subject: Subject
  private let vocabulary: Vocabulary
  private let row: RowSchema
  private let words: [Word]
  private var reader: FactsReader
  /// What is wrong within the lists of the present row.
  private var inLists: [Fault] = []

  package init(_ subject: Subject, of vocabulary: Vocabulary) {
    self.subject = subject
    self.vocabulary = vocabulary
    reader = FactsReader(FactsSchema(vocabulary), on: nil)
    words = TableReader.words(subject, vocabulary)
    switch subject {
    case .type(let index): row = reader.schema.types[index]
    case .catalogue(let index): row = reader.schema.catalogues[index]
    }
  }

  /// The words of the facts file that the rows need besides fields.
  private static func words(_ subject: Subject, _ vocabulary: Vocabulary) -> [Word] {
    guard case .type(let index) = subject else { return [] }
    let isParty = vocabulary.types[index].role == .party
    let id = Word(column: .id, choice: Choice("id", "编号"), isNeeded: isParty)
    return isParty
      ? [id] : [id, Word(column: .party, choice: Choice("party", "当事人"), isNeeded: true)]
  }

  private struct Word {
    let column: Column
    let choice: Choice
    let isNeeded: Bool
  }

  /// What the columns of a table hold.
  ///
  /// - Parameter names: the header, by canonical ids or Chinese names.
  /// - Returns: the columns, `nil` for a name that is not one; and all that is wrong with them.
  package func columns(named names: [String]) -> (columns: [Column?], faults: [Fault]) {
    var columns: [Column?] = []
    var faults: [Fault] = []
    for (position, name) in names.enumerated() {
      let word = words.first { $0.choice.id == name || $0.choice.chinese == name }
      let column = word?.column ?? row.positions[name].map(Column.field)
      if let column, columns.contains(column) {
        faults.append(fault(.twice(name), position))
      } else if column == nil {
        let legal = words.map(\.choice) + row.fields.map { Choice($0) }
        faults.append(fault(.unknownKey(name, legal), position))
      }
      columns.append(column)
    }
    let missing = words.filter { $0.isNeeded && !columns.contains($0.column) }.map(\.choice.id)
    if !missing.isEmpty { faults.append(fault(.missing(missing), nil)) }
    return (columns, faults)
  }

  /// What a row says.
  package enum Reading: Sendable {
    case record(Record)
    case catalogueRow([FactValue])
    /// Everything that is wrong with it.
    case faults([Fault])
  }

  /// Reads a row.
  ///
  /// - Parameters:
  ///   - cells: the texts, as many as there are columns.
  ///   - columns: what they hold, as `columns(named:)` gave them.
  /// - Returns: the record, or what is wrong.
  package mutating func read(_ cells: [String], _ columns: [Column?]) -> Reading {
    reader.problems = Problems()
    inLists = []
    reader.references.removeAll(keepingCapacity: true)
    var id: String?
    var party: String?
    var values = [FactValue](repeating: .missing, count: row.fields.count)
    var places = [Int?](repeating: nil, count: row.fields.count)
    var varying: [(position: Int, field: Int)] = []
    for (position, (cell, column)) in zip(cells, columns).enumerated() where !cell.isEmpty {
      switch column {
      case .id, .party:
        if isCut(cell, nil) {
          reader.complain(.cutNumber(cell), SourceRange(position, position))
        }
        if column == .id { id = cell } else { party = cell }
      case .field(let field):
        places[field] = position
        if case .varying = row.kinds[field] {
          varying.append((position, field))
        } else {
          values[field] = value(cell, row.kinds[field], row.fields[field], at: position)
        }
      case nil: continue
      }
    }
    for (position, field) in varying {
      values[field] = varyingValue(cells[position], field, values, places, at: position)
    }
    check(id: id, party: party, values, places)
    let faults = reader.problems.diagnostics.map { Fault($0, column: $0.range?.start) } + inLists
    guard faults.isEmpty else { return .faults(faults) }
    switch subject {
    case .type(let type):
      return .record(Record(type: type, id: id, party: party, values: values))
    case .catalogue: return .catalogueRow(values)
    }
  }

  private mutating func check(
    id: String?, party: String?, _ values: [FactValue], _ places: [Int?]
  ) {
    let nowhere = SourceRange(TableReader.nowhere, TableReader.nowhere)
    switch subject {
    case .catalogue:
      let missing = row.fields.indices.filter { index in
        if case .none = values[index] { true } else { places[index] == nil }
      }
      if !missing.isEmpty { reader.complain(.missing(missing.map { row.fields[$0].id }), nowhere) }
    case .type(let index):
      let type = vocabulary.types[index]
      let missing = words.filter { word in
        word.isNeeded && (word.column == .id ? id : party) == nil
      }
      if !missing.isEmpty { reader.complain(.missing(missing.map(\.choice.id)), nowhere) }
      if let spell = type.spell, let to = type.fieldIndex(spell.to), let place = places[to] {
        reader.checkSpell(values, type, JSON(.null, SourceRange(place, place)))
      }
    }
  }

  private mutating func value(
    _ cell: String, _ kind: ValueSchema, _ field: Field, at position: Int
  ) -> FactValue {
    let range = SourceRange(position, position)
    switch kind {
    case .enumeration(let ids, _) where ids[cell] != nil: break
    case _ where cell == "无": return .none
    case .children: return list(cell, kind, at: position)
    case .plain(.boolean):
      let value: Bool? =
        switch cell {
        case "是", "true", "TRUE": true
        case "否", "false", "FALSE": false
        default: nil
        }
      if let value { return .known(.boolean(value)) }
    case .plain(.number(_, _, let labels)):
      // A level may stand by its name.
      if let label = labels.first(where: { $0.name.zh == cell })?.id
        ?? SpreadsheetForms.level(cell, labels)
      {
        return reader.value(JSON(.string(label), range), kind, format: nil)
      }
      return reader.value(JSON(.string(SpreadsheetForms.number(cell)), range), kind, of: field)
    case .plain(.date):
      return reader.value(JSON(.string(SpreadsheetForms.day(cell)), range), kind, of: field)
    case .plain(.month):
      return reader.value(JSON(.string(SpreadsheetForms.month(cell)), range), kind, of: field)
    case .plain(.string), .plain(.reference):
      if isCut(cell, field) {
        reader.complain(.cutNumber(cell), range)
        return .missing
      }
    default: break
    }
    return reader.value(JSON(.string(cell), range), kind, of: field)
  }

  /// Whether a spreadsheet program has made another number of the one that stood in a cell. Of one
  /// that still looks whole its check digit tells.
  private func isCut(_ cell: String, _ field: Field?) -> Bool {
    SpreadsheetForms.isShortened(cell)
      || SpreadsheetForms.isCut(cell) && field?.format?.accepts(cell) == false
  }

  private mutating func varyingValue(
    _ cell: String, _ field: Int, _ values: [FactValue], _ places: [Int?], at position: Int
  ) -> FactValue {
    guard case .varying(let by, let cases) = row.kinds[field], let other = row.positions[by] else {
      return .missing
    }
    guard case .known(.string(let name)) = values[other], let kind = cases[name] else {
      // Where the other cell is there and wrong, that was told already.
      if places[other] == nil {
        reader.complain(.needsField(by), SourceRange(position, position))
      }
      return .missing
    }
    return value(cell, kind, row.fields[field], at: position)
  }

  /// Reads the JSON in a cell. Its places count within the cell, so its faults are kept apart.
  private mutating func list(
    _ cell: String, _ kind: ValueSchema, at position: Int
  ) -> FactValue {
    guard let json = try? JSON.parse(SourceText(name: "", text: cell)) else {
      let text = JSON(.string(cell), SourceRange(position, position))
      return reader.value(text, kind, format: nil)
    }
    let outside = reader.problems
    reader.problems = Problems()
    let value = reader.value(json, kind, format: nil)
    inLists += reader.problems.diagnostics.map { Fault($0, column: position) }
    reader.problems = outside
    return value
  }

  /// Stands for the row as a whole where a column is told.
  fileprivate static let nowhere = 1 << 30

  private func fault(_ complaint: Complaint, _ column: Int?) -> Fault {
    Fault(
      code: complaint.code, column: column, message: complaint.message, advice: complaint.advice)
  }
}

extension TableReader.Fault {
  fileprivate init(_ diagnostic: Diagnostic, column: Int?) {
    self.init(
      code: diagnostic.code, column: column == TableReader.nowhere ? nil : column,
      message: diagnostic.message, advice: diagnostic.advice)
  }
}
